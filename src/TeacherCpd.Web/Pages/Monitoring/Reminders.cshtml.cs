using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class RemindersModel : AppPage
{
    public Paged<ReminderLine> View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool Stuck { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Guid Id { get; set; }

    public PageLinks Links => new(View.Number, View.Pages, ("stuck", Stuck ? "true" : null));

    /// <summary>Colour of a state's chip.</summary>
    public static string Colour(ReminderStatus status) => status switch
    {
        ReminderStatus.Sent => "ok",
        ReminderStatus.Failed => "bad",
        ReminderStatus.Unconfirmed or ReminderStatus.NoAddress => "warn",
        ReminderStatus.Sending => "info",
        _ => "",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RetryReminderCommand(Id), _ =>
    {
        Notice = T["reminders.retried"];
        return Redirect("/reminders");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRemindersQuery(Stuck, Number), view => View = view);
}
