using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Reports;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class TableModel(TimeProvider time) : ReportPage(time)
{
    public ReportView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        // what was typed stays in its field, and the rest is shown without it
        var day = Day;
        if (day is { } typed && typed.Year != Filter.Year)
        {
            ModelState.AddModelError(nameof(Day), T["error.report_day_of_other_year"]);
            Day = null;
        }

        var page = ModelState.IsValid ? await LoadAsync() : await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        Day = day;
        return page;
    }

    /// <summary>Address of the report as a file.</summary>
    public string FileAddress(ReportFormat format) =>
        Address($"/reports/tables/{View.Report.Name}/file", View.Filter, [new("format", format.ToString())]);

    /// <summary>Whether the report can be asked for something.</summary>
    public bool Takes(ReportParameters parameter) => View.Report.Takes.HasFlag(parameter);

    /// <summary>A figure as the page shows it.</summary>
    public string Written(ReportColumn column, ReportCell cell) => column switch
    {
        { IsShare: true } => cell.PerMille is { } share ? T.Percent(share) : "—",
        { Kind: ColumnKind.Target } => cell.Value is { } target ? T.Percent(target) : T["reports.no_target"],
        _ => cell.Value is { } count ? T.Count(count) : "—",
    };

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetReportQuery(Name, Filter), view => View = view);
}
