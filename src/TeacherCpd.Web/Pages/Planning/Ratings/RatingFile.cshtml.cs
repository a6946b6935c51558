using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Planning.Ratings;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Planning.Ratings;

/// <summary>A rating as a table for spreadsheets.</summary>
public sealed class RatingFileModel : AppPage
{
    private RatingView? view;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return view is null ? answer : File(Csv.Of(Rows(view)), "text/csv; charset=utf-8", $"{view.Title} {view.Year}.csv");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRatingQuery(Id, null, null), found => view = found);

    private IEnumerable<IReadOnlyList<string>> Rows(RatingView rating)
    {
        yield return [T["rating.place"], T["rating.organisation"], T["rating.learners"], .. rating.Blocks, T["rating.sum"], T["rating.stated"], T["rating.left"]];
        foreach (var row in rating.Rows)
        {
            yield return
            [
                $"{row.Place}", row.Name, $"{row.Learners}", .. row.Tenths.Select(RatingModel.Points), RatingModel.Points(row.Sum), RatingModel.Points(row.Stated), RatingModel.Points(row.Remainder),
            ];
        }
    }
}
