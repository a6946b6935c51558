using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.Teams;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.Teams;

public sealed class TeamModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Task that is being closed.</summary>
    [BindProperty(SupportsGet = true, Name = "task")]
    public Guid? TaskId { get; set; }

    /// <summary>Review that is being recorded.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Review { get; set; }

    [BindProperty]
    public string? TaskTitle { get; set; }

    [BindProperty]
    public Guid? ResponsibleId { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? ReviewOn { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public Guid? GroupId { get; set; }

    public TeamView View { get; private set; } = null!;

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostTaskAsync() => SubmitAsync(new AddTeamTaskCommand(FormId, Id, TaskTitle, ResponsibleId, DueOn), _ => Go("teams.task.added"));

    public Task<IActionResult> OnPostFinishAsync() => SubmitAsync(
        new FinishTeamTaskCommand(Id, TaskId ?? Guid.Empty, Typed.Lines(Evidence), Link), _ => Go("teams.task.finished"));

    public Task<IActionResult> OnPostDropAsync() => SubmitAsync(new DropTeamTaskCommand(Id, TaskId ?? Guid.Empty, Reason), _ => Go("teams.task.dropped"));

    public Task<IActionResult> OnPostPlanAsync() => SubmitAsync(new PlanTeamReviewCommand(FormId, Id, ReviewOn), _ => Go("teams.review.planned"));

    public Task<IActionResult> OnPostReviewAsync() => SubmitAsync(
        new RecordTeamReviewCommand(Id, Review ?? Guid.Empty, Typed.Lines(Words)), _ => Go("teams.review.recorded"));

    public Task<IActionResult> OnPostCompleteAsync() => SubmitAsync(new CompleteTeamCommand(Id, Typed.Lines(Outcome)), _ => Go("teams.completed"));

    public Task<IActionResult> OnPostSendAsync() => SubmitAsync(new SendTeamToCourseCommand(FormId, Id, GroupId ?? Guid.Empty), sent =>
    {
        Notice = T["groups.nominate.done", sent.Accepted, sent.Waiting, sent.Undecided];
        return Redirect($"/teams/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTeamQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/teams/{Id}");
    }
}
