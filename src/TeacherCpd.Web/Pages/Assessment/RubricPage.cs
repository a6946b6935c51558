using MediatR;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

/// <summary>A page on which a sheet is filled in, of either stage; its form is in <c>_Rubric</c>.</summary>
public abstract class RubricPage : AppPage
{
    [BindProperty]
    public List<MarkFields> Marks { get; set; } = [];

    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>How often the sheet was saved when the form was shown: what was saved in another window meanwhile is not written over.</summary>
    [BindProperty]
    public int? Shown { get; set; }

    /// <summary>Id of the sheet when the form was shown; null while nothing was saved.</summary>
    [BindProperty]
    public Guid? OfSheet { get; set; }

    /// <summary>Id of the next remark, so that sending it twice makes one.</summary>
    [BindProperty]
    public Guid RemarkId { get; set; } = Guid.CreateVersion7();

    /// <summary>Passage that is remarked on, as it is read.</summary>
    [BindProperty]
    public string? Quote { get; set; }

    /// <summary>Material in which it was marked; null where it was pasted.</summary>
    [BindProperty]
    public Guid? MaterialId { get; set; }

    /// <summary>Place at which it was marked.</summary>
    [BindProperty]
    public int Near { get; set; }

    [BindProperty]
    public Guid CriterionId { get; set; }

    /// <summary>Words about the passage.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Id of the next kept text.</summary>
    [BindProperty]
    public Guid KeptId { get; set; } = Guid.CreateVersion7();

    /// <summary>A text to keep.</summary>
    [BindProperty]
    public string? KeptText { get; set; }

    [BindProperty]
    public string? CriterionCode { get; set; }

    /// <summary>The sheet that is filled in.</summary>
    public abstract SheetView Sheet { get; }

    /// <summary>Texts that the user keeps.</summary>
    public abstract IReadOnlyList<KeptComment> Bank { get; }

    /// <summary>Ties words to a passage; all that was typed on the sheet stays.</summary>
    public Task<IActionResult> OnPostRemarkAsync() => StayAsync(
        new AddRemarkCommand(RemarkId, OfSheet ?? Guid.Empty, CriterionId, MaterialId, Quote ?? "", Near, Words ?? ""),
        () => (RemarkId, Quote, MaterialId, Near, Words) = (Guid.CreateVersion7(), null, null, 0, null));

    /// <summary>Takes a remark back.</summary>
    public Task<IActionResult> OnPostUnremarkAsync(Guid remark) => StayAsync(new DropRemarkCommand(OfSheet ?? Guid.Empty, remark), () => { });

    /// <summary>Keeps a text.</summary>
    public Task<IActionResult> OnPostKeepAsync() => StayAsync(
        new KeepCommentCommand(KeptId, CriterionCode, KeptText ?? ""),
        () => (KeptId, KeptText) = (Guid.CreateVersion7(), null));

    /// <summary>Deletes a kept text.</summary>
    public Task<IActionResult> OnPostForgetAsync(Guid kept) => StayAsync(new ForgetCommentCommand(kept), () => { });

    /// <summary>What was entered.</summary>
    protected IReadOnlyList<MarkEntry> Entries => [.. Marks.Select(m => new MarkEntry(m.CriterionId, m.Level, m.Comment ?? ""))];

    /// <summary>The answer to a draft that the page sent by itself.</summary>
    protected IActionResult Saved(SavedSheet sheet) => new JsonResult(new { shown = sheet.Saves, words = T["grading.saved_at", T.Time(sheet.At)] });

    /// <summary>Fills the form with what was saved, where nothing was typed.</summary>
    protected void Fill()
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Comment = Sheet.Comment;
        }

        // whoever was told that it was saved elsewhere may save once more, knowingly
        if (HttpMethods.IsGet(Request.Method) || Response.StatusCode == StatusCodes.Status409Conflict)
        {
            Shown = Sheet.Saves;
        }

        Marks = [.. Sheet.Lines.Select(line => Marks.Find(m => m.CriterionId == line.Criterion.Id)
            ?? new MarkFields { CriterionId = line.Criterion.Id, Level = line.Level, Comment = line.Comment })];
    }

    // the page again with what was typed and not saved yet
    private async Task<IActionResult> StayAsync<T>(IRequest<Result<T>> command, Action clear)
    {
        var isDone = false;
        var answer = await SubmitAsync(command, _ =>
        {
            isDone = true;
            return new EmptyResult();
        });
        if (!isDone)
        {
            return answer;
        }

        clear();
        ModelState.Clear();
        return await LoadAsync();
    }

    public sealed class MarkFields
    {
        public Guid CriterionId { get; set; }

        public Grade? Level { get; set; }

        public string? Comment { get; set; }
    }
}
