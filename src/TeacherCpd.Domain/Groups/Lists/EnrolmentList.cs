using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Groups.Lists;

/// <summary>State of a list of people for a group.</summary>
public enum EnrolmentListStatus
{
    /// <summary>Read and shown; nobody is enrolled yet.</summary>
    Previewed,

    /// <summary>Confirmed: who could be enrolled is.</summary>
    Imported,

    /// <summary>Thrown away, by its owner or since nobody confirmed it in time.</summary>
    Discarded,
}

/// <summary>What an import did.</summary>
/// <param name="Enrolled">People who have a place.</param>
/// <param name="Waiting">People in the line of those who wait.</param>
/// <param name="Failed">Rows that were not taken.</param>
public sealed record ListOutcome(int Enrolled, int Waiting, int Failed);

/// <summary>A list of people that somebody sent for a group. Its rows stand apart, since they do not stay.</summary>
public sealed class EnrolmentList : Aggregate
{
    /// <summary>Most rows of one list; a longer one is sent in parts.</summary>
    public const int MostRows = 5_000;

    /// <summary>How long rows are kept: those of a list nobody confirmed, and those that failed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(3);

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<EnrolmentListStatus> States = new(
        (EnrolmentListStatus.Previewed, [EnrolmentListStatus.Imported, EnrolmentListStatus.Discarded]));

    private ListOutcome outcome = new(0, 0, 0);

    /// <summary>Group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Who sent the list; nobody else sees it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Number of rows with people.</summary>
    public required int RowCount { get; init; }

    /// <summary>When it was sent (UTC).</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>State.</summary>
    public EnrolmentListStatus Status { get; private set; }

    /// <summary>When it was imported or thrown away (UTC).</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Document on which the people were enrolled; null before.</summary>
    public string? Basis { get; private set; }

    /// <summary>People who have a place by it.</summary>
    public int Enrolled { get => outcome.Enrolled; private set => outcome = outcome with { Enrolled = value }; }

    /// <summary>People who wait for a place by it.</summary>
    public int Waiting { get => outcome.Waiting; private set => outcome = outcome with { Waiting = value }; }

    /// <summary>Rows that were not taken.</summary>
    public int Failed { get => outcome.Failed; private set => outcome = outcome with { Failed = value }; }

    /// <summary>What the import did; zeros before.</summary>
    public ListOutcome Outcome => outcome;

    /// <summary>Until when its rows are kept (UTC).</summary>
    public DateTime ExpiresAt => CreatedAt + KeptFor;

    /// <summary>Records the import.</summary>
    public Error? Import(string basis, ListOutcome done, DateTime at)
    {
        var error = Move(EnrolmentListStatus.Imported, at);
        if (error is null)
        {
            (Basis, outcome) = (basis, done);
        }

        return error;
    }

    /// <summary>Throws the list away.</summary>
    public Error? Discard(DateTime at) => Move(EnrolmentListStatus.Discarded, at);

    private StepNotAllowed? Move(EnrolmentListStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        (Status, ClosedAt) = error is null ? (to, at) : (Status, ClosedAt);
        return error;
    }
}

/// <summary>
/// The rows of a list as JSON. They hold national numbers and names of people who may never be enrolled: they are not
/// audited, and are deleted on import (but for those that failed), on throwing away, and after <see cref="EnrolmentList.KeptFor"/>.
/// </summary>
public sealed class EnrolmentListRows : INotAudited
{
    /// <summary>List.</summary>
    public required Guid ListId { get; init; }

    /// <summary>Rows.</summary>
    public required string Json { get; set; }
}
