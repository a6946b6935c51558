using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>The rows of the page as a table for spreadsheets.</summary>
public sealed class OriginalityFileModel(TimeProvider time) : AppPage
{
    private OriginalityFigures? figures;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return figures is null ? answer : File(Csv.Of(Rows(figures)), "text/csv; charset=utf-8", $"{T["figures.title"]} {figures.Year}.csv");
    }

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetOriginalityFiguresQuery(Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), found => figures = found);

    private IEnumerable<IReadOnlyList<string>> Rows(OriginalityFigures found) =>
    [
        [.. OriginalityModel.Columns.Select(column => T[column])],
        .. found.Programmes.Select(p => new[]
        {
            $"{p.Code} · {T[p.Title]}",
            Number(p.Reports),
            p.HasThreshold ? Number(p.Formative) : T["figures.threshold.none"],
            p.HasThreshold ? T.Percent(p.FormativePermille) : "",
            p.HasThreshold ? Number(p.Summative) : "",
            p.HasThreshold ? T.Percent(p.SummativePermille) : "",
            p.FallPermille is { } fall ? T.Percent(fall) : "",
            Number(p.WithoutThreshold),
        }),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
