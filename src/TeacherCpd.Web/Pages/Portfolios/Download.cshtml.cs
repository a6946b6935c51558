using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Portfolios;

/// <summary>Sends the file of a part; always as an attachment, so that nothing in it runs on the site.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DownloadModel : AppPage
{
    private MaterialFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid MaterialId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(file.Content, file.ContentType, file.FileName);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMaterialFileQuery(MaterialId), found => file = found);
}
