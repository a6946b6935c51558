using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Events;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Collaboration;

namespace TeacherCpd.Web.Pages.Networks.Events;

public sealed class EventModel : AppPage
{
    public CoachEventView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<TurnoutLine> Turnout { get; set; } = [];

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostHoldAsync() => SubmitAsync(
        new HoldCoachEventCommand(Id, [.. Turnout.Select(t => new SchoolTurnout(t.SchoolId, t.Count, t.Iins))], Typed.Lines(Outcome)), _ => Go("coach_events.held"));

    public Task<IActionResult> OnPostCancelAsync() => SubmitAsync(new CancelCoachEventCommand(Id, Typed.Lines(Why)), _ => Go("coach_events.cancelled"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCoachEventQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/networks/events/{Id}");
    }
}

/// <summary>Who came from a school, as it is typed.</summary>
public sealed class TurnoutLine
{
    public Guid SchoolId { get; set; }

    public int? Count { get; set; }

    public string? Iins { get; set; }
}
