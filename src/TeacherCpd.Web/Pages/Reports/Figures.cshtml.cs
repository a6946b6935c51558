using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>The figures that the reader looks at first.</summary>
public sealed class FiguresModel : AppPage
{
    public FiguresView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? PlaceId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    /// <summary>A figure as it is shown.</summary>
    public string Written(ReportCell cell) => cell.Whole is null ? T.Count(cell.Value ?? 0) : cell.PerMille is { } share ? T.Percent(share) : "—";

    /// <summary>Address of the report of a figure, asked for the same place and year.</summary>
    public string Address(KeyFigure figure, FigureOfYear year) =>
        ReportPage.Address($"/reports/tables/{figure.Report}", new ReportFilter(year.Year) { PlaceId = View.PlaceId });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetFiguresQuery(PlaceId), view => View = view);
}
