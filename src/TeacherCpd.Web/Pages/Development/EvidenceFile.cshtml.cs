using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Development;

/// <summary>Sends the file that shows an activity; always as an attachment, so that nothing in it runs on the site.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EvidenceFileModel : AppPage
{
    private MaterialFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid ActivityId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(file.Content, file.ContentType, file.FileName);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEvidenceFileQuery(ActivityId), found => file = found);
}
