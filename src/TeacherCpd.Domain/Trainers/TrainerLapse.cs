using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Trainers;

/// <summary>State of a lapse.</summary>
public enum LapseStatus
{
    /// <summary>Trainer and coordinator are warned; the group still has its trainer.</summary>
    Warned,

    /// <summary>The trainer was taken off; the group needs another.</summary>
    TakenOff,

    /// <summary>The group has a trainer who may teach it.</summary>
    Resolved,
}

/// <summary>A trainer may no longer teach a group that has not begun: first a warning, later taken off.</summary>
public sealed class TrainerLapse : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<LapseStatus> States = new(
        (LapseStatus.Warned, [LapseStatus.TakenOff, LapseStatus.Resolved]),
        (LapseStatus.TakenOff, [LapseStatus.Resolved]));

    /// <summary>Group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>The person who trains it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Why the person may not teach it.</summary>
    public required TrainerObstacle Obstacle { get; init; }

    /// <summary>When it was noticed and warned of (UTC).</summary>
    public required DateTime WarnedAt { get; init; }

    /// <summary>Day on which the trainer is taken off unless something changes.</summary>
    public required DateOnly TakeOffOn { get; init; }

    /// <summary>State.</summary>
    public LapseStatus Status { get; private set; }

    /// <summary>When the present state began, after the warning (UTC).</summary>
    public DateTime? StatusSince { get; private set; }

    /// <summary>Takes the trainer off.</summary>
    public Error? TakeOff(DateTime at) => Move(LapseStatus.TakenOff, at);

    /// <summary>The group has a trainer who may teach it.</summary>
    public Error? Resolve(DateTime at) => Move(LapseStatus.Resolved, at);

    private StepNotAllowed? Move(LapseStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return error;
    }
}

/// <summary>What somebody is told about trainers.</summary>
public enum TrainerNoticeKind
{
    /// <summary>A campaign began; a report is asked for.</summary>
    CampaignOpened,

    /// <summary>The last day for reports is two weeks away.</summary>
    ReportDueSoon,

    /// <summary>The last day for reports is three days away.</summary>
    ReportDueNow,

    /// <summary>The council decided.</summary>
    Decided,

    /// <summary>The trainer may not teach a future group any more, and will be taken off.</summary>
    LapseWarning,

    /// <summary>The trainer was taken off.</summary>
    TakenOff,
}

/// <summary>One mail about trainers to one person. Kind, subject and recipient together are unique.</summary>
public sealed class TrainerNotice : Mailing
{
    /// <summary>Recipient.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>What about.</summary>
    public required TrainerNoticeKind Kind { get; init; }

    /// <summary>The recertification or the lapse.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What people call it: number of the recertification, or code of the group.</summary>
    public required string About { get; init; }

    /// <summary>Day that the mail names.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}
