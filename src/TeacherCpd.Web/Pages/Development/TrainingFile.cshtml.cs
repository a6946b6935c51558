using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Development;

/// <summary>What the page of training shows, all pages of it, as a table for a spreadsheet.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class TrainingFileModel : AppPage
{
    private TrainingView? view;

    [BindProperty(SupportsGet = true)]
    public Guid? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public TrainingStanding? State { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return view is null ? answer : File(Csv.Of(Rows(view)), "text/csv; charset=utf-8", $"{T["training.file"]} {T[view.Place.Name]}.csv");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainingQuery(Place, State, null), found => view = found);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<IReadOnlyList<string>> Rows(TrainingView found) => found.People is { } people
        ?
        [
            [T["training.person"], T["training.last"], T["training.last_on"], T["training.hours", found.Years], T["training.due"], T["training.state"]],
            .. people.Items.Select(p => new[]
            {
                p.Name,
                p.LastCourse is { } last ? T[last] : "",
                p.LastCourseOn is { } on ? T.Day(on) : "",
                Number(p.Hours),
                T.Day(p.DueOn),
                T[p.Standing],
            }),
        ]
        :
        [
            [T["training.place"], .. TrainingModel.Standings.Select(s => T[s]), T["training.people_all"]],
            .. found.Below!.Items.Select(b => new List<string>(
                [T[b.Place.Name], .. TrainingModel.Standings.Select(s => Number(b.Counts.Of(s))), Number(b.Counts.Total)])),
        ];
}
