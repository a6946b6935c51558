using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class CategoriesModel(TimeProvider time) : AppPage
{
    public CategoryFigures Report { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? PlaceId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetCategoryFiguresQuery(PlaceId, Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), report => Report = report);
}
