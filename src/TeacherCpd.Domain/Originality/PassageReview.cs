using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>What a person says of a passage that the check found.</summary>
public enum PassageJudgement
{
    /// <summary>It is taken from the source.</summary>
    Confirmed,

    /// <summary>It does not count: a quotation that was not seen, a phrase that everybody uses, a common template.</summary>
    Dismissed,
}

/// <summary>
/// A person's word on one passage, with the reason. It is never changed: another word on the same passage is another row, and
/// the last one counts. It speaks of a place in the text and of a source, so it stays when a later round finds the same passage.
/// </summary>
public sealed class PassageReview : Aggregate
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Report.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>Report in which the passage was found.</summary>
    public required Guid SourceMaterialId { get; init; }

    /// <summary>First UTF-16 unit of the passage in the report.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 units of it.</summary>
    public required int Length { get; init; }

    /// <summary>What was said.</summary>
    public required PassageJudgement Judgement { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who said it.</summary>
    public required Guid By { get; init; }

    /// <summary>Whether it speaks of a passage.</summary>
    public bool IsOf(OriginalityPassage passage) =>
        SourceMaterialId == passage.SourceMaterialId && Start == passage.Start && Length == passage.Length;
}

/// <summary>The figure after review: one rule for pages, lists and reports.</summary>
public static class ReviewedFigure
{
    /// <summary>The word that counts on a passage: the last one; null where nobody said anything.</summary>
    public static PassageReview? On(OriginalityPassage passage, IEnumerable<PassageReview> reviews) =>
        reviews.Where(r => r.IsOf(passage)).OrderBy(r => r.At).ThenBy(r => r.Id).LastOrDefault();

    /// <summary>
    /// Matched words that nobody dismissed, of a thousand words of the text that are not left out; null where the check has
    /// no figure. A dismissed word counts as the author's own: it stays in the whole.
    /// </summary>
    /// <param name="check">A check that is done.</param>
    /// <param name="reviews">What people said of its report, in any order.</param>
    public static int? Permille(OriginalityCheck check, IEnumerable<PassageReview> reviews)
    {
        if (check.SimilarityPermille is null)
        {
            return null;
        }

        // from the sum that the machine made, so that both are rounded alike
        var all = reviews.ToList();
        var words = check.Passages.Where(p => On(p, all)?.Judgement != PassageJudgement.Dismissed).Sum(p => p.Words);
        var whole = (check.Words ?? 0) - (check.ExcludedWords ?? 0);
        return whole == 0 ? null : (int)(((words * 1000L) + (whole / 2)) / whole);
    }
}
