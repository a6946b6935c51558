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
        // the page says what is wrong with the question; a file cannot
        if (!ModelState.IsValid || (Day is { } day && day.Year != Filter.Year))
        {
            return Redirect($"/reports/tables/{Uri.EscapeDataString(Name)}{Request.QueryString}");
        }

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
