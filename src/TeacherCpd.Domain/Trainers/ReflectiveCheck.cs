using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Domain.Trainers;

/// <summary>
/// The originality check of a reflective report: a row first, then a job that may be tried often. A check that has not
/// finished is "not checked", never 0 %.
/// </summary>
public sealed class ReflectiveCheck : Aggregate
{
    private readonly List<ReflectivePassage> passages = [];
    private DateTime queuedAt;

    /// <summary>Report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>When it was last queued (UTC).</summary>
    public required DateTime QueuedAt
    {
        get => queuedAt;
        init => queuedAt = value;
    }

    /// <summary>State.</summary>
    public CheckStatus Status { get; private set; }

    /// <summary>Tries since it was last queued.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Matched words of a thousand; null until done, and for a text without a word to compare.</summary>
    public int? SimilarityPermille { get; private set; }

    /// <summary>Words of the text; null until done.</summary>
    public int? Words { get; private set; }

    /// <summary>Works that share words with the report; null until done.</summary>
    public int? Sources { get; private set; }

    /// <summary>Matched passages in the order of the text.</summary>
    public IReadOnlyCollection<ReflectivePassage> Passages => passages;

    /// <summary>Stores the outcome.</summary>
    public void Finish(int? permille, int words, int sources, IEnumerable<ReflectivePassage> found, DateTime at)
    {
        Attempts++;
        (Status, SimilarityPermille, Words, Sources, FinishedAt) = (CheckStatus.Done, permille, words, sources, at);
        passages.AddRange(found);
    }

    /// <summary>Counts a try that failed; after the last one a person must look.</summary>
    public void FailOnce(int mostAttempts, DateTime at)
    {
        Attempts++;
        if (Attempts >= mostAttempts)
        {
            (Status, FinishedAt) = (CheckStatus.Failed, at);
        }
    }

    /// <summary>Puts a failed check into the queue again.</summary>
    public Error? Retry(DateTime at)
    {
        if (Status != CheckStatus.Failed)
        {
            return new StepNotAllowed(Status.ToString(), nameof(CheckStatus.Queued));
        }

        (Status, FinishedAt, Attempts, queuedAt) = (CheckStatus.Queued, null, 0, at);
        return null;
    }
}

/// <summary>Where a passage of a reflective report was found.</summary>
public enum ReflectiveSource
{
    /// <summary>In the portfolio of a course.</summary>
    Portfolio,

    /// <summary>In the reflective report of another trainer.</summary>
    Report,
}

/// <summary>A passage that a reflective report shares with another work; offsets in UTF-16 units of its text.</summary>
public sealed class ReflectivePassage : Entity, INotAudited
{
    /// <summary>Check.</summary>
    public Guid CheckId { get; init; }

    /// <summary>First unit.</summary>
    public required int Start { get; init; }

    /// <summary>Units.</summary>
    public required int Length { get; init; }

    /// <summary>Matched words.</summary>
    public required int Words { get; init; }

    /// <summary>Kind of work in which it stands.</summary>
    public required ReflectiveSource Source { get; init; }
}
