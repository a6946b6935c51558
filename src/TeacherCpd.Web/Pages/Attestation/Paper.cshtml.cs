using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation;

/// <summary>Sends a paper as a file.</summary>
public sealed class PaperModel : AppPage
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private FileContentResult? file;

    [FromRoute]
    public AttestationPaper Paper { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery]
    public Domain.Common.Language? Language { get; set; }

    [FromQuery]
    public bool Docx { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        return file ?? page;
    }

    protected override Task<IActionResult> LoadAsync() => ModelState.IsValid
        ? ShowAsync(new PrintPaperQuery(Paper, Id, Language ?? T.Language, Docx), made => file = File(made.Content, Docx ? DocxType : "application/pdf", made.Name))
        : Task.FromResult<IActionResult>(NotFound());
}
