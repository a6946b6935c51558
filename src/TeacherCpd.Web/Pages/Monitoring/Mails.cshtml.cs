using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Mails;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class MailsModel : AppPage
{
    public StuckMails View { get; private set; } = null!;

    [BindProperty]
    public MailKind Kind { get; set; }

    [BindProperty]
    public Guid MailId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RetryMailCommand(Kind, MailId), _ =>
    {
        Notice = T["mails.again.done"];
        return Redirect("/mails");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStuckMailsQuery(), view => View = view);
}
