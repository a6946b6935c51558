using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class MyLessonModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public FeedbackValue? Value { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public LessonView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new AnswerLessonCommand(Id, Value, Words ?? ""), _ =>
    {
        Notice = T["lesson.answered"];
        return Redirect("/my/support");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyLessonQuery(Id), view => View = view);
}
