using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class EvidenceItemModel : FilePage
{
    public EvidenceItemView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostReplaceAsync()
    {
        EvidenceFile? received = null;
        return ReceiveAsync(File, file => received = file, () => SubmitAsync(new ReplaceEvidenceCommand(Id, received), _ => Back("evidence.replace.done")));
    }

    public Task<IActionResult> OnPostAllowAsync() => SubmitAsync(new AllowEvidenceCommand(Id), _ => Back("evidence.allow.done"));

    public Task<IActionResult> OnPostForbidAsync() => SubmitAsync(new ForbidEvidenceCommand(Id), _ => Back("evidence.forbid.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEvidenceItemQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/my/evidence/{Id}");
    }
}
