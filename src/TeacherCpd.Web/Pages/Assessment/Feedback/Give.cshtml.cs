using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Web.Pages.Assessment.Feedback;

public sealed class GiveModel : RubricPage
{
    [BindProperty(SupportsGet = true)]
    public Guid VersionId { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty]
    public bool Sign { get; set; }

    public FeedbackView View { get; private set; } = null!;

    public override SheetView Sheet => View.Sheet;

    public override IReadOnlyList<KeptComment> Bank => View.Bank;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => Sign
        ? SubmitAsync(new SignFeedbackCommand(FormId, VersionId, Entries, Comment ?? "", Shown), _ => Go("feedback.signed", "/feedback"))
        : SubmitAsync(new SaveFeedbackDraftCommand(FormId, VersionId, Entries, Comment ?? "", Shown), _ => Go("assessment.saved", $"/feedback/{VersionId}"));

    /// <summary>The page saves by itself.</summary>
    public Task<IActionResult> OnPostDraftAsync() => SubmitAsync(new SaveFeedbackDraftCommand(FormId, VersionId, Entries, Comment ?? "", Shown), Saved);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetFeedbackQuery(VersionId), view =>
    {
        View = view;
        Fill();
    });

    private RedirectResult Go(string notice, string to)
    {
        Notice = T[notice];
        return Redirect(to);
    }
}
