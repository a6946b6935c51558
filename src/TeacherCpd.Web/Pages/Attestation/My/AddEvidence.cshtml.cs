using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class AddEvidenceModel : FilePage
{
    [BindProperty]
    public EvidenceKind? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public EvidenceLevel? Level { get; set; }

    [BindProperty]
    public bool Consents { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>File received before, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>The file that the form holds; null for none.</summary>
    public EvidenceFile? KeptFile => Unsealed(Kept);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => ReceiveAsync(
        File,
        file =>
        {
            Kept = Sealed(file);
            ModelState.Remove(nameof(Kept));
        },
        () => SubmitAsync(new AddEvidenceCommand(FormId, Kind, Title, On, Level, Consents, KeptFile), _ =>
        {
            Notice = T["evidence.add.done"];
            return Redirect("/my/evidence");
        }));

    // nothing but the form: asked all the same, so that only those who may add see it
    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEvidenceFormQuery(), _ => { });
}
