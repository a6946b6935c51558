using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Plans;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Planning;

public sealed class IndexModel : AppPage
{
    public PlansView View { get; private set; } = null!;

    public PageLinks Links => new(View.Plans.Number, View.Plans.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public PlanFields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new MakePlanCommand(FormId, Input.OrganisationId ?? Guid.Empty, Input.Title, Input.YearKind, Input.YearStart), _ =>
        {
            Notice = T["planning.made"];
            return Redirect($"/plans/{FormId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPlansQuery(P), view =>
    {
        View = view;
        Input.YearStart ??= view.ThisYear;
    });
}

/// <summary>The form of a new plan.</summary>
public sealed class PlanFields
{
    public Guid? OrganisationId { get; set; }

    public string? Title { get; set; }

    public PlanYearKind YearKind { get; set; }

    public int? YearStart { get; set; }
}
