using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.Mentoring;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.Mentoring;

public sealed class PairModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Note that is being confirmed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Meeting { get; set; }

    [BindProperty]
    public PairStepKind? StepKind { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public Guid? StepId { get; set; }

    [BindProperty]
    public PairStepKind? MeetingKind { get; set; }

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Reply { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int? Hours { get; set; }

    public PairView View { get; private set; } = null!;

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAcceptAsync() => SubmitAsync(new AcceptPairCommand(Id), _ => Go("mentoring.accepted.done"));

    public Task<IActionResult> OnPostBeginAsync() => SubmitAsync(new BeginPairCommand(Id), _ => Go("mentoring.begun"));

    public Task<IActionResult> OnPostStepAsync() => SubmitAsync(new PlanPairStepCommand(FormId, Id, StepKind, Topic, DueOn), _ => Go("mentoring.planned"));

    public Task<IActionResult> OnPostMeetingAsync() => SubmitAsync(
        new RecordMeetingCommand(FormId, Id, StepId, MeetingKind, HeldOn, Typed.Lines(Words)), _ => Go("mentoring.recorded"));

    public Task<IActionResult> OnPostAnswerAsync() => SubmitAsync(new AnswerMeetingCommand(Id, Meeting ?? Guid.Empty, Typed.Lines(Reply)), _ => Go("mentoring.answered"));

    public Task<IActionResult> OnPostOutcomeAsync() => SubmitAsync(new WriteOutcomeCommand(Id, Typed.Lines(Outcome)), _ => Go("mentoring.outcome.written"));

    public Task<IActionResult> OnPostEndAsync() => SubmitAsync(new EndPairEarlyCommand(Id, Reason), _ => Go("mentoring.ended"));

    public Task<IActionResult> OnPostTakeAsync() => SubmitAsync(new TakePairToRecordCommand(Id, Hours, T.Language), _ => Go("collaboration.taken"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPairQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/mentoring/{Id}");
    }
}
