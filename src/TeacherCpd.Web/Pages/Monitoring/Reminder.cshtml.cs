using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class ReminderModel : AppPage
{
    public ReminderHistory View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RetryReminderCommand(Id), _ =>
    {
        Notice = T["reminders.retried"];
        return Redirect($"/reminders/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetReminderQuery(Id), view => View = view);
}
