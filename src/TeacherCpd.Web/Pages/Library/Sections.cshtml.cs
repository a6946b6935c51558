using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Library.Sections;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

public sealed class SectionsModel : AppPage
{
    public IReadOnlyList<LibrarySectionView> Sections { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLibrarySectionsQuery(), sections => Sections = sections);
}
