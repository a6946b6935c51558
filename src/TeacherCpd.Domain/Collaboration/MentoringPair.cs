using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Collaboration;

/// <summary>Where a pair of mentor and young teacher is.</summary>
public enum PairStatus
{
    /// <summary>The school proposed it; both are asked.</summary>
    Planned,

    /// <summary>Both accepted.</summary>
    Agreed,

    /// <summary>They work together.</summary>
    Running,

    /// <summary>Both wrote what came of it.</summary>
    Finished,

    /// <summary>It ended before, with a reason.</summary>
    EndedEarly,
}

/// <summary>Which state of a pair may follow which.</summary>
public static class PairStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<PairStatus> Table = new(
        (PairStatus.Planned, [PairStatus.Agreed, PairStatus.EndedEarly]),
        (PairStatus.Agreed, [PairStatus.Running, PairStatus.EndedEarly]),
        (PairStatus.Running, [PairStatus.Finished, PairStatus.EndedEarly]));

    /// <summary>The states in which a pair takes the place of a mentor or of a young teacher.</summary>
    public static readonly IReadOnlyList<PairStatus> Live = [PairStatus.Planned, PairStatus.Agreed, PairStatus.Running];
}

/// <summary>What the two do together.</summary>
public enum PairStepKind
{
    /// <summary>One visits a lesson of the other.</summary>
    LessonVisit,

    /// <summary>Consultation.</summary>
    Consultation,

    /// <summary>They plan a lesson together.</summary>
    JointPlanning,
}

/// <summary>What a school proposes.</summary>
/// <param name="SchoolId">School of the young teacher.</param>
/// <param name="MentorId">Mentor.</param>
/// <param name="MentorSchoolId">School of the mentor.</param>
/// <param name="YoungTeacherId">Young teacher.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Goals">What they want to reach.</param>
/// <param name="OtherSchoolReason">Why the mentor is of another school; null where it is the same.</param>
/// <param name="ById">Who proposes it.</param>
public sealed record PairProposal(
    Guid SchoolId, Guid MentorId, Guid MentorSchoolId, Guid YoungTeacherId, DateOnly From, DateOnly To, string Goals, string? OtherSchoolReason, Guid ById);

/// <summary>A mentor and a young teacher who work together for a time (2023 concept, lines 372 and 450: mentors for beginners).</summary>
public sealed class MentoringPair : Aggregate
{
    /// <summary>Longest number, in characters.</summary>
    public const int NumberLength = 20;

    /// <summary>Longest goals, in characters.</summary>
    public const int GoalsLength = 1000;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 500;

    private readonly List<PairStep> steps = [];
    private readonly List<PairMeeting> meetings = [];

    private MentoringPair()
    {
    }

    /// <summary>Number, as people quote it.</summary>
    public string Number { get; private init; } = "";

    /// <summary>School of the young teacher.</summary>
    public Guid SchoolId { get; private init; }

    /// <summary>School of the mentor.</summary>
    public Guid MentorSchoolId { get; private init; }

    /// <summary>Mentor.</summary>
    public Guid MentorId { get; private init; }

    /// <summary>Young teacher.</summary>
    public Guid YoungTeacherId { get; private init; }

    /// <summary>Who proposed it.</summary>
    public Guid ProposedById { get; private init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private init; }

    /// <summary>What they want to reach.</summary>
    public string Goals { get; private init; } = "";

    /// <summary>Why the mentor is of another school; null where it is the same.</summary>
    public string? OtherSchoolReason { get; private init; }

    /// <summary>State.</summary>
    public PairStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>When the mentor accepted (UTC); null before.</summary>
    public DateTime? MentorAcceptedAt { get; private set; }

    /// <summary>When the young teacher accepted (UTC); null before.</summary>
    public DateTime? YoungTeacherAcceptedAt { get; private set; }

    /// <summary>Why it ended early.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Who ended it early.</summary>
    public Guid? EndedById { get; private set; }

    /// <summary>What came of it, as the mentor sees it.</summary>
    public string? MentorOutcome { get; private set; }

    /// <summary>What came of it, as the young teacher sees it.</summary>
    public string? YoungTeacherOutcome { get; private set; }

    /// <summary>The activity by which the mentor took the pair into the own record; null where not.</summary>
    public Guid? MentorActivityId { get; private set; }

    /// <summary>The activity by which the young teacher took the pair into the own record; null where not.</summary>
    public Guid? YoungTeacherActivityId { get; private set; }

    /// <summary>What is planned.</summary>
    public IReadOnlyCollection<PairStep> Steps => steps;

    /// <summary>What took place.</summary>
    public IReadOnlyCollection<PairMeeting> Meetings => meetings;

    /// <summary>A school proposes a pair.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="number">Number.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <param name="at">Now (UTC).</param>
    public static Result<MentoringPair> Propose(Guid id, string number, PairProposal proposal, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (proposal.MentorId == proposal.YoungTeacherId)
        {
            return new OwnMentor();
        }

        if (proposal.To <= proposal.From)
        {
            return new PairDaysReversed();
        }

        if (proposal.MentorSchoolId != proposal.SchoolId && proposal.OtherSchoolReason is null)
        {
            return new OtherSchoolNeedsReason();
        }

        return new MentoringPair
        {
            Id = id,
            Number = number,
            SchoolId = proposal.SchoolId,
            MentorSchoolId = proposal.MentorSchoolId,
            MentorId = proposal.MentorId,
            YoungTeacherId = proposal.YoungTeacherId,
            ProposedById = proposal.ById,
            From = proposal.From,
            To = proposal.To,
            Goals = proposal.Goals,
            OtherSchoolReason = proposal.MentorSchoolId == proposal.SchoolId ? null : proposal.OtherSchoolReason,
            StatusSince = at,
        };
    }

    /// <summary>Which side of the pair somebody is; null for none.</summary>
    public MentoringSide? SideOf(Guid personId) =>
        personId == MentorId ? MentoringSide.Mentor : personId == YoungTeacherId ? MentoringSide.Mentee : null;

    /// <summary>One of the two accepts; with the second the pair is agreed. To accept twice changes nothing.</summary>
    /// <param name="side">Who.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Accept(MentoringSide side, DateTime at)
    {
        if ((side == MentoringSide.Mentor ? MentorAcceptedAt : YoungTeacherAcceptedAt) is not null)
        {
            return null;
        }

        if (PairStates.Table.Check(Status, PairStatus.Agreed) is { } refused)
        {
            return refused;
        }

        if (side == MentoringSide.Mentor)
        {
            MentorAcceptedAt = at;
        }
        else
        {
            YoungTeacherAcceptedAt = at;
        }

        return MentorAcceptedAt is not null && YoungTeacherAcceptedAt is not null ? Move(PairStatus.Agreed, at) : null;
    }

    /// <summary>They begin to work together.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Begin(DateTime at) => Move(PairStatus.Running, at);

    /// <summary>It ends before its time.</summary>
    /// <param name="by">Who ends it.</param>
    /// <param name="reason">Why; both read it.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? EndEarly(Guid by, string reason, DateTime at)
    {
        var refused = Move(PairStatus.EndedEarly, at);
        if (refused is null)
        {
            (EndedById, EndReason) = (by, reason);
        }

        return refused;
    }

    /// <summary>A step is planned, from the acceptance of both on.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="kind">What they will do.</param>
    /// <param name="topic">About what.</param>
    /// <param name="dueOn">Day, within the time of the pair.</param>
    public Error? Plan(Guid id, PairStepKind kind, string topic, DateOnly dueOn)
    {
        if (Status is not (PairStatus.Agreed or PairStatus.Running))
        {
            return new PairNotRunning();
        }

        if (dueOn < From || dueOn > To)
        {
            return new StepOutsidePair(From, To);
        }

        steps.Add(new PairStep { Id = id, PairId = Id, Kind = kind, Topic = topic, DueOn = dueOn });
        return null;
    }

    /// <summary>One of the two writes what took place; the other answers. A step that is named is done by it.</summary>
    /// <param name="meeting">What took place.</param>
    public Error? Hold(PairMeeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        if (Status != PairStatus.Running)
        {
            return new PairNotRunning();
        }

        if (meeting.HeldOn < From)
        {
            return new MeetingBeforePair(From);
        }

        var step = steps.Find(s => s.Id == meeting.StepId);
        if (meeting.StepId is not null && step is null)
        {
            return new NotFound();
        }

        step?.Take(meeting.HeldOn);
        meetings.Add(meeting);
        return null;
    }

    /// <summary>The other one confirms a meeting, with an answer. The first answer stays.</summary>
    /// <param name="meetingId">Meeting.</param>
    /// <param name="by">Who answers; not who wrote.</param>
    /// <param name="answer">Own words; null for none.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Answer(Guid meetingId, Guid by, string? answer, DateTime at)
    {
        var meeting = meetings.Find(m => m.Id == meetingId);
        if (meeting is null)
        {
            return new NotFound();
        }

        return meeting.AuthorId == by ? new OwnMeeting() : meeting.Confirm(answer, at);
    }

    /// <summary>
    /// One of the two writes what came of it; with the second the pair is finished. Before that neither reads the other's. A pair of which
    /// no meeting was confirmed has nothing to finish: it is ended early.
    /// </summary>
    /// <param name="side">Who.</param>
    /// <param name="words">What came of it.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? WriteOutcome(MentoringSide side, string words, DateTime at)
    {
        if (PairStates.Table.Check(Status, PairStatus.Finished) is { } refused)
        {
            return refused;
        }

        if (!meetings.Exists(m => m.AnsweredAt is not null))
        {
            return new NoMeetingConfirmed();
        }

        if (side == MentoringSide.Mentor)
        {
            MentorOutcome = words;
        }
        else
        {
            YoungTeacherOutcome = words;
        }

        return MentorOutcome is not null && YoungTeacherOutcome is not null ? Move(PairStatus.Finished, at) : null;
    }

    /// <summary>One of the two took the finished pair into the own record.</summary>
    /// <param name="side">Who.</param>
    /// <param name="activityId">The activity of the record.</param>
    public Error? TakenToRecord(MentoringSide side, Guid activityId)
    {
        if (Status != PairStatus.Finished)
        {
            return new PairNotFinished();
        }

        if (side == MentoringSide.Mentor)
        {
            MentorActivityId = activityId;
        }
        else
        {
            YoungTeacherActivityId = activityId;
        }

        return null;
    }

    private StepNotAllowed? Move(PairStatus to, DateTime at)
    {
        var refused = PairStates.Table.Check(Status, to);
        if (refused is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return refused;
    }
}

/// <summary>A planned step of a pair.</summary>
public sealed class PairStep : Entity
{
    /// <summary>Longest topic, in characters.</summary>
    public const int TopicLength = 200;

    /// <summary>Pair.</summary>
    public Guid PairId { get; init; }

    /// <summary>What they will do.</summary>
    public PairStepKind Kind { get; init; }

    /// <summary>About what.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Day it is planned for.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Day on which it took place; null until then.</summary>
    public DateOnly? DoneOn { get; private set; }

    internal void Take(DateOnly on) => DoneOn = on;
}

/// <summary>What took place between mentor and young teacher: one writes, the other confirms.</summary>
public sealed class PairMeeting : Entity
{
    /// <summary>Longest note and longest answer, in characters.</summary>
    public const int WordsLength = 2000;

    /// <summary>Pair.</summary>
    public Guid PairId { get; init; }

    /// <summary>The planned step that took place by it; null for none.</summary>
    public Guid? StepId { get; init; }

    /// <summary>What they did.</summary>
    public PairStepKind Kind { get; init; }

    /// <summary>Day.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>Who wrote.</summary>
    public Guid AuthorId { get; init; }

    /// <summary>What was done and said.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was written (UTC).</summary>
    public DateTime WrittenAt { get; init; }

    /// <summary>When the other confirmed it (UTC); null before.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What the other answered; null for no words.</summary>
    public string? Reply { get; private set; }

    internal Error? Confirm(string? answer, DateTime at)
    {
        if (AnsweredAt is not null)
        {
            return Reply == answer ? null : new MeetingAnswered();
        }

        (AnsweredAt, Reply) = (at, answer);
        return null;
    }
}

/// <summary>Nobody is their own mentor.</summary>
public sealed record OwnMentor() : Error("own_mentor", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "MentorId";
}

/// <summary>The last day is not after the first.</summary>
public sealed record PairDaysReversed() : Error("pair_days_reversed", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(PairProposal.To);
}

/// <summary>A mentor of another school needs a reason.</summary>
public sealed record OtherSchoolNeedsReason() : Error("other_school_needs_reason", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(PairProposal.OtherSchoolReason);
}

/// <summary>The pair does not work together: not yet, or no more.</summary>
public sealed record PairNotRunning() : Error("pair_not_running", ErrorKind.Conflict);

/// <summary>Only a finished pair is taken into the record.</summary>
public sealed record PairNotFinished() : Error("pair_not_finished", ErrorKind.Conflict);

/// <summary>A step lies outside the time of the pair.</summary>
/// <param name="From">First day of the pair.</param>
/// <param name="To">Last day of the pair.</param>
public sealed record StepOutsidePair(DateOnly From, DateOnly To) : Error("step_outside_pair", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From, To];

    /// <inheritdoc/>
    public override string Field => "DueOn";
}

/// <summary>A meeting was before the first day of the pair.</summary>
/// <param name="From">First day of the pair.</param>
public sealed record MeetingBeforePair(DateOnly From) : Error("meeting_before_pair", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From];

    /// <inheritdoc/>
    public override string Field => "HeldOn";
}

/// <summary>Who wrote a note does not confirm it.</summary>
public sealed record OwnMeeting() : Error("own_meeting", ErrorKind.Conflict);

/// <summary>The note was answered before.</summary>
public sealed record MeetingAnswered() : Error("meeting_answered", ErrorKind.Conflict);

/// <summary>No meeting was confirmed by both: there is nothing to finish.</summary>
public sealed record NoMeetingConfirmed() : Error("no_meeting_confirmed", ErrorKind.Conflict);
