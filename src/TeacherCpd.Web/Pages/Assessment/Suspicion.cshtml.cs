using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

public sealed class SuspicionModel : AppPage
{
    /// <summary>Code of the listener.</summary>
    public string Code { get; private set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid SheetId { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ReportSuspicionCommand(SheetId, Words ?? ""), _ =>
    {
        Notice = T["suspicion.done"];
        return Redirect($"/assessment/{SheetId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetSuspicionFormQuery(SheetId), code => Code = code);
}
