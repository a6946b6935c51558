using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Application.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Categories;

/// <summary>The plan as a table for spreadsheets: people at a school, organisations above it.</summary>
public sealed class ForecastFileModel : AppPage
{
    private ForecastView? plan;

    [BindProperty(SupportsGet = true)]
    public Guid? PlaceId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return plan is null ? answer : File(Csv.Of(Rows(plan)), "text/csv; charset=utf-8", $"{T["forecast.title"]}.csv");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetForecastQuery(PlaceId), found => plan = found);

    private IEnumerable<IReadOnlyList<string>> Rows(ForecastView found) => found.People.Count > 0
        ?
        [
            [T["categories.person"], T["rule.category"], T["categories.valid_until"], T["years.session"]],
            .. found.People.Select(p => new[]
            {
                p.Name,
                T.Category(p.Category),
                p.EndsOn is { } ends ? T.Day(ends) : "",
                p.Session is { } session ? T["years.session.name", session.Year.ToString(CultureInfo.InvariantCulture), session.Number] : T[p.State],
            }),
        ]
        :
        [
            [T["commissions.organisation"], .. ForecastModel.Columns(T, found)],
            .. found.Below.Select(r => new[] { T[r.Place.Name] }.Concat(Numbers(r.Counts)).ToArray()),
            [T["quotas.sum"], .. Numbers(found.Sum)],
        ];

    private static IEnumerable<string> Numbers(ForecastCounts counts) => ForecastModel.Cells(counts).Select(c => c.ToString(CultureInfo.InvariantCulture));
}
