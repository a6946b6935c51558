using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Trainers;

/// <summary>What a school coach was prepared for (2022 report, L4023 to L4049).</summary>
public enum CoachDirection
{
    /// <summary>Methods and technologies of teaching.</summary>
    Methods,

    /// <summary>Research of the own practice.</summary>
    OwnPractice,

    /// <summary>Making of assessment tasks.</summary>
    AssessmentTasks,

    /// <summary>Analytical competences.</summary>
    Analytical,
}

/// <summary>A teacher who trains colleagues in the own school; lighter than a trainer of the pool, and of the same people.</summary>
public sealed class SchoolCoach : Entity
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>School in which the person coached when entered.</summary>
    public required Guid SchoolId { get; init; }

    /// <summary>Direction; a person may have several.</summary>
    public required CoachDirection Direction { get; init; }

    /// <summary>Day on which the preparation ended.</summary>
    public required DateOnly TrainedOn { get; init; }
}

/// <summary>What brings trainers and assessors to a common understanding of criteria (2022 report, L3198 to L3214).</summary>
public enum StandardisationKind
{
    /// <summary>Webinar.</summary>
    Webinar,

    /// <summary>Consultation of one person.</summary>
    Consultation,

    /// <summary>Consultation of a group.</summary>
    GroupConsultation,

    /// <summary>A rubric with examples that is shared.</summary>
    SharedRubric,
}

/// <summary>One such event, or one shared rubric, with who took part.</summary>
public sealed class StandardisationEvent : Aggregate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 200;

    /// <summary>Longest account, in characters.</summary>
    public const int WordsLength = 2000;

    private readonly List<StandardisationPart> parts = [];

    /// <summary>Kind.</summary>
    public required StandardisationKind Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was agreed, or what the examples show.</summary>
    public required string Words { get; init; }

    /// <summary>Address of the recording or of the examples; null where there is none.</summary>
    public string? Link { get; init; }

    /// <summary>Who entered it.</summary>
    public required Guid By { get; init; }

    /// <summary>Trainers who took part.</summary>
    public IReadOnlyCollection<StandardisationPart> Parts => parts;

    /// <summary>Adds trainers; whoever is there already stays once.</summary>
    public void TookPart(IEnumerable<Guid> trainers) => parts.AddRange(trainers
        .Where(id => parts.TrueForAll(p => p.TrainerId != id))
        .Distinct()
        .Select(id => new StandardisationPart { EventId = Id, TrainerId = id }));
}

/// <summary>A trainer took part in an event.</summary>
public sealed class StandardisationPart : Entity
{
    /// <summary>Event.</summary>
    public Guid EventId { get; init; }

    /// <summary>Trainer.</summary>
    public Guid TrainerId { get; init; }
}
