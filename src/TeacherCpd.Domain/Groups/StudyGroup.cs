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

    /// <summary>Called off before it began.</summary>
    Cancelled,
}

/// <summary>Who pays for the places of a group (2022 report, L2760 to L2766: two sources; the third are paying customers).</summary>
public enum FundingSource
{
    /// <summary>Republican budget.</summary>
    RepublicanBudget,

    /// <summary>Own funds of the provider.</summary>
    OwnFunds,

    /// <summary>Paid by the teacher, the school or another customer.</summary>
    Paid,
}

/// <summary>The dates of a group do not make sense.</summary>
public sealed record GroupDatesReversed() : Error("group_dates_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(StudyGroup.EndsOn);
}

/// <summary>The smallest size of a group is above its largest.</summary>
public sealed record GroupSizesReversed() : Error("group_sizes_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(StudyGroup.SmallestSize);
}

/// <summary>More people hold a place already than the group would have.</summary>
/// <param name="Taken">Places taken.</param>
public sealed record GroupHasMorePeople(int Taken) : Error("group_has_more_people", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Taken];

    /// <inheritdoc/>
    public override string Field => nameof(StudyGroup.Capacity);
}

/// <summary>Too few people hold a place to begin.</summary>
/// <param name="Taken">Places taken.</param>
/// <param name="SmallestSize">Smallest size of the group.</param>
public sealed record GroupTooSmall(int Taken, int SmallestSize) : Error("group_too_small", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Taken, SmallestSize];
}

/// <summary>The trainer was taken off since the authorisation lapsed; another has to be set before the group begins.</summary>
public sealed record GroupWithoutTrainer() : Error("group_without_trainer", ErrorKind.Conflict);

/// <summary>What a coordinator decides about a group and may change while it goes on.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="TrainerId">Trainer of the group.</param>
/// <param name="SmallestSize">Fewest people with whom it begins, 1 to <paramref name="Capacity"/>.</param>
/// <param name="Capacity">Most people, 1 to 200.</param>
/// <param name="Venue">Where it meets; null where that is not known.</param>
/// <param name="MeetingLink">Address of the meetings at a distance; null where there are none.</param>
public sealed record GroupPlan(DateOnly StartsOn, DateOnly EndsOn, Guid TrainerId, int SmallestSize, int Capacity, string? Venue, string? MeetingLink)
{
    /// <summary>What is wrong with the plan by itself; null when nothing is.</summary>
    public Error? Fault =>
        EndsOn < StartsOn ? new GroupDatesReversed()
        : SmallestSize > Capacity ? new GroupSizesReversed()
        : null;
}

/// <summary>A group of one programme version with language, dates and trainer.</summary>
public sealed class StudyGroup : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<GroupStatus> States = new(
        (GroupStatus.Recruiting, [GroupStatus.Studying, GroupStatus.Cancelled]),
        (GroupStatus.Studying, [GroupStatus.Closed]));

    private DateOnly startsOn;
    private DateOnly endsOn;
    private Guid trainerId;
    private int smallestSize = 1;
    private int capacity;
    private string? venue;
    private string? meetingLink;

    /// <summary>Number to quote, for example <c>L01-2026-007</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Programme version; people on it finish it even when a newer one appears.</summary>
    public required Guid ProgrammeVersionId { get; init; }

    /// <summary>Branch that runs the group.</summary>
    public required Guid BranchId { get; init; }

    /// <summary>Language of teaching.</summary>
    public required Language Language { get; init; }

    /// <summary>Who pays for the places.</summary>
    public FundingSource Funding { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn
    {
        get => startsOn;
        init => startsOn = value;
    }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn
    {
        get => endsOn;
        init => endsOn = value;
    }

    /// <summary>Trainer: gives feedback and supports for a year. Single sessions may have another.</summary>
    public required Guid TrainerId
    {
        get => trainerId;
        init => trainerId = value;
    }

    /// <summary>When the trainer was taken off because the authorisation lapsed (UTC); null while the group has a trainer.</summary>
    public DateTime? TrainerTakenOffAt { get; private set; }

    /// <summary>Fewest people with whom the group begins, 1 to <see cref="Capacity"/>.</summary>
    public int SmallestSize
    {
        get => smallestSize;
        init => smallestSize = value;
    }

    /// <summary>Largest number of accepted people, 1 to 200.</summary>
    public required int Capacity
    {
        get => capacity;
        init => capacity = value;
    }

    /// <summary>Where the group meets; null where that is not known yet.</summary>
    public string? Venue
    {
        get => venue;
        init => venue = value;
    }

    /// <summary>Address of the meetings at a distance; null where there are none.</summary>
    public string? MeetingLink
    {
        get => meetingLink;
        init => meetingLink = value;
    }

    /// <summary>State.</summary>
    public GroupStatus Status { get; private set; }

    /// <summary>When it was closed or called off (UTC).</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>What may be changed of the group.</summary>
    public GroupPlan Plan => new(startsOn, endsOn, trainerId, smallestSize, capacity, venue, meetingLink);

    /// <summary>Changes the plan of a group that is not over.</summary>
    /// <param name="plan">New plan.</param>
    /// <param name="taken">Places that are taken.</param>
    public Error? Change(GroupPlan plan, int taken)
    {
        var error = plan.Fault
            ?? (Status is GroupStatus.Closed or GroupStatus.Cancelled ? new StepNotAllowed(Status.ToString(), Status.ToString()) : null)
            ?? (plan.Capacity < taken ? new GroupHasMorePeople(taken) : (Error?)null);
        if (error is null)
        {
            TrainerTakenOffAt = null;
            (startsOn, endsOn, trainerId, smallestSize, capacity, venue, meetingLink) =
                (plan.StartsOn, plan.EndsOn, plan.TrainerId, plan.SmallestSize, plan.Capacity, plan.Venue, plan.MeetingLink);
        }

        return error;
    }

    /// <summary>Begins the course: no more applications.</summary>
    /// <param name="taken">Places that are taken.</param>
    public Error? Start(int taken) =>
        States.Check(Status, GroupStatus.Studying)
        ?? (TrainerTakenOffAt is not null ? new GroupWithoutTrainer() : taken < smallestSize ? new GroupTooSmall(taken, smallestSize) : (Error?)Move(GroupStatus.Studying));

    /// <summary>Takes the trainer off a group that has not begun; it does not begin before another one is set.</summary>
    /// <param name="at">Moment (UTC).</param>
    public Error? TakeTrainerOff(DateTime at)
    {
        if (Status != GroupStatus.Recruiting)
        {
            return new StepNotAllowed(Status.ToString(), Status.ToString());
        }

        TrainerTakenOffAt ??= at;
        return null;
    }

    /// <summary>Closes the group.</summary>
    public Error? Close(DateTime at)
    {
        var error = Move(GroupStatus.Closed);
        ClosedAt = error is null ? at : ClosedAt;
        return error;
    }

    /// <summary>Calls the group off before it begins.</summary>
    public Error? Cancel(string reason, DateTime at)
    {
        var error = Move(GroupStatus.Cancelled);
        if (error is null)
        {
            ClosedAt = at;
            CancelReason = reason;
        }

        return error;
    }

    private StepNotAllowed? Move(GroupStatus to)
    {
        var error = States.Check(Status, to);
        Status = error is null ? to : Status;
        return error;
    }
}
