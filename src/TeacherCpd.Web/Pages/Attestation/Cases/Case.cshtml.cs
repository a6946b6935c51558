using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.Essays;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class CaseModel : AppPage
{
    public CaseView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? CommissionId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAcceptAsync() => SubmitAsync(
        new AcceptCaseCommand(Id, CommissionId ?? Guid.Empty), _ => Back("attestation.accept.done"));

    public Task<IActionResult> OnPostCheckEssayAsync() => SubmitAsync(new RetryEssayCheckCommand(Id), _ => Back("essay.retry.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCaseQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/attestation/cases/{Id}");
    }
}
