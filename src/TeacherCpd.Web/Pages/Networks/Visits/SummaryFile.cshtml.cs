using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Visits;

/// <summary>The summary for spreadsheets: a line a visit, then the sums, then the shares by both ways.</summary>
public sealed class SummaryFileModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        VisitSummary? view = null;
        var answer = await ShowAsync(new GetVisitSummaryQuery(Year, Region), found => view = found);
        return view is null ? answer : File(Csv.Of(Rows(view)), "text/csv; charset=utf-8", $"{T["visits.summary"]} {view.Year}.csv");
    }

    private static string Number(IReadOnlyDictionary<VisitCountKind, int> numbers, VisitCountKind kind) =>
        numbers.TryGetValue(kind, out var number) ? number.ToString(CultureInfo.CurrentCulture) : "";

    private static string Percent(int? tenths) => tenths is { } t ? (t / 10m).ToString("0.0", CultureInfo.CurrentCulture) : "";

    private IEnumerable<IReadOnlyList<string>> Rows(VisitSummary view)
    {
        var kinds = Enum.GetValues<VisitCountKind>();
        return
        [
            [T["visits.school"], .. kinds.Select(k => T[k])],
            .. view.Schools.Select(v => (IReadOnlyList<string>)[T[v.School], .. kinds.Select(k => Number(v.Numbers, k))]),
            [T["quotas.sum"], .. kinds.Select(k => Number(view.Sums, k))],
            [],
            [T["visits.shares"], T["visits.summary.part"], T["visits.summary.whole"], $"{T["visits.summary.pooled"]}, %", $"{T["visits.summary.mean"]}, %", T["visits.summary.visits"]],
            .. view.Shares.Select(s => (IReadOnlyList<string>)
            [
                $"{T[s.Ratio.Part]} / {T[s.Ratio.Whole]}",
                s.Part.ToString(CultureInfo.CurrentCulture),
                s.Whole.ToString(CultureInfo.CurrentCulture),
                Percent(s.PooledTenths),
                Percent(s.MeanTenths),
                s.Visits.ToString(CultureInfo.CurrentCulture),
            ]),
        ];
    }
}
