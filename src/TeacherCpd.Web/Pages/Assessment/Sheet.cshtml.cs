using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Web.Pages.Assessment;

public sealed class SheetModel : RubricPage
{
    [BindProperty(SupportsGet = true)]
    public Guid SheetId { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public bool Review { get; set; }

    /// <summary>Why the portfolio is given back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public AssessmentView View { get; private set; } = null!;

    public override SheetView Sheet => View.Sheet;

    public override IReadOnlyList<KeptComment> Bank => View.Bank;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new SaveAssessmentCommand(SheetId, Entries, Comment ?? "", Review, Shown),
        _ =>
        {
            Notice = T["assessment.saved"];
            return Redirect(Review ? $"/assessment/{SheetId}/review" : $"/assessment/{SheetId}");
        });

    /// <summary>The page saves by itself.</summary>
    public Task<IActionResult> OnPostDraftAsync() => SubmitAsync(new SaveAssessmentCommand(SheetId, Entries, Comment ?? "", false, Shown), Saved);

    public Task<IActionResult> OnPostReturnAsync() => SubmitAsync(new ReturnSheetCommand(SheetId, Reason ?? ""), _ =>
    {
        Notice = T["assessment.returned"];
        return Redirect("/assessment");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetAssessmentQuery(SheetId), view =>
    {
        View = view;
        Fill();
    });
}
