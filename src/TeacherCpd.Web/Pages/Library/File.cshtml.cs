using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Application.Library.Use;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Library;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>Sends the file of a material; always as an attachment, so that nothing in it runs on the site. Of what is published, it is counted.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FileModel : AppPage
{
    private LibraryMaterialView? view;
    private MaterialFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (file is null || view is null)
        {
            return answer;
        }

        var sent = File(file.Content, file.ContentType, file.FileName);
        return view.Versions.Any(v => v.Number == Version && v.Status == LibraryStatus.Published)
            ? await SubmitAsync(new CountLibraryUseCommand(view.Number, LibraryUse.Download), _ => sent)
            : sent;
    }

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetLibraryFileQuery(Id, Version), found => (view, file) = (found.Material, found.File));
}
