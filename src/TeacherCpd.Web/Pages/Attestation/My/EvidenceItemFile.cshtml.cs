using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

/// <summary>Sends the file of a piece of evidence; always as an attachment, so that nothing in it runs on the site.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EvidenceItemFileModel : AppPage
{
    private MaterialFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(file.Content, file.ContentType, file.FileName);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEvidenceItemFileQuery(Id), found => file = found);
}
