using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Visits;

/// <summary>The report of the page as a file.</summary>
public sealed class ReportFileModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ReportFormat Format { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        if (!ModelState.IsValid)
        {
            return Redirect($"/visits/{Id}/report");
        }

        IActionResult? file = null;
        var answer = await ShowAsync(new PrintVisitReportQuery(Id, T.Language, Format), printed => file = File(printed.Content, TypeOf(Format), printed.Name));
        return file ?? answer;
    }

    private static string TypeOf(ReportFormat format) => format switch
    {
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ReportFormat.Pdf => "application/pdf",
    };
}
