using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Groups;

/// <summary>State of a group.</summary>
public enum GroupStatus
{
    /// <summary>In the catalogue; people apply.</summary>
    Recruiting,

    /// <summary>The course runs, portfolios are written and assessed.</summary>
    Studying,

    /// <summary>Over; the year of support has begun.</summary>
    Closed,
}

/// <summary>The dates of a group do not make sense.</summary>
public sealed record GroupDatesReversed() : Error("group_dates_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(StudyGroup.EndsOn);
}

/// <summary>A group of one programme version with language, dates and trainer.</summary>
public sealed class StudyGroup : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<GroupStatus> States = new(
        (GroupStatus.Recruiting, [GroupStatus.Studying]),
        (GroupStatus.Studying, [GroupStatus.Closed]));

    /// <summary>Number to quote, for example <c>L01-2026-007</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Programme version; people on it finish it even when a newer one appears.</summary>
    public required Guid ProgrammeVersionId { get; init; }

    /// <summary>Branch that runs the group.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>Language of teaching.</summary>
    public required Language Language { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Trainer.</summary>
    public required Guid TrainerId { get; init; }

    /// <summary>Largest number of accepted people, 1 to 200.</summary>
    public required int Capacity { get; init; }

    /// <summary>State.</summary>
    public GroupStatus Status { get; private set; }

    /// <summary>When it was closed (UTC).</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Begins the course: no more applications.</summary>
    public Error? Start() => Move(GroupStatus.Studying);

    /// <summary>Closes the group.</summary>
    public Error? Close(DateTime at)
    {
        var error = Move(GroupStatus.Closed);
        ClosedAt = error is null ? at : ClosedAt;
        return error;
    }

    private StepNotAllowed? Move(GroupStatus to)
    {
        var error = States.Check(Status, to);
        Status = error is null ? to : Status;
        return error;
    }
}

/// <summary>State of one person in one group.</summary>
public enum EnrolmentStatus
{
    /// <summary>The teacher applied.</summary>
    Applied,

    /// <summary>The coordinator accepted.</summary>
    Accepted,

    /// <summary>The coordinator declined, with a reason.</summary>
    Declined,

    /// <summary>Assessed good or satisfactory: recommended for certification.</summary>
    Recommended,

    /// <summary>Assessed unsatisfactory: on the way to re-assessment.</summary>
    NotRecommended,

    /// <summary>The group was closed before the person handed in for the grade.</summary>
    NotCompleted,
}

/// <summary>One person in one group.</summary>
public sealed class Enrolment : Aggregate
{
    /// <summary>Which state may follow which. Re-assessment may still lead to a recommendation.</summary>
    public static readonly Transitions<EnrolmentStatus> States = new(
        (EnrolmentStatus.Applied, [EnrolmentStatus.Accepted, EnrolmentStatus.Declined]),
        (EnrolmentStatus.Accepted, [EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended, EnrolmentStatus.NotCompleted]),
        (EnrolmentStatus.NotRecommended, [EnrolmentStatus.Recommended]));

    /// <summary>Group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Code under which the work is assessed, so that nobody sees whose it is; unique.</summary>
    public required string ListenerCode { get; init; }

    /// <summary>When the person applied (UTC).</summary>
    public required DateTime AppliedAt { get; init; }

    /// <summary>State.</summary>
    public EnrolmentStatus Status { get; private set; }

    /// <summary>When the coordinator decided (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why the application was declined.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Accepts the application.</summary>
    public Error? Accept(DateTime at) => Decide(EnrolmentStatus.Accepted, at, null);

    /// <summary>Declines the application with a reason that the teacher reads.</summary>
    public Error? Decline(string reason, DateTime at) => Decide(EnrolmentStatus.Declined, at, reason);

    /// <summary>Records how the course ended for the person.</summary>
    public Error? Finish(EnrolmentStatus outcome) => Move(outcome);

    private StepNotAllowed? Decide(EnrolmentStatus to, DateTime at, string? reason)
    {
        var error = Move(to);
        if (error is null)
        {
            DecidedAt = at;
            DeclineReason = reason;
        }

        return error;
    }

    private StepNotAllowed? Move(EnrolmentStatus to)
    {
        var error = States.Check(Status, to);
        Status = error is null ? to : Status;
        return error;
    }
}
