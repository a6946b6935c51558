using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Trainers;

/// <summary>Whether a trainer may teach a programme (2022 report, section 2: trained and certified for each programme apart).</summary>
public enum AuthorisationStatus
{
    /// <summary>Trained for the programme; teaches nobody yet.</summary>
    Trained,

    /// <summary>Certified: may teach on the days on which it holds.</summary>
    Certified,

    /// <summary>Certified, and in a recertification campaign; may teach until it ends.</summary>
    Due,

    /// <summary>Not recommended by the council; teaches no new group until a later campaign.</summary>
    NotRecommended,

    /// <summary>Suspended, with a reason.</summary>
    Suspended,
}

/// <summary>The trainer was trained for the programme before.</summary>
public sealed record AlreadyTrained() : Error("already_trained", ErrorKind.Conflict);

/// <summary>The days of an authorisation or a contract are the wrong way round.</summary>
public sealed record ValidityReversed() : Error("ends_before_it_begins", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "ValidUntil";
}

/// <summary>What a trainer may teach: one programme, with the whole way to it.</summary>
public sealed class Authorisation : Entity
{
    /// <summary>Which state may follow which. A suspension gives back the state that it interrupted.</summary>
    public static readonly Transitions<AuthorisationStatus> States = new(
        (AuthorisationStatus.Trained, [AuthorisationStatus.Certified, AuthorisationStatus.Suspended]),
        (AuthorisationStatus.Certified, [AuthorisationStatus.Certified, AuthorisationStatus.Due, AuthorisationStatus.Suspended]),
        (AuthorisationStatus.Due, [AuthorisationStatus.Certified, AuthorisationStatus.NotRecommended, AuthorisationStatus.Suspended]),
        (AuthorisationStatus.NotRecommended, [AuthorisationStatus.NotRecommended, AuthorisationStatus.Certified, AuthorisationStatus.Suspended]),
        (AuthorisationStatus.Suspended,
        [
            AuthorisationStatus.Trained, AuthorisationStatus.Certified, AuthorisationStatus.Due, AuthorisationStatus.NotRecommended,
        ]));

    private readonly List<AuthorisationStep> steps = [];

    /// <summary>Trainer.</summary>
    public Guid TrainerId { get; init; }

    /// <summary>Programme.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>Day on which the training ended.</summary>
    public required DateOnly TrainedOn { get; init; }

    /// <summary>Where the trainer came from at that time; counts of past years go by it.</summary>
    public required TrainerSource TrainedAs { get; init; }

    /// <summary>State.</summary>
    public AuthorisationStatus Status { get; private set; }

    /// <summary>First day of the present certification; null before the first one.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Its last day.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>State that a suspension interrupted; null while there is none.</summary>
    public AuthorisationStatus? Interrupted { get; private set; }

    /// <summary>Every step with its day and ground, oldest first.</summary>
    public IReadOnlyCollection<AuthorisationStep> Steps => steps;

    /// <summary>What keeps from teaching on all days of a span, by the authorisation alone; null when nothing does.</summary>
    public Obstacle? ObstacleTo(DateOnly first, DateOnly last) => Status switch
    {
        AuthorisationStatus.Suspended => new(TrainerObstacle.Suspended, null),
        AuthorisationStatus.NotRecommended => new(TrainerObstacle.NotRecommended, null),
        AuthorisationStatus.Trained => new(TrainerObstacle.NotCertified, null),
        _ when ValidFrom > first => new(TrainerObstacle.BeginsLate, ValidFrom),
        _ when ValidUntil < last => new(TrainerObstacle.EndsEarly, ValidUntil),
        _ => null,
    };

    /// <summary>Certifies for a span of days.</summary>
    public Error? Certify(DateOnly from, DateOnly until, StepGround ground)
    {
        if (until < from)
        {
            return new ValidityReversed();
        }

        var error = Status == AuthorisationStatus.Suspended
            ? new StepNotAllowed(Status.ToString(), nameof(AuthorisationStatus.Certified))
            : Move(AuthorisationStatus.Certified, ground);
        if (error is null)
        {
            (ValidFrom, ValidUntil) = (from, until);
        }

        return error;
    }

    /// <summary>Puts it into a campaign.</summary>
    public Error? FallDue(StepGround ground) => Move(AuthorisationStatus.Due, ground);

    /// <summary>The council does not recommend.</summary>
    public Error? Refuse(StepGround ground) =>
        Status == AuthorisationStatus.Suspended ? new StepNotAllowed(Status.ToString(), nameof(AuthorisationStatus.NotRecommended)) : Move(AuthorisationStatus.NotRecommended, ground);

    /// <summary>Suspends it, whatever its state.</summary>
    public Error? Suspend(StepGround ground)
    {
        var before = Status;
        var error = Move(AuthorisationStatus.Suspended, ground);
        Interrupted = error is null ? before : Interrupted;
        return error;
    }

    /// <summary>Ends a suspension: what it interrupted holds again.</summary>
    public Error? Lift(StepGround ground)
    {
        if (Status != AuthorisationStatus.Suspended)
        {
            return new StepNotAllowed(Status.ToString(), nameof(AuthorisationStatus.Certified));
        }

        var error = Move(Interrupted ?? AuthorisationStatus.Trained, ground);
        Interrupted = null;
        return error;
    }

    internal void Note(StepGround ground) =>
        steps.Add(new AuthorisationStep { AuthorisationId = Id, Status = Status, On = ground.On, Basis = ground.Basis, By = ground.By, At = ground.At });

    private StepNotAllowed? Move(AuthorisationStatus to, StepGround ground)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            Status = to;
            Note(ground);
        }

        return error;
    }
}

/// <summary>On what ground a step is taken.</summary>
/// <param name="On">Day on which it counts.</param>
/// <param name="Basis">Name and number of the paper, or the reason.</param>
/// <param name="By">Who records it; null: the system.</param>
/// <param name="At">When it is recorded (UTC).</param>
public sealed record StepGround(DateOnly On, string Basis, Guid? By, DateTime At);

/// <summary>One step of an authorisation; it never changes.</summary>
public sealed class AuthorisationStep : Entity
{
    /// <summary>Longest ground, in characters.</summary>
    public const int BasisLength = 400;

    /// <summary>Authorisation.</summary>
    public Guid AuthorisationId { get; init; }

    /// <summary>State that began.</summary>
    public AuthorisationStatus Status { get; init; }

    /// <summary>Day on which it counts.</summary>
    public DateOnly On { get; init; }

    /// <summary>Name and number of the paper, or the reason.</summary>
    public required string Basis { get; init; }

    /// <summary>Who recorded it; null: the system.</summary>
    public Guid? By { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime At { get; init; }
}
