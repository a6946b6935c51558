using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>Where an appeal against a grade is.</summary>
public enum AppealStatus
{
    /// <summary>Waits for an assessor who had nothing to do with the portfolio.</summary>
    Lodged,

    /// <summary>Such an assessor marks it anew.</summary>
    InReview,

    /// <summary>The grade stays.</summary>
    Dismissed,

    /// <summary>The grade is a better one now.</summary>
    Upheld,
}

/// <summary>The term for an appeal is over.</summary>
/// <param name="Until">Last day.</param>
public sealed record AppealTermOver(DateOnly Until) : Error("appeal_term_over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Until];
}

/// <summary>
/// A teacher's appeal against a grade, once for a version: another assessor marks all criteria anew without knowing the first
/// marks. The sources tell of no appeal but re-assessment (2022 report, lines 2992 to 3030); the term is the plan's.
/// </summary>
public sealed class Appeal : Aggregate
{
    /// <summary>Longest reasons, in characters.</summary>
    public const int ReasonsLength = 4000;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<AppealStatus> States = new(
        (AppealStatus.Lodged, [AppealStatus.InReview]),
        (AppealStatus.InReview, [AppealStatus.Lodged, AppealStatus.Dismissed, AppealStatus.Upheld]));

    /// <summary>Grading that is appealed against.</summary>
    public required Guid GradingId { get; init; }

    /// <summary>What the teacher writes; the assessor reads it without names.</summary>
    public required string Reasons { get; init; }

    /// <summary>When it was lodged (UTC).</summary>
    public required DateTime LodgedAt { get; init; }

    /// <summary>State.</summary>
    public AppealStatus Status { get; private set; }

    /// <summary>Grade that the other assessor's marks gave; null before.</summary>
    public Grade? Grade { get; private set; }

    /// <summary>When it was decided (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Whether nothing is decided yet.</summary>
    public bool IsOpen => Status is AppealStatus.Lodged or AppealStatus.InReview;

    /// <summary>The last day of the term.</summary>
    /// <param name="releasedOn">Day on which the result was told.</param>
    /// <param name="days">Calendar days of the plan.</param>
    public static DateOnly Until(DateOnly releasedOn, int days) => releasedOn.AddDays(days);

    /// <summary>An assessor takes it, or gives it back.</summary>
    public Error? Move(AppealStatus to)
    {
        if (States.Check(Status, to) is { } error)
        {
            return error;
        }

        Status = to;
        return null;
    }

    /// <summary>Decides by the grade that the new marks give.</summary>
    /// <param name="grade">That grade.</param>
    /// <param name="isBetter">Whether it is better than the one appealed against.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Decide(Grade grade, bool isBetter, DateTime at)
    {
        if (Move(isBetter ? AppealStatus.Upheld : AppealStatus.Dismissed) is { } error)
        {
            return error;
        }

        (Grade, DecidedAt) = (grade, at);
        return null;
    }
}
