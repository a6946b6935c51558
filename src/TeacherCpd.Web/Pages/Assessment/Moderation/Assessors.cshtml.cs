using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment.Moderation;

/// <summary>What each assessor is given.</summary>
public sealed class AssessorsModel : AppPage
{
    public IReadOnlyList<AssessorView> View { get; private set; } = [];

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new SetAssessorProfileCommand(Input.PersonId, Flags.Together(Input.Languages), Input.Directions, Input.MostOpen),
        _ =>
        {
            Notice = T["moderation.assessor.saved"];
            return Redirect("/moderation/assessors");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetAssessorsQuery(), view => View = view);

    public sealed class Fields
    {
        public Guid PersonId { get; set; }

        public List<TeachingLanguages> Languages { get; set; } = [];

        public List<string> Directions { get; set; } = [];

        public int MostOpen { get; set; }
    }
}
