using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Library.Use;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>How the library was used in a year.</summary>
public sealed class UseModel : AppPage
{
    public LibraryUseView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLibraryUseQuery(Year), view => View = view);
}
