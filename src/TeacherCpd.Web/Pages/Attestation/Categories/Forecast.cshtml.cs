using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Categories;

public sealed class ForecastModel : AppPage
{
    public ForecastView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? PlaceId { get; set; }

    /// <summary>Headings of the counts, in their order.</summary>
    public static IEnumerable<string> Columns(PageTexts texts, ForecastView view) =>
    [
        texts[ForecastState.Over],
        .. view.Sessions.Select(s => $"{s.Year}/{s.Number}"),
        texts[ForecastState.Later],
        texts[ForecastState.StandsStill],
        texts[ForecastState.Exempt],
        texts[ForecastState.Without],
        texts["forecast.people_all"],
    ];

    /// <summary>Counts in the order of the headings.</summary>
    public static IEnumerable<int> Cells(ForecastCounts counts) =>
        [counts.Over, .. counts.BySession, counts.Later, counts.StandsStill, counts.Exempt, counts.Without, counts.People];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetForecastQuery(PlaceId), view => View = view);
}
