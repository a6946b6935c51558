using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Application.Library.Use;
using TeacherCpd.Domain.Library;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

public sealed class MaterialModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Version that the reviewer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public LibraryMaterialView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        return page is PageResult && View.Versions.Any(v => v.Status == LibraryStatus.Published)
            ? await SubmitAsync(new CountLibraryUseCommand(View.Number, LibraryUse.View), _ => page)
            : page;
    }

    public Task<IActionResult> OnPostProposeAsync() => SubmitAsync(new ProposeLibraryMaterialCommand(Id), _ => Go("library.proposed"));

    public Task<IActionResult> OnPostReviseAsync() => SubmitAsync(new ReviseLibraryMaterialCommand(Id), _ => Redirect($"/library/write/{Id}"));

    public Task<IActionResult> OnPostAgreeAsync() => SubmitAsync(new ReviewLibraryMaterialCommand(Id, Version, true, Words), _ => Go("library.reviewed"));

    public Task<IActionResult> OnPostObjectAsync() => SubmitAsync(new ReviewLibraryMaterialCommand(Id, Version, false, Words), _ => Go("library.reviewed"));

    public Task<IActionResult> OnPostWithdrawAsync() => SubmitAsync(new WithdrawLibraryMaterialCommand(Id, Words), _ => Go("library.withdrawn"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLibraryMaterialQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/library/{Id}");
    }
}
