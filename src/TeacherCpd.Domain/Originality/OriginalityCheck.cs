using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>State of a check. A check that has not finished is "not checked", never 0 %.</summary>
public enum CheckStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Failed for good; a person must look.</summary>
    Failed,
}

/// <summary>When a check is made: what others hand in later may show what nobody could know before.</summary>
public enum CheckRound
{
    /// <summary>When it was handed in, against everything handed in before.</summary>
    HandedIn,

    /// <summary>After the last day of handing in, against everything.</summary>
    Deadline,

    /// <summary>Seven days later, against everything.</summary>
    WeekLater,
}

/// <summary>Which way a result went over the threshold of the plan.</summary>
public enum ThresholdCrossing
{
    /// <summary>None: it stands where the results before it stood.</summary>
    None,

    /// <summary>It reaches the threshold, and the one before did not.</summary>
    Reached,

    /// <summary>It does not reach the threshold, and the one before did.</summary>
    Left,
}

/// <summary>The originality check of one report of a version: a row first, then a job that may be tried often.</summary>
public sealed class OriginalityCheck : Aggregate
{
    private readonly List<CheckTry> tries = [];
    private readonly List<OriginalitySource> sources = [];
    private readonly List<OriginalityPassage> passages = [];
    private readonly List<OriginalityExclusion> exclusions = [];

    /// <summary>Version that was handed in.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Report of it that is checked.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>When it is made.</summary>
    public CheckRound Round { get; init; }

    /// <summary>Stage.</summary>
    public required AssessmentStage Stage { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTime QueuedAt { get; init; }

    /// <summary>When it was last put into the queue again after it had failed (UTC); null where it never was.</summary>
    public DateTime? QueuedAgainAt { get; private set; }

    /// <summary>Since when it has waited (UTC).</summary>
    public DateTime WaitingSince => QueuedAgainAt ?? QueuedAt;

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>
    /// First day on which the round after this one is made, as it was known when this one was queued; null when none follows or
    /// the next one is queued. Looked at again when the day comes, since a course may end later than planned.
    /// </summary>
    public DateOnly? NextRoundOn { get; private set; }

    /// <summary>State.</summary>
    public CheckStatus Status { get; private set; }

    /// <summary>Tries since it was last queued.</summary>
    public int Attempts { get; private set; }

    /// <summary>Every try with its times, the first one first.</summary>
    public IReadOnlyCollection<CheckTry> Tries => tries;

    /// <summary>Matched words of a thousand; null until done, and for a text without a word to compare: not checked, not 0 %.</summary>
    public int? SimilarityPermille { get; private set; }

    /// <summary>Words in literally shared phrases of 5 words and more, of a thousand; null like the similarity.</summary>
    public int? Sc1Permille { get; private set; }

    /// <summary>Words in literally shared phrases of 25 words and more, of a thousand; null like the similarity.</summary>
    public int? Sc2Permille { get; private set; }

    /// <summary>Words of the text; null until done.</summary>
    public int? Words { get; private set; }

    /// <summary>Words left out of the figures; null until done.</summary>
    public int? ExcludedWords { get; private set; }

    /// <summary>
    /// The similarity without the passages that a person dismissed, of a thousand; the machine's own figure while nothing was
    /// dismissed, and null like it.
    /// </summary>
    public int? ReviewedPermille { get; private set; }

    /// <summary>Which way the result went over the threshold, seen from the round before it.</summary>
    public ThresholdCrossing Crossing { get; private set; }

    /// <summary>When somebody answered for has noted the crossing (UTC); null until then.</summary>
    public DateTime? CrossingNotedAt { get; private set; }

    /// <summary>Who noted it.</summary>
    public Guid? CrossingNotedBy { get; private set; }

    /// <summary>Sources, largest first.</summary>
    public IReadOnlyCollection<OriginalitySource> Sources => sources;

    /// <summary>Matched passages in the order of the text.</summary>
    public IReadOnlyCollection<OriginalityPassage> Passages => passages;

    /// <summary>What does not count and why, in the order of the text.</summary>
    public IReadOnlyCollection<OriginalityExclusion> Exclusions => exclusions;

    /// <summary>Stores the outcome.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="startedAt">When the try began that found it (UTC).</param>
    /// <param name="at">Moment (UTC).</param>
    public void Finish(CheckFindings findings, DateTime startedAt, DateTime at)
    {
        Try(startedAt, at, succeeded: true);
        Status = CheckStatus.Done;
        SimilarityPermille = findings.SimilarityPermille;
        ReviewedPermille = findings.SimilarityPermille;
        Sc1Permille = findings.Sc1Permille;
        Sc2Permille = findings.Sc2Permille;
        Words = findings.Words;
        ExcludedWords = findings.ExcludedWords;
        FinishedAt = at;
        sources.AddRange(findings.Sources);
        passages.AddRange(findings.Passages);
        exclusions.AddRange(findings.Exclusions);
    }

    /// <summary>Counts a try that failed; after the last one a person must look.</summary>
    /// <param name="mostAttempts">Tries after which the check has failed.</param>
    /// <param name="startedAt">When the try began (UTC).</param>
    /// <param name="at">When it failed (UTC).</param>
    public void FailOnce(int mostAttempts, DateTime startedAt, DateTime at)
    {
        Try(startedAt, at, succeeded: false);
        if (Attempts >= mostAttempts)
        {
            Status = CheckStatus.Failed;
            FinishedAt = at;
        }
    }

    /// <summary>Puts a failed check into the queue again; its tries are kept.</summary>
    /// <param name="at">Moment (UTC).</param>
    public Error? Retry(DateTime at)
    {
        if (Status != CheckStatus.Failed)
        {
            return new StepNotAllowed(Status.ToString(), nameof(CheckStatus.Queued));
        }

        Status = CheckStatus.Queued;
        FinishedAt = null;
        QueuedAgainAt = at;
        Attempts = 0;
        return null;
    }

    /// <summary>Says on which day the next round is made; null: none is, or it is queued.</summary>
    public void PlanNextRound(DateOnly? on) => NextRoundOn = on;

    /// <summary>Compares the result with the one of the round before, by the threshold of a plan.</summary>
    /// <param name="plan">Plan of the group.</param>
    /// <param name="before">Result of the round before, of a thousand; null where there is none.</param>
    public ThresholdCrossing CompareWith(AssessmentPlan plan, int? before)
    {
        Crossing = (plan.Reaches(before), plan.Reaches(SimilarityPermille)) switch
        {
            (false, true) => ThresholdCrossing.Reached,
            (true, false) => ThresholdCrossing.Left,
            _ => ThresholdCrossing.None,
        };
        return Crossing;
    }

    /// <summary>Records that somebody who answers for the work knows of the crossing; the first one counts.</summary>
    public void NoteCrossing(Guid by, DateTime at)
    {
        if (Crossing != ThresholdCrossing.None && CrossingNotedAt is null)
        {
            CrossingNotedAt = at;
            CrossingNotedBy = by;
        }
    }

    /// <summary>Counts the figure after review anew.</summary>
    /// <param name="reviews">What people said of passages of this report.</param>
    public void CountAnew(IEnumerable<PassageReview> reviews) => ReviewedPermille = ReviewedFigure.Permille(this, reviews);

    private void Try(DateTime startedAt, DateTime at, bool succeeded)
    {
        Attempts++;
        tries.Add(new CheckTry { CheckId = Id, Number = tries.Count + 1, StartedAt = startedAt, EndedAt = at, Succeeded = succeeded });
    }
}

/// <summary>One try of a check.</summary>
public sealed class CheckTry : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>Number of the try, from 1; it goes on when a failed check is queued again.</summary>
    public int Number { get; init; }

    /// <summary>When it began (UTC).</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>Whether it gave a result.</summary>
    public bool Succeeded { get; init; }
}

/// <summary>What a check found.</summary>
/// <param name="SimilarityPermille">Matched words of a thousand; null when the text has no word to compare.</param>
/// <param name="Sc1Permille">Words in shared phrases of 5 words and more, of a thousand; null as above.</param>
/// <param name="Sc2Permille">Words in shared phrases of 25 words and more, of a thousand; null as above.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="ExcludedWords">Words left out of the figures.</param>
/// <param name="Sources">Sources, largest first.</param>
/// <param name="Passages">Passages in the order of the text.</param>
/// <param name="Exclusions">What does not count, in the order of the text.</param>
public sealed record CheckFindings(
    int? SimilarityPermille,
    int? Sc1Permille,
    int? Sc2Permille,
    int Words,
    int ExcludedWords,
    IReadOnlyList<OriginalitySource> Sources,
    IReadOnlyList<OriginalityPassage> Passages,
    IReadOnlyList<OriginalityExclusion> Exclusions);

/// <summary>A source of matched words.</summary>
public sealed class OriginalitySource : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>Report that was handed in.</summary>
    public Guid SourceMaterialId { get; init; }

    /// <summary>Words matched with this source.</summary>
    public int MatchedWords { get; init; }

    /// <summary>Those of them in literally shared phrases of 5 words and more; the others were edited.</summary>
    public int VerbatimWords { get; init; }

    /// <summary>Of a thousand words of the text.</summary>
    public int Permille { get; init; }
}

/// <summary>A matched passage; offsets in UTF-16 units of the extracted texts.</summary>
public sealed class OriginalityPassage : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>Report it was found in.</summary>
    public Guid SourceMaterialId { get; init; }

    /// <summary>First unit in the checked text.</summary>
    public int Start { get; init; }

    /// <summary>Units in the checked text.</summary>
    public int Length { get; init; }

    /// <summary>First unit in the source.</summary>
    public int SourceStart { get; init; }

    /// <summary>Units in the source.</summary>
    public int SourceLength { get; init; }

    /// <summary>Matched words.</summary>
    public int Words { get; init; }

    /// <summary>Those of them in literally shared phrases of 5 words and more; the others were edited.</summary>
    public int VerbatimWords { get; init; }

    /// <summary>Whether at least nine words of ten stand literally in the source; sentence ends seldom match to the last word.</summary>
    public bool IsVerbatim => VerbatimWords * 10 >= Words * 9;
}

/// <summary>Why words of a text do not count.</summary>
public enum OriginalityExclusionReason
{
    /// <summary>Text of a registered handout.</summary>
    Handout,

    /// <summary>Text of an own earlier version that others handed in after it.</summary>
    OwnEarlierVersion,

    /// <summary>A quotation with a citation near it.</summary>
    Quotation,

    /// <summary>A list of references.</summary>
    Bibliography,
}

/// <summary>A part of the text that does not count; offsets in UTF-16 units of the extracted text.</summary>
public sealed class OriginalityExclusion : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>Why.</summary>
    public OriginalityExclusionReason Reason { get; init; }

    /// <summary>First unit in the checked text.</summary>
    public int Start { get; init; }

    /// <summary>Units in the checked text.</summary>
    public int Length { get; init; }

    /// <summary>Words.</summary>
    public int Words { get; init; }

    /// <summary>Handout it stands in, or null.</summary>
    public Guid? HandoutId { get; init; }

    /// <summary>Own earlier report it stands in, or null.</summary>
    public Guid? OwnMaterialId { get; init; }
}
