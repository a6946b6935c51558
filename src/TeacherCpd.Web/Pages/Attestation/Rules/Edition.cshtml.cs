using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class EditionModel : AppPage
{
    public EditionPage View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    /// <summary>Says the first day of an edition whose source names none.</summary>
    public Task<IActionResult> OnPostAsync() => SubmitAsync(new DateEditionCommand(Id, ValidFrom), _ =>
    {
        Notice = T["rules.first_day.done"];
        return Redirect($"/attestation/rules/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEditionQuery(Id, Section), view => View = view);
}
