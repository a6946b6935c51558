using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Imports;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Planning;

/// <summary>A file with a plan, before its items are taken.</summary>
public sealed class ImportModel : AppPage
{
    public PlanImportView View { get; private set; } = null!;

    public PageLinks Links => new(View.Lines.Number, View.Lines.Pages);

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid ImportId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new TakePlanImportCommand(Id, ImportId), taken =>
    {
        Notice = T["planning.import.taken", taken];
        return Redirect($"/plans/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPlanImportQuery(Id, ImportId, P), view => View = view);
}
