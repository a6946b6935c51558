using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.LessonStudies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.LessonStudies;

public sealed class StudyModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? TeacherId { get; set; }

    [BindProperty]
    public DateOnly? PlannedOn { get; set; }

    [BindProperty]
    public string? Topic { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    [BindProperty]
    public string? Conclusions { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int? Hours { get; set; }

    public LessonStudyView View { get; private set; } = null!;

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostLessonAsync() => SubmitAsync(
        new PlanResearchLessonCommand(FormId, Id, TeacherId, PlannedOn, Topic, Typed.Lines(Plan)), _ => Go("lesson_study.lesson.added"));

    public Task<IActionResult> OnPostBeginAsync() => SubmitAsync(new BeginLessonStudyCommand(Id), _ => Go("lesson_study.begun"));

    public Task<IActionResult> OnPostConcludeAsync() => SubmitAsync(new ConcludeLessonStudyCommand(Id, Typed.Lines(Conclusions)), _ => Go("lesson_study.concluded"));

    public Task<IActionResult> OnPostAbandonAsync() => SubmitAsync(new AbandonLessonStudyCommand(Id, Reason), _ => Go("lesson_study.abandoned"));

    public Task<IActionResult> OnPostShareAsync() => SubmitAsync(new AgreeToShareCommand(Id), _ => Go("lesson_study.agreed.done"));

    public Task<IActionResult> OnPostTakeAsync() => SubmitAsync(new TakeStudyToRecordCommand(Id, Hours, T.Language), _ => Go("collaboration.taken"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLessonStudyQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/lesson-study/{Id}");
    }
}
