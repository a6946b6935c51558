using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class ViolationModel : AppPage
{
    public CaseView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? ActNumber { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RecordViolationCommand(Id, ActNumber, On, Words), _ =>
    {
        Notice = T["violation.done"];
        return Redirect($"/attestation/cases/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCaseQuery(Id), view => View = view);
}
