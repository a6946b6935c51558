using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Events;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class NewEventModel : AppPage
{
    public EventForm View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public ContactKind Kind { get; set; } = ContactKind.Webinar;

    [BindProperty(SupportsGet = true)]
    public string? Sign { get; set; }

    [BindProperty]
    public string? Heading { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public string? Recording { get; set; }

    [BindProperty]
    public List<Guid> ContactIds { get; set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new HoldEventCommand(FormId, Kind, Heading ?? "", HeldOn, Sign, Link, Recording, ContactIds), _ =>
    {
        Notice = T["event.held"];
        return Redirect("/support/events");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEventFormQuery(Kind), view => View = view);
}
