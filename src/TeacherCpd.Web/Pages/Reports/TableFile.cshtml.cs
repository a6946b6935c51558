using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Reports;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>The report of the page as a file.</summary>
public sealed class TableFileModel(TimeProvider time) : ReportPage(time)
{
    [BindProperty(SupportsGet = true)]
    public ReportFormat Format { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        IActionResult? file = null;
        var answer = await ShowAsync(new PrintReportQuery(Name, Filter, T.Language, Format), printed => file = File(printed.Content, TypeOf(Format), printed.Name));
        return file ?? answer;
    }

    private static string TypeOf(ReportFormat format) => format switch
    {
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ReportFormat.Pdf => "application/pdf",
    };
}
