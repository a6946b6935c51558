using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class LessonModel(TimeProvider time) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NotesFields Notes { get; set; } = new();

    [BindProperty]
    public int? Shown { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public bool Sign { get; set; }

    public LessonView View { get; private set; } = null!;

    public DateOnly Today { get; } = time.Today();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => Sign
        ? SubmitAsync(new SignLessonCommand(Id, Notes.Written, Shown), _ => Go("lesson.signed", $"/support/{Id}"))
        : SubmitAsync(new SaveLessonCommand(Id, Notes.Written, Shown), _ => Go("lesson.saved", $"/support/{Id}/lesson"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLessonQuery(Id), view =>
    {
        View = view;
        if (HttpMethods.IsGet(Request.Method) && view.Notes is { } notes)
        {
            Notes = new NotesFields
            {
                LessonOn = notes.LessonOn,
                Subject = notes.Subject,
                Class = notes.Class,
                Topic = notes.Topic,
                NextSteps = notes.NextSteps,
                Signs = notes.Signs.ToDictionary(s => s, _ => true),
                Marks = [.. notes.Marks.Select(m => new MarkFields { Parameter = m.Parameter, Level = m.Level, Feedback = m.Feedback })],
            };
        }

        // whoever was told that it was written elsewhere may keep it once more, knowingly
        if (HttpMethods.IsGet(Request.Method) || Response.StatusCode == StatusCodes.Status409Conflict)
        {
            Shown = view.Shown;
            ModelState.Remove(nameof(Shown));
        }

        Notes.Marks = [.. Enum.GetValues<LessonParameter>().Select(p => Notes.Marks.Find(m => m.Parameter == p) ?? new MarkFields { Parameter = p })];
    });

    private RedirectResult Go(string notice, string to)
    {
        Notice = T[notice];
        return Redirect(to);
    }

    public sealed class NotesFields
    {
        public DateOnly? LessonOn { get; set; }

        public string? Subject { get; set; }

        public string? Class { get; set; }

        public string? Topic { get; set; }

        public string? NextSteps { get; set; }

        public List<MarkFields> Marks { get; set; } = [];

        /// <summary>Codes of the sides that were ticked; each has a name of its own, so that a device can keep them apart.</summary>
        public Dictionary<string, bool> Signs { get; set; } = [];

        /// <summary>What was written; a browser sends a line break as two characters, which counts as one.</summary>
        public LessonNotes Written => new(
            LessonOn, Subject?.Trim() ?? "", Class?.Trim() ?? "", Topic?.Trim() ?? "",
            [.. Marks.Select(m => new LessonMark(m.Parameter, m.Level, Lines(m.Feedback)))],
            [.. Signs.Where(s => s.Value).Select(s => s.Key)],
            Lines(NextSteps));

        private static string Lines(string? words) => words?.ReplaceLineEndings("\n").Trim() ?? "";
    }

    public sealed class MarkFields
    {
        public LessonParameter Parameter { get; set; }

        public LessonLevel? Level { get; set; }

        public string? Feedback { get; set; }
    }
}
