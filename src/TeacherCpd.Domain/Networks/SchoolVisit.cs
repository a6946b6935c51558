using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Networks;

/// <summary>Where a visit is.</summary>
public enum SchoolVisitStatus
{
    /// <summary>Its stages are worked on.</summary>
    Running,

    /// <summary>All stages are closed and the report went to the school.</summary>
    Sent,

    /// <summary>It was given up, with a reason.</summary>
    Cancelled,
}

/// <summary>Which state of a visit may follow which.</summary>
public static class SchoolVisitStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<SchoolVisitStatus> Table = new((SchoolVisitStatus.Running, [SchoolVisitStatus.Sent, SchoolVisitStatus.Cancelled]));
}

/// <summary>A visit to a school in five stages, which ends with a report to the school (2022 report, section 7.4).</summary>
public sealed class SchoolVisit : Aggregate
{
    /// <summary>Longest outcome of a stage, in characters.</summary>
    public const int OutcomeLength = 4000;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Largest number of a kind.</summary>
    public const int MostCounted = 100_000;

    private readonly List<VisitStage> stages = [];

    private SchoolVisit()
    {
    }

    /// <summary>Centre or branch that visits.</summary>
    public Guid OrganisationId { get; private init; }

    /// <summary>School.</summary>
    public Guid SchoolId { get; private init; }

    /// <summary>Title, that of the template.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Day on which the first stage begins.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>State.</summary>
    public SchoolVisitStatus Status { get; private set; }

    /// <summary>When the report went to the school, or the visit was given up (UTC); null before.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why it was given up; null where it was not.</summary>
    public string? CancelledWhy { get; private set; }

    /// <summary>Its five stages.</summary>
    public IReadOnlyCollection<VisitStage> Stages => stages;

    /// <summary>The first stage that is not closed; null where all are.</summary>
    public VisitStage? Current => stages.Where(s => s.ClosedAt is null).MinBy(s => s.Kind);

    /// <summary>Plans a visit as a template says.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="template">Template with its stages.</param>
    /// <param name="schoolId">School.</param>
    /// <param name="startsOn">Day on which the first stage begins.</param>
    /// <param name="responsibleId">Who answers for the stages, until others are named.</param>
    public static Result<SchoolVisit> Plan(Guid id, VisitTemplate template, Guid schoolId, DateOnly startsOn, Guid responsibleId)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (template.RetiredAt is not null)
        {
            return new VisitTemplateRetired();
        }

        var visit = new SchoolVisit { Id = id, OrganisationId = template.OrganisationId, SchoolId = schoolId, Title = template.Title, StartsOn = startsOn };
        visit.stages.AddRange(template.Stages.OrderBy(s => s.Kind).Select(s =>
            new VisitStage(startsOn.AddDays(s.DueAfterDays), responsibleId) { VisitId = id, Kind = s.Kind, Task = s.Task }));
        return visit;
    }

    /// <summary>Says who answers for a stage, and until when.</summary>
    /// <param name="kind">Stage.</param>
    /// <param name="responsibleId">Who.</param>
    /// <param name="dueOn">Day on which it is due.</param>
    public Error? Entrust(VisitStageKind kind, Guid responsibleId, DateOnly dueOn)
    {
        if (Status != SchoolVisitStatus.Running)
        {
            return new VisitEnded();
        }

        if (dueOn < StartsOn)
        {
            return new VisitStageDueBefore(StartsOn);
        }

        Stage(kind).Entrust(responsibleId, dueOn);
        return null;
    }

    /// <summary>
    /// Closes a stage with what was done, or corrects one that is closed, as long as the report did not go to the school. No stage is closed before
    /// the one before it.
    /// </summary>
    /// <param name="kind">Stage.</param>
    /// <param name="counts">Numbers by kind; a kind that is missing was not counted, which is not zero.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Close(VisitStageKind kind, IReadOnlyDictionary<VisitCountKind, int> counts, string outcome, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (Status != SchoolVisitStatus.Running)
        {
            return new VisitEnded();
        }

        if (Current is { } current && current.Kind < kind)
        {
            return new EarlierStageOpen(current.Kind);
        }

        if (counts.Keys.Except(kind.Counts()).Any())
        {
            return new NotFound();
        }

        Stage(kind).Close(counts, outcome, by, at);
        return null;
    }

    /// <summary>The report goes to the school.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Send(DateTime at)
    {
        if (SchoolVisitStates.Table.Check(Status, SchoolVisitStatus.Sent) is { } refused)
        {
            return refused;
        }

        if (Current is { } open)
        {
            return new EarlierStageOpen(open.Kind);
        }

        (Status, EndedAt) = (SchoolVisitStatus.Sent, at);
        return null;
    }

    /// <summary>It is given up.</summary>
    /// <param name="why">Reason.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Cancel(string why, DateTime at)
    {
        if (SchoolVisitStates.Table.Check(Status, SchoolVisitStatus.Cancelled) is { } refused)
        {
            return refused;
        }

        (Status, CancelledWhy, EndedAt) = (SchoolVisitStatus.Cancelled, why, at);
        return null;
    }

    /// <summary>Whether somebody answers for a stage.</summary>
    public bool IsEntrustedTo(Guid personId, VisitStageKind kind) => Stage(kind).ResponsibleId == personId;

    private VisitStage Stage(VisitStageKind kind) => stages.Single(s => s.Kind == kind);
}

/// <summary>A stage of a visit.</summary>
public sealed class VisitStage : Entity
{
    private readonly List<VisitCount> counts = [];

    /// <summary>Makes a stage.</summary>
    /// <param name="dueOn">Day on which it is due.</param>
    /// <param name="responsibleId">Who answers for it.</param>
    public VisitStage(DateOnly dueOn, Guid responsibleId) => (DueOn, ResponsibleId) = (dueOn, responsibleId);

    /// <summary>Visit.</summary>
    public Guid VisitId { get; init; }

    /// <summary>Which of the five.</summary>
    public VisitStageKind Kind { get; init; }

    /// <summary>What is to be done.</summary>
    public required string Task { get; init; }

    /// <summary>Day on which it is due.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Who answers for it.</summary>
    public Guid ResponsibleId { get; private set; }

    /// <summary>What came of it; null before it is closed.</summary>
    public string? Outcome { get; private set; }

    /// <summary>When it was closed, or corrected last (UTC); null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who closed it; null before.</summary>
    public Guid? ClosedById { get; private set; }

    /// <summary>Numbers by kind.</summary>
    public IReadOnlyCollection<VisitCount> Counts => counts;

    internal void Entrust(Guid responsibleId, DateOnly dueOn) => (ResponsibleId, DueOn) = (responsibleId, dueOn);

    internal void Close(IReadOnlyDictionary<VisitCountKind, int> numbers, string outcome, Guid by, DateTime at)
    {
        counts.RemoveAll(c => !numbers.ContainsKey(c.Kind));
        foreach (var (kind, number) in numbers)
        {
            if (counts.Find(c => c.Kind == kind) is { } known)
            {
                known.Is(number);
            }
            else
            {
                counts.Add(new VisitCount(number) { StageId = Id, Kind = kind });
            }
        }

        (Outcome, ClosedAt, ClosedById) = (outcome, at, by);
    }
}

/// <summary>A number of a stage.</summary>
public sealed class VisitCount : Entity
{
    /// <summary>Makes a number.</summary>
    /// <param name="number">The number; not negative.</param>
    public VisitCount(int number) => Number = number;

    /// <summary>Stage.</summary>
    public Guid StageId { get; init; }

    /// <summary>What is counted.</summary>
    public VisitCountKind Kind { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; private set; }

    internal void Is(int number) => Number = number;
}

/// <summary>Mail to a coordinator of the school that the report of a visit is there; one a person and visit.</summary>
public sealed class VisitNotice : Mailing
{
    /// <summary>Visit.</summary>
    public required Guid VisitId { get; init; }

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}

/// <summary>A stage before is not closed.</summary>
/// <param name="Open">The first that is open.</param>
public sealed record EarlierStageOpen(VisitStageKind Open) : Error("earlier_stage_open", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Open];
}

/// <summary>The report went to the school, or the visit was given up: nothing is changed any more.</summary>
public sealed record VisitEnded() : Error("visit_ended", ErrorKind.Conflict);

/// <summary>No visit is planned by a template that was put away.</summary>
public sealed record VisitTemplateRetired() : Error("visit_template_retired", ErrorKind.Conflict);

/// <summary>A stage is due before the visit begins.</summary>
/// <param name="StartsOn">Beginning.</param>
public sealed record VisitStageDueBefore(DateOnly StartsOn) : Error("visit_stage_due_before", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [StartsOn];

    /// <inheritdoc/>
    public override string Field => "DueOn";
}
