using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Events;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class EventsModel : AppPage
{
    public EventList View { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Recording { get; set; }

    public PageLinks Links => new(View.Events.Number, View.Events.Pages);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RecordEventCommand(Id, Recording), _ =>
    {
        Notice = T["event.recording.saved"];
        return Redirect("/support/events");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEventsQuery(Number), view => View = view);
}
