using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Groups;

/// <summary>State of one person in one group.</summary>
public enum EnrolmentStatus
{
    /// <summary>Applied; somebody has to decide, see <see cref="Enrolment.AwaitedStep"/>.</summary>
    Applied,

    /// <summary>Everybody agreed, and there is no place yet.</summary>
    WaitingList,

    /// <summary>Has a place.</summary>
    Accepted,

    /// <summary>Declined, with a reason.</summary>
    Declined,

    /// <summary>Gave the application or the place back.</summary>
    Withdrawn,

    /// <summary>Went on in another group of the programme.</summary>
    Transferred,

    /// <summary>Assessed good or satisfactory: recommended for certification.</summary>
    Recommended,

    /// <summary>Assessed unsatisfactory: on the way to re-assessment.</summary>
    NotRecommended,

    /// <summary>The group was closed, and the person had missed too much to be admitted to the grade.</summary>
    NotCompleted,

    /// <summary>Was admitted to the grade and handed nothing in for it.</summary>
    Absent,

    /// <summary>Had a place and came to no session.</summary>
    NoShow,
}

/// <summary>How a person came into a group.</summary>
public enum EnrolmentOrigin
{
    /// <summary>Applied alone.</summary>
    OwnApplication,

    /// <summary>Sent by the school.</summary>
    Nomination,

    /// <summary>Sent by the school together with colleagues: they come or wait together.</summary>
    Team,

    /// <summary>Stood in a list that was imported.</summary>
    List,

    /// <summary>Came from another group of the programme.</summary>
    Transfer,

    /// <summary>Added after the beginning, on the ground of a document (2022 report, L4733 to L4737).</summary>
    Late,
}

/// <summary>The application waits for somebody else's decision, or for nobody's.</summary>
/// <param name="Awaited">Whose decision it waits for.</param>
public sealed record NotYourStep(ApplicationSteps Awaited) : Error("not_your_step", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Awaited];
}

/// <summary>One person in one group.</summary>
public sealed class Enrolment : Aggregate
{
    /// <summary>Which state may follow which. Re-assessment may still lead to a recommendation; who gave back may apply again; an appeal may give a place in the course back.</summary>
    public static readonly Transitions<EnrolmentStatus> States = new(
        (EnrolmentStatus.Applied, [EnrolmentStatus.Accepted, EnrolmentStatus.WaitingList, EnrolmentStatus.Declined, EnrolmentStatus.Withdrawn]),
        (EnrolmentStatus.WaitingList, [EnrolmentStatus.Accepted, EnrolmentStatus.Declined, EnrolmentStatus.Withdrawn]),
        (EnrolmentStatus.Accepted,
        [
            EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended, EnrolmentStatus.NotCompleted, EnrolmentStatus.Absent, EnrolmentStatus.NoShow,
            EnrolmentStatus.Withdrawn, EnrolmentStatus.Transferred,
        ]),
        (EnrolmentStatus.Withdrawn, [EnrolmentStatus.Applied]),
        (EnrolmentStatus.NotRecommended, [EnrolmentStatus.Recommended, EnrolmentStatus.Accepted]));

    private readonly List<EnrolmentDecision> decisions = [];
    private DateTime appliedAt;
    private EnrolmentOrigin origin;
    private Guid? schoolId;
    private Guid? regionId;
    private Guid? teamId;
    private string? basis;

    /// <summary>Group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Code under which the work is assessed, so that nobody sees whose it is; unique.</summary>
    public required string ListenerCode { get; init; }

    /// <summary>When the person applied (UTC).</summary>
    public required DateTime AppliedAt
    {
        get => appliedAt;
        init => appliedAt = value;
    }

    /// <summary>How the person came into the group.</summary>
    public EnrolmentOrigin Origin
    {
        get => origin;
        init => origin = value;
    }

    /// <summary>Where the person worked on applying; null where that is not known. Training belongs to the person: it stays when they move.</summary>
    public Guid? SchoolId
    {
        get => schoolId;
        init => schoolId = value;
    }

    /// <summary>Region of the school on applying, whose quota the place uses; null for schools of no region.</summary>
    public Guid? RegionId
    {
        get => regionId;
        init => regionId = value;
    }

    /// <summary>Shared by the colleagues who come together; null for who comes alone.</summary>
    public Guid? TeamId
    {
        get => teamId;
        init => teamId = value;
    }

    /// <summary>Document on which somebody was added late or from a list; null for the others.</summary>
    public string? Basis
    {
        get => basis;
        init => basis = value;
    }

    /// <summary>Enrolment from which the person was transferred; null for the others.</summary>
    public Guid? TransferredFromId { get; init; }

    /// <summary>State.</summary>
    public EnrolmentStatus Status { get; private set; }

    /// <summary>Whose decision the application waits for; none once all agreed.</summary>
    public ApplicationSteps AwaitedStep { get; private set; } = ApplicationSteps.Branch;

    /// <summary>Place in the line of those who wait, from 1, the same for a team; null for who never waited.</summary>
    public int? WaitingNumber { get; private set; }

    /// <summary>When the last decision was taken (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why the application was declined.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>Why the person gave the place back or went to another group.</summary>
    public string? LeaveReason { get; private set; }

    /// <summary>Decisions of school, education department and branch, in their order.</summary>
    public IReadOnlyCollection<EnrolmentDecision> Decisions => decisions;

    /// <summary>Whether everybody agreed and only a place is missing.</summary>
    public bool IsApproved => Status == EnrolmentStatus.Applied && AwaitedStep == ApplicationSteps.None;

    /// <summary>The step that comes after another; none after the last.</summary>
    /// <param name="steps">The steps a programme asks.</param>
    /// <param name="after">Step that is done; none for the first.</param>
    public static ApplicationSteps Next(ApplicationSteps steps, ApplicationSteps after) =>
        Enum.GetValues<ApplicationSteps>().FirstOrDefault(s => s > after && steps.HasFlag(s));

    /// <summary>Says whose decision comes first.</summary>
    /// <param name="steps">The steps the programme asks.</param>
    public Enrolment Asking(ApplicationSteps steps)
    {
        AwaitedStep = Next(steps, ApplicationSteps.None);
        return this;
    }

    /// <summary>Agrees for the awaited step; then the next one is awaited, or a place.</summary>
    /// <param name="step">For whom the decision is taken.</param>
    /// <param name="steps">The steps the programme asks.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When (UTC).</param>
    public Error? Approve(ApplicationSteps step, ApplicationSteps steps, Guid by, DateTime at)
    {
        if (Status != EnrolmentStatus.Applied || step != AwaitedStep || step == ApplicationSteps.None)
        {
            return new NotYourStep(AwaitedStep);
        }

        decisions.Add(new EnrolmentDecision { EnrolmentId = Id, Step = step, PersonId = by, IsApproved = true, At = at });
        DecidedAt = at;
        AwaitedStep = Next(steps, step);
        return null;
    }

    /// <summary>
    /// Agrees for the school that sends the person. Where the person works at another school too and named that one on applying,
    /// the application goes on from the school that sends: its region decides next, and the place uses its quota.
    /// </summary>
    /// <param name="school">School that sends.</param>
    /// <param name="region">Its region; null where it belongs to none.</param>
    /// <param name="steps">The steps the programme asks.</param>
    /// <param name="by">Who decides for the school.</param>
    /// <param name="at">When (UTC).</param>
    public Error? SendFrom(Guid school, Guid? region, ApplicationSteps steps, Guid by, DateTime at)
    {
        var error = Approve(ApplicationSteps.School, steps, by, at);
        if (error is null)
        {
            (schoolId, regionId) = (school, region);
        }

        return error;
    }

    /// <summary>Gives the person a place.</summary>
    public Error? Accept(DateTime at)
    {
        var error = Move(EnrolmentStatus.Accepted);
        if (error is null)
        {
            AwaitedStep = ApplicationSteps.None;
            DecidedAt = at;
        }

        return error;
    }

    /// <summary>Puts the person in the line of those who wait for a place.</summary>
    /// <param name="number">Place in the line, from 1.</param>
    public Error? Wait(int number)
    {
        var error = Move(EnrolmentStatus.WaitingList);
        WaitingNumber = error is null ? number : WaitingNumber;
        return error;
    }

    /// <summary>Declines the application with a reason that the teacher reads.</summary>
    public Error? Decline(string reason, DateTime at) => Decline(reason, null, at);

    /// <summary>Declines the application for the awaited step, with a reason that the teacher reads.</summary>
    public Error? Decline(string reason, Guid? by, DateTime at)
    {
        var step = AwaitedStep;
        var error = Move(EnrolmentStatus.Declined);
        if (error is null)
        {
            if (by is { } person)
            {
                decisions.Add(new EnrolmentDecision { EnrolmentId = Id, Step = step, PersonId = person, IsApproved = false, At = at });
            }

            AwaitedStep = ApplicationSteps.None;
            DecidedAt = at;
            DeclineReason = reason;
        }

        return error;
    }

    /// <summary>Gives the application or the place back.</summary>
    public Error? Withdraw(string? reason, DateTime at) => Leave(EnrolmentStatus.Withdrawn, reason, at);

    /// <summary>Records that the person goes on in another group of the programme.</summary>
    public Error? TransferAway(string reason, DateTime at) => Leave(EnrolmentStatus.Transferred, reason, at);

    /// <summary>Applies again, or is named again by a list, after having given back: at the end of every line.</summary>
    public Error? ApplyAgain(EnrolmentOrigin how, Guid? team, Guid? school, Guid? region, DateTime at, string? ground = null)
    {
        var error = Move(EnrolmentStatus.Applied);
        if (error is null)
        {
            (appliedAt, origin, teamId, schoolId, regionId, basis) = (at, how, team, school, region, ground);
            (WaitingNumber, DecidedAt, LeaveReason) = (null, null, null);
            decisions.Clear();
        }

        return error;
    }

    /// <summary>Records how the course ended for the person.</summary>
    public Error? Finish(EnrolmentStatus outcome) => Move(outcome);

    /// <summary>Gives back what a verdict took away that was set aside: the course goes on for the person.</summary>
    public Error? Resume() => Move(EnrolmentStatus.Accepted);

    private StepNotAllowed? Leave(EnrolmentStatus to, string? reason, DateTime at)
    {
        var error = Move(to);
        if (error is null)
        {
            AwaitedStep = ApplicationSteps.None;
            LeaveReason = reason;
            DecidedAt = at;
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

/// <summary>A decision of school, education department or branch about an application.</summary>
public sealed class EnrolmentDecision : Entity
{
    /// <summary>Enrolment.</summary>
    public Guid EnrolmentId { get; init; }

    /// <summary>For whom it was decided.</summary>
    public required ApplicationSteps Step { get; init; }

    /// <summary>Who decided.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Whether the answer was yes.</summary>
    public required bool IsApproved { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }
}
