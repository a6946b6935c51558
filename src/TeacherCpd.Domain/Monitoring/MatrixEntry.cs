using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>
/// A cell of the interaction matrix, which the group fills on the last day of the course (2022 report, section 7.2): participant,
/// planned contact, responsible trainer and day. Closing the group makes a <see cref="SupportContact"/> of it.
/// </summary>
public sealed class MatrixEntry : Aggregate
{
    /// <summary>Longest wish, in characters.</summary>
    public const int WishLength = 300;

    /// <summary>Enrolment of the participant.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Kind of contact.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>Month of the plan that it stands for, 1 to 12: with the kind its place in the matrix.</summary>
    public required int Month { get; init; }

    /// <summary>Day agreed on, in the year after the course.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Responsible trainer.</summary>
    public Guid TrainerId { get; private set; }

    /// <summary>What the participant wishes to look at, up to <see cref="WishLength"/> characters; null where nothing.</summary>
    public string? Wish { get; private set; }

    /// <summary>Who filled it in last: the participant, the trainer or the coordinator.</summary>
    public Guid FilledById { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime FilledAt { get; private set; }

    /// <summary>Fills it in.</summary>
    public void Fill(DateOnly dueOn, Guid trainerId, string? wish, Guid by, DateTime at)
    {
        DueOn = dueOn;
        TrainerId = trainerId;
        Wish = string.IsNullOrWhiteSpace(wish) ? null : wish.Trim();
        FilledById = by;
        FilledAt = at;
    }
}
