using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Studies.Results;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>The results as a table for spreadsheets: what the page shows and no more. Own words are not among them.</summary>
public sealed class ResultsFileModel : AppPage
{
    private static readonly string[] Columns =
        ["results.question", "results.row", "results.group", "results.answered", "results.option", "results.count", "results.share"];

    private StudyResults? view;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Breakdown By { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return view is null ? answer : File(Csv.Of([Heading(), .. view.Questions.SelectMany(RowsOf)]), "text/csv; charset=utf-8", $"{T[view.Title]}.csv");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStudyResultsQuery(Id, Version, By), found => view = found);

    private string[] Heading() => [.. Columns.Select(key => T[key])];

    private IEnumerable<string[]> RowsOf(QuestionResult result)
    {
        if (result.Answered is null)
        {
            return [[T[result.Question.Text], "", "", T["results.hidden"], "", "", ""]];
        }

        var whole = result.Rows.SelectMany(row => Cells(result.Question, row.Row is null ? "" : T[row.Row], T["results.all"], row.Answered, row.Counts));
        var groups = result.Groups.SelectMany((g, place) => g.Answered is { } answered
            ? Cells(result.Question, "", NameOf(place), answered, g.Counts)
            : [[T[result.Question.Text], "", NameOf(place), T["results.hidden"], "", "", ""]]);
        return whole.Concat(result.Question.Kind == QuestionKind.Matrix ? [] : groups);
    }

    private string NameOf(int place) => view!.Groups[place].Name is { } name ? T[name] : T["survey.not_said"];

    private IEnumerable<string[]> Cells(Question question, string row, string group, int answered, IReadOnlyList<int> counts) =>
        counts.Select((count, place) => new[]
        {
            T[question.Text], row, group, Number(answered), ResultsModel.NameOf(T, question, place), Number(count), T.Percent(Rounded.PerMille(count, answered)),
        });

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
