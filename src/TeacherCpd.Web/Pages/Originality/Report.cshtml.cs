using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class ReportModel : AppPage
{
    public OriginalityReportView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid CheckId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new WithdrawFromComparisonCommand(CheckId, Reason ?? ""), _ =>
    {
        Notice = T["originality.withdraw.done"];
        return Redirect($"/originality/checks/{CheckId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOriginalityReportQuery(CheckId), view => View = view);
}
