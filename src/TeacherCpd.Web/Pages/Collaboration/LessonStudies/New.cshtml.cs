using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.LessonStudies;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.LessonStudies;

public sealed class NewModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    [BindProperty]
    public LessonStudyFields Input { get; set; } = new();

    public LessonStudyForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (Form is not null)
        {
            (Input.From, Input.To) = (Form.From, Form.To);
            if (Form.People.Any(p => p.Id == Form.Me))
            {
                Input.Members = [new StudyLine { PersonId = Form.Me, Role = StudyRole.Leader }];
            }
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new PlanLessonStudyCommand(
            FormId,
            School ?? Guid.Empty,
            Typed.Lines(Input.Question),
            Input.Subject,
            Input.ClassName,
            Input.From,
            Input.To,
            [.. Input.Pupils.Select(Typed.Lines)],
            Input.Seats,
            Typed.Lines(Input.OtherIins)),
        _ =>
        {
            Notice = T["lesson_study.planned"];
            return Redirect($"/lesson-study/{FormId}");
        });

    protected override Task<IActionResult> LoadAsync()
    {
        Input.Complete();
        return ShowAsync(new GetLessonStudyFormQuery(School), form => Form = form);
    }
}

/// <summary>The form of a cycle: a line for everybody of the school, with a role for those of the group.</summary>
public sealed class LessonStudyFields
{
    public string? Question { get; set; }

    public string? Subject { get; set; }

    public string? ClassName { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public List<string?> Pupils { get; set; } = [];

    public List<StudyLine> Members { get; set; } = [];

    public string? OtherIins { get; set; }

    /// <summary>Those of the group.</summary>
    public IReadOnlyList<StudySeat> Seats => [.. Members.Where(m => m.Role is not null).Select(m => new StudySeat(m.PersonId, m.Role!.Value))];

    /// <summary>What was chosen for somebody.</summary>
    public StudyRole? Of(Guid personId) => Members.Find(m => m.PersonId == personId)?.Role;

    /// <summary>Makes the list of portraits as long as there are letters.</summary>
    public void Complete()
    {
        while (Pupils.Count < LessonStudy.PupilCount)
        {
            Pupils.Add(null);
        }
    }
}

/// <summary>A line of the form of a cycle.</summary>
public sealed class StudyLine
{
    public Guid PersonId { get; set; }

    public StudyRole? Role { get; set; }
}
