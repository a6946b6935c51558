using System.Text;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>The report as one file for the commission; an attachment, so that nothing in it runs on the site.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ReportFileModel(TimeProvider time, Language language) : AppPage
{
    private OriginalityReportView? view;

    [BindProperty(SupportsGet = true)]
    public Guid CheckId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return view is null ? answer : File(
            Encoding.UTF8.GetBytes(ReportDocument.Of(view, T, language.Tag, time.UtcNow())), "text/html; charset=utf-8", $"{view.Receipt}-{view.Round}.html");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOriginalityReportQuery(CheckId, WithAllTexts: true), found => view = found);
}
