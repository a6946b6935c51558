using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class OriginalityModel(TimeProvider time) : AppPage
{
    /// <summary>Keys of the columns, the same on the page and in its file.</summary>
    public static readonly string[] Columns =
    [
        "groups.programme", "figures.reports", "figures.formative", "figures.formative.share", "figures.summative", "figures.summative.share",
        "figures.fall", "figures.without",
    ];

    public OriginalityFigures Figures { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetOriginalityFiguresQuery(Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), figures => Figures = figures);
}
