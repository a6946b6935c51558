using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class EvidenceModel : AppPage
{
    public MyEvidence View { get; private set; } = null!;

    [BindProperty]
    public EvidenceOrigin Origin { get; set; }

    [BindProperty]
    public Guid OriginId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostTakeOverAsync() => SubmitAsync(
        new TakeOverEvidenceCommand(Origin, OriginId, T.Language),
        _ =>
        {
            Notice = T["evidence.take.done"];
            return Redirect("/my/evidence");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyEvidenceQuery(), view => View = view);
}
