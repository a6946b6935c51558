using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment.Moderation;

/// <summary>A moderator's work: the sample, the results of groups, and sheets that lie too long.</summary>
public sealed class IndexModel : AppPage
{
    public ModerationView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new TakeNextModerationCommand(FormId), sheetId => Redirect($"/assessment/{sheetId}"));

    public Task<IActionResult> OnPostReleaseAsync(Guid groupId) => SubmitAsync(new ReleaseResultsCommand(groupId), count =>
    {
        Notice = T["moderation.released", count];
        return Redirect("/moderation");
    });

    public Task<IActionResult> OnPostTakeBackAsync(Guid sheetId) => SubmitAsync(new ReturnSheetCommand(sheetId, T["moderation.take_back.reason"]), _ =>
    {
        Notice = T["assessment.returned"];
        return Redirect("/moderation");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetModerationQuery(), view => View = view);
}
