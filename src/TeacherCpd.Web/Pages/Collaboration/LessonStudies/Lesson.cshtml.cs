using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.LessonStudies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.LessonStudies;

public sealed class LessonModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid LessonId { get; set; }

    [BindProperty]
    public DateOnly? TaughtOn { get; set; }

    [BindProperty]
    public List<string?> Notes { get; set; } = [];

    [BindProperty]
    public string? Discussion { get; set; }

    public LessonStudyView View { get; private set; } = null!;

    public ResearchLessonLine Lesson { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostTaughtAsync() => SubmitAsync(new RecordTaughtCommand(Id, LessonId, TaughtOn), _ => Go("lesson_study.taught.done"));

    public Task<IActionResult> OnPostObserveAsync() => SubmitAsync(new ObservePupilsCommand(Id, LessonId, [.. Notes.Select(Typed.Lines)]), _ => Go("lesson_study.notes.saved"));

    public Task<IActionResult> OnPostDiscussAsync() => SubmitAsync(
        new RecordDiscussionCommand(Id, LessonId, Typed.Lines(Discussion)), _ => Go("lesson_study.discussed"));

    protected override async Task<IActionResult> LoadAsync()
    {
        var page = await ShowAsync(new GetLessonStudyQuery(Id), view => View = view);
        if (View?.Lessons.FirstOrDefault(l => l.Id == LessonId) is not { } lesson)
        {
            return View is null ? page : NotFound();
        }

        Lesson = lesson;
        return page;
    }

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/lesson-study/{Id}/lessons/{LessonId}");
    }
}
