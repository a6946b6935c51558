using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups;

public sealed class ApplicationsModel : AppPage
{
    public Paged<ApplicationRow> Rows { get; private set; } = null!;

    /// <summary>The links to the other pages.</summary>
    public PageLinks Links => new(Rows.Number, Rows.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Guid EnrolmentId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAcceptAsync() =>
        SubmitAsync(new AcceptApplicationCommand(EnrolmentId), status => Back($"groups.manage.accept.done.{status}"));

    public Task<IActionResult> OnPostDeclineAsync() =>
        SubmitAsync(new DeclineApplicationCommand(EnrolmentId, Reason ?? ""), _ => Back("groups.decline.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetApplicationsQuery(P), rows => Rows = rows);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect("/applications");
    }
}
