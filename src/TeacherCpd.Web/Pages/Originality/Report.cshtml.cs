using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class ReportModel : AppPage
{
    public OriginalityReportView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid CheckId { get; set; }

    /// <summary>Filter: number of a source.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Source { get; set; }

    /// <summary>Filter: kind of match.</summary>
    [BindProperty(SupportsGet = true)]
    public MatchKind? Kind { get; set; }

    /// <summary>Filter: state of the review.</summary>
    [BindProperty(SupportsGet = true)]
    public MatchReview? Review { get; set; }

    /// <summary>Passage that is reviewed.</summary>
    [BindProperty]
    public Guid? PassageId { get; set; }

    /// <summary>What is said of it.</summary>
    [BindProperty]
    public PassageJudgement? Judgement { get; set; }

    /// <summary>Why: of a review, or of taking the report out of the comparison.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What somebody saw who opens a case.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Round whose crossing is noted.</summary>
    [BindProperty]
    public Guid RoundId { get; set; }

    public static string ChipOf(MatchReview review) => review switch
    {
        MatchReview.Confirmed => "bad",
        MatchReview.Dismissed => "ok",
        MatchReview.Open or _ => "warn",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new WithdrawFromComparisonCommand(CheckId, Reason ?? ""), _ => Back("originality.withdraw.done"));

    public Task<IActionResult> OnPostReviewAsync() => SubmitAsync(
        new ReviewPassageCommand(CheckId, PassageId ?? Guid.Empty, Judgement, Reason ?? ""), _ => Back("originality.review.done", "#matches"));

    public Task<IActionResult> OnPostNoteAsync() => SubmitAsync(new NoteCrossingCommand(RoundId), _ => Back("originality.crossing.done"));

    public Task<IActionResult> OnPostCaseAsync() => SubmitAsync(new OpenOriginalityCaseCommand(CheckId, Words ?? ""), id =>
    {
        Notice = T["originality.case.opened"];
        return Redirect($"/originality/cases/{id}");
    });

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetOriginalityReportQuery(CheckId, new MatchFilter(Source, Kind, Review)), view => View = view);

    // the filters are part of the address that the forms are sent to, so they stay
    private RedirectResult Back(string notice, string place = "")
    {
        Notice = T[notice];
        return Redirect($"/originality/checks/{CheckId}{Filters()}{place}");
    }

    private string Filters()
    {
        var set = new (string Name, object? Value)[] { ("source", Source), ("kind", Kind), ("review", Review) }.Where(f => f.Value is not null).ToList();
        return set.Count == 0 ? "" : "?" + string.Join('&', set.Select(f => $"{f.Name}={f.Value}"));
    }
}
