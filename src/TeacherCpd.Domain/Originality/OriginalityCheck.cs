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

/// <summary>The originality check of one version at one stage: a row first, then a job that may be tried often.</summary>
public sealed class OriginalityCheck : Aggregate
{
    private readonly List<OriginalitySource> sources = [];
    private readonly List<OriginalityPassage> passages = [];

    /// <summary>Version that is checked.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Stage.</summary>
    public required AssessmentStage Stage { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTime QueuedAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>State.</summary>
    public CheckStatus Status { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Matched words of a thousand; null until done, and for a text without a word to compare: not checked, not 0 %.</summary>
    public int? SimilarityPermille { get; private set; }

    /// <summary>Words of the text; null until done.</summary>
    public int? Words { get; private set; }

    /// <summary>Sources, largest first.</summary>
    public IReadOnlyCollection<OriginalitySource> Sources => sources;

    /// <summary>Matched passages in the order of the text.</summary>
    public IReadOnlyCollection<OriginalityPassage> Passages => passages;

    /// <summary>Stores the outcome.</summary>
    /// <param name="permille">Matched words of a thousand; null when the text has no word to compare.</param>
    /// <param name="words">Words of the text.</param>
    /// <param name="found">Sources, largest first.</param>
    /// <param name="matched">Passages in the order of the text.</param>
    /// <param name="at">Moment (UTC).</param>
    public void Finish(int? permille, int words, IEnumerable<OriginalitySource> found, IEnumerable<OriginalityPassage> matched, DateTime at)
    {
        Attempts++;
        Status = CheckStatus.Done;
        SimilarityPermille = permille;
        Words = words;
        FinishedAt = at;
        sources.AddRange(found);
        passages.AddRange(matched);
    }

    /// <summary>Counts a try that failed; after the last one a person must look.</summary>
    public void FailOnce(int mostAttempts, DateTime at)
    {
        Attempts++;
        if (Attempts >= mostAttempts)
        {
            Status = CheckStatus.Failed;
            FinishedAt = at;
        }
    }

    /// <summary>Puts a failed check into the queue again.</summary>
    public Error? Retry()
    {
        if (Status != CheckStatus.Failed)
        {
            return new StepNotAllowed(Status.ToString(), nameof(CheckStatus.Queued));
        }

        Status = CheckStatus.Queued;
        FinishedAt = null;
        Attempts = 0;
        return null;
    }
}

/// <summary>A source of matched words.</summary>
public sealed class OriginalitySource : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>Version of a portfolio handed in before.</summary>
    public Guid SourceVersionId { get; init; }

    /// <summary>Words matched with this source.</summary>
    public int MatchedWords { get; init; }

    /// <summary>Of a thousand words of the text.</summary>
    public int Permille { get; init; }
}

/// <summary>A matched passage; offsets in UTF-16 units of the extracted texts.</summary>
public sealed class OriginalityPassage : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>Version it was found in.</summary>
    public Guid SourceVersionId { get; init; }

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
}

/// <summary>A winnowed fingerprint of a version: how candidates are found.</summary>
public sealed class OriginalityFingerprint : INotAudited
{
    /// <summary>64-bit fingerprint of three consecutive content stems.</summary>
    public long Hash { get; init; }

    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }
}
