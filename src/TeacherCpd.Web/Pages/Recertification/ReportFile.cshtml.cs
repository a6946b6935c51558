using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Recertification;

/// <summary>Sends the file of a reflective report; always as an attachment, so that nothing in it runs on the site.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReportFileModel : AppPage
{
    private MaterialFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(file.Content, file.ContentType, file.FileName);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetReflectiveFileQuery(Id), found => file = found);
}
