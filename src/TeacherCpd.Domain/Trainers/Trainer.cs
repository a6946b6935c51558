using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Trainers;

/// <summary>Where a trainer comes from (2022 report, L2618 to L2654).</summary>
public enum TrainerSource
{
    /// <summary>Staff of the training centre and its branches.</summary>
    CentreStaff,

    /// <summary>Attracted from the Nazarbayev Intellectual Schools.</summary>
    IntelligentSchools,

    /// <summary>Attracted from a general school.</summary>
    GeneralSchools,

    /// <summary>Attracted from a preschool.</summary>
    Preschools,
}

/// <summary>What the source of a trainer means.</summary>
public static class TrainerSources
{
    /// <summary>Whether the trainer is attracted: needs a contract to teach (2022 report, L2714 to L2716).</summary>
    public static bool IsAttracted(this TrainerSource source) => source != TrainerSource.CentreStaff;
}

/// <summary>Kind of contract with an attracted trainer.</summary>
public enum ContractKind
{
    /// <summary>Contract on paid services.</summary>
    PaidServices,

    /// <summary>Employment contract, part time.</summary>
    PartTime,
}

/// <summary>Why somebody may not be set on a group.</summary>
public enum TrainerObstacle
{
    /// <summary>Not in the trainer pool.</summary>
    NotInPool,

    /// <summary>Not trained for the programme.</summary>
    NotTrained,

    /// <summary>Trained, and not certified yet.</summary>
    NotCertified,

    /// <summary>Not recommended by the council.</summary>
    NotRecommended,

    /// <summary>Suspended.</summary>
    Suspended,

    /// <summary>The certification begins after the first day.</summary>
    BeginsLate,

    /// <summary>The certification ends before the last day.</summary>
    EndsEarly,

    /// <summary>Attracted, and without a contract on all days.</summary>
    NoContract,
}

/// <summary>One reason, with the day that it is about.</summary>
/// <param name="Kind">Reason.</param>
/// <param name="Day">Day on which the certification begins or ends; null for other reasons.</param>
public sealed record Obstacle(TrainerObstacle Kind, DateOnly? Day);

/// <summary>Somebody may not teach a programme on all days of a span.</summary>
/// <param name="Name">Who.</param>
/// <param name="Obstacle">First reason.</param>
/// <param name="Day">Day that it is about; null: none.</param>
public sealed record TrainerMayNotTeach(string Name, TrainerObstacle Obstacle, DateOnly? Day) : Error("trainer_may_not_teach", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Name, Obstacle, Day];

    /// <inheritdoc/>
    public override string Field => "TrainerId";
}

/// <summary>A trainer of the pool: a person who is authorised for programmes, each for itself.</summary>
public sealed class Trainer : Aggregate
{
    private readonly List<Authorisation> authorisations = [];
    private readonly List<TrainerContract> contracts = [];

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Where the trainer comes from.</summary>
    public TrainerSource Source { get; private set; }

    /// <summary>Branch or centre that the trainer belongs to.</summary>
    public Guid BranchId { get; private set; }

    /// <summary>Languages of teaching.</summary>
    public TeachingLanguages Languages { get; private set; }

    /// <summary>When the trainer was entered (UTC).</summary>
    public required DateTime RegisteredAt { get; init; }

    /// <summary>What the trainer may teach, one a programme.</summary>
    public IReadOnlyCollection<Authorisation> Authorisations => authorisations;

    /// <summary>Contracts, present and past.</summary>
    public IReadOnlyCollection<TrainerContract> Contracts => contracts;

    /// <summary>Enters somebody into the pool.</summary>
    public static Trainer Register(Guid id, Guid personId, TrainerSource source, Guid branchId, TeachingLanguages languages, DateTime at) =>
        new() { Id = id, PersonId = personId, Source = source, BranchId = branchId, Languages = languages, RegisteredAt = at };

    /// <summary>Changes what the register says of the trainer.</summary>
    public void Change(TrainerSource source, Guid branchId, TeachingLanguages languages) => (Source, BranchId, Languages) = (source, branchId, languages);

    /// <summary>The authorisation for a programme; null where the trainer was not trained for it.</summary>
    public Authorisation? For(Guid programmeId) => authorisations.Find(a => a.ProgrammeId == programmeId);

    /// <summary>Records that the trainer was trained for a programme.</summary>
    public Error? Train(Guid programmeId, StepGround ground)
    {
        if (For(programmeId) is not null)
        {
            return new AlreadyTrained();
        }

        var authorisation = new Authorisation { TrainerId = Id, ProgrammeId = programmeId, TrainedOn = ground.On, TrainedAs = Source };
        authorisation.Note(ground);
        authorisations.Add(authorisation);
        return null;
    }

    /// <summary>Adds a contract.</summary>
    public void Add(TrainerContract contract) => contracts.Add(contract);

    /// <summary>Everything that keeps the trainer from teaching a programme on all days of a span; empty when nothing does.</summary>
    /// <param name="programmeId">Programme.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    public IReadOnlyList<Obstacle> ObstaclesTo(Guid programmeId, DateOnly first, DateOnly last)
    {
        var byAuthorisation = For(programmeId) is { } authorisation ? authorisation.ObstacleTo(first, last) : new Obstacle(TrainerObstacle.NotTrained, null);
        var byContract = Source.IsAttracted() && !TrainerContract.Cover(contracts, first, last) ? new Obstacle(TrainerObstacle.NoContract, null) : null;
        return [.. new[] { byAuthorisation, byContract }.OfType<Obstacle>()];
    }
}

/// <summary>A contract with an attracted trainer.</summary>
public sealed class TrainerContract : Entity
{
    /// <summary>Longest number, in characters.</summary>
    public const int NumberLength = 60;

    /// <summary>Trainer.</summary>
    public Guid TrainerId { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>Kind.</summary>
    public required ContractKind Kind { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>Whether contracts together, one after another, hold on every day of a span.</summary>
    public static bool Cover(IEnumerable<TrainerContract> contracts, DateOnly first, DateOnly last)
    {
        var missing = first;
        foreach (var contract in contracts.OrderBy(c => c.ValidFrom))
        {
            if (contract.ValidFrom <= missing && contract.ValidUntil >= missing)
            {
                missing = contract.ValidUntil.AddDays(1);
            }
        }

        return missing > last;
    }
}

/// <summary>What a note about a trainer is.</summary>
public enum TrainerNoteKind
{
    /// <summary>A session of the trainer was observed.</summary>
    Observation,

    /// <summary>A recommendation for the trainer's development.</summary>
    Recommendation,

    /// <summary>What the participants of a group said of the trainer, summed up.</summary>
    ParticipantFeedback,
}

/// <summary>What a methodologist saw in a session of a trainer, or recommends. The trainer reads it.</summary>
public sealed class TrainerNote : Entity
{
    /// <summary>Longest note, in characters.</summary>
    public const int WordsLength = 2000;

    /// <summary>Trainer.</summary>
    public required Guid TrainerId { get; init; }

    /// <summary>Kind.</summary>
    public required TrainerNoteKind Kind { get; init; }

    /// <summary>Day of the session, or of the recommendation.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was seen, or is recommended.</summary>
    public required string Words { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid By { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime At { get; init; }
}
