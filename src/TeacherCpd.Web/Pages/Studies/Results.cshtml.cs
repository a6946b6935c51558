using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies.Results;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class ResultsModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Breakdown By { get; set; }

    public StudyResults View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostStrikeAsync(Guid answerId) => SubmitAsync(new StrikeOpenAnswerCommand(Id, answerId), _ =>
    {
        Notice = T["results.struck"];
        return Redirect(Version is { } version ? $"/studies/{Id}/results?version={version}" : $"/studies/{Id}/results");
    });

    /// <summary>What an option or a mark is called.</summary>
    public static string NameOf(PageTexts texts, Question question, int place) =>
        question.Kind == QuestionKind.Scale ? (place + Question.ScaleFrom).ToString(System.Globalization.CultureInfo.InvariantCulture) : texts[question.Options[place]];

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStudyResultsQuery(Id, Version, By), view => View = view);
}
