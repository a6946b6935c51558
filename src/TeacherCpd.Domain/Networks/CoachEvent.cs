using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Networks;

/// <summary>Kind of an event for schools (2022 report, section 8; L7160 to L7176).</summary>
public enum CoachEventKind
{
    /// <summary>Seminar.</summary>
    Seminar,

    /// <summary>Webinar.</summary>
    Webinar,

    /// <summary>Master class.</summary>
    MasterClass,

    /// <summary>Practicum.</summary>
    Practicum,

    /// <summary>Forum.</summary>
    Forum,

    /// <summary>Round table.</summary>
    RoundTable,
}

/// <summary>Where an event is.</summary>
public enum CoachEventStatus
{
    /// <summary>It is to take place.</summary>
    Planned,

    /// <summary>It took place; who came is recorded.</summary>
    Held,

    /// <summary>It does not take place, with a reason.</summary>
    Cancelled,
}

/// <summary>Which state of an event may follow which.</summary>
public static class CoachEventStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<CoachEventStatus> Table = new((CoachEventStatus.Planned, [CoachEventStatus.Held, CoachEventStatus.Cancelled]));
}

/// <summary>What is planned.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Topic">Topic.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Place">Place; empty for none.</param>
/// <param name="Link">Address of the meeting; null for none.</param>
/// <param name="Language">Language.</param>
public sealed record CoachEventPlan(CoachEventKind Kind, string Topic, DateOnly From, DateOnly To, string Place, string? Link, Language Language);

/// <summary>How many came from a school, and who of them by name.</summary>
/// <param name="SchoolId">School.</param>
/// <param name="Count">How many, the named ones among them.</param>
/// <param name="People">Those named.</param>
public sealed record CoachEventTurnout(Guid SchoolId, int Count, IReadOnlyCollection<Guid> People);

/// <summary>An event that a school coach holds for schools of the network (2022 report, L4074 to L4091).</summary>
public sealed class CoachEvent : Aggregate
{
    /// <summary>Longest topic and place, in characters.</summary>
    public const int LineLength = 300;

    /// <summary>Longest address, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Longest outcome or reason, in characters.</summary>
    public const int WordsLength = 2000;

    /// <summary>Most participants of one school.</summary>
    public const int MostOfSchool = 2000;

    private readonly List<CoachEventSchool> schools = [];
    private readonly List<CoachEventPerson> people = [];

    private CoachEvent()
    {
    }

    /// <summary>The coach who holds it.</summary>
    public Guid CoachId { get; private init; }

    /// <summary>School of the coach.</summary>
    public Guid SchoolId { get; private init; }

    /// <summary>Kind.</summary>
    public CoachEventKind Kind { get; private init; }

    /// <summary>Topic.</summary>
    public string Topic { get; private init; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private init; }

    /// <summary>Place; empty for none.</summary>
    public string Place { get; private init; } = "";

    /// <summary>Address of the meeting; null for none.</summary>
    public string? Link { get; private init; }

    /// <summary>Language.</summary>
    public Language Language { get; private init; }

    /// <summary>State.</summary>
    public CoachEventStatus Status { get; private set; }

    /// <summary>What came of it, or why it was cancelled; null before.</summary>
    public string? Words { get; private set; }

    /// <summary>When it was recorded as held or cancelled (UTC); null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Schools for which it is.</summary>
    public IReadOnlyCollection<CoachEventSchool> Schools => schools;

    /// <summary>Participants by name.</summary>
    public IReadOnlyCollection<CoachEventPerson> People => people;

    /// <summary>How many came; 0 before it was held.</summary>
    public int Participants => schools.Sum(s => s.Participants ?? 0);

    /// <summary>Plans an event.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="coachId">Coach.</param>
    /// <param name="schoolId">School of the coach.</param>
    /// <param name="plan">What is planned.</param>
    /// <param name="forSchools">Schools for which it is; at least one.</param>
    public static Result<CoachEvent> Plan(Guid id, Guid coachId, Guid schoolId, CoachEventPlan plan, IReadOnlyCollection<Guid> forSchools)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(forSchools);
        if (plan.To < plan.From)
        {
            return new CoachEventEndsBefore();
        }

        if (plan.Place.Length == 0 && plan.Link is null)
        {
            return new CoachEventNowhere();
        }

        if (forSchools.Count == 0)
        {
            return new CoachEventForNobody();
        }

        var planned = new CoachEvent
        {
            Id = id,
            CoachId = coachId,
            SchoolId = schoolId,
            Kind = plan.Kind,
            Topic = plan.Topic,
            From = plan.From,
            To = plan.To,
            Place = plan.Place,
            Link = plan.Link,
            Language = plan.Language,
        };
        planned.schools.AddRange(forSchools.Distinct().Select(s => new CoachEventSchool { EventId = id, SchoolId = s }));
        return planned;
    }

    /// <summary>It was held.</summary>
    /// <param name="turnout">How many came from each school; a school that is not named sent nobody.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="today">Today: an event of the future was not held.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Hold(IReadOnlyCollection<CoachEventTurnout> turnout, string outcome, DateOnly today, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(turnout);
        if (CoachEventStates.Table.Check(Status, CoachEventStatus.Held) is { } refused)
        {
            return refused;
        }

        if (today < From)
        {
            return new CoachEventNotBegun(From);
        }

        if (turnout.Any(t => !schools.Exists(s => s.SchoolId == t.SchoolId)))
        {
            return new NotFound();
        }

        if (turnout.FirstOrDefault(t => t.Count < t.People.Distinct().Count()) is { } few)
        {
            return new CoachEventCountBelowNames(few.People.Distinct().Count(), few.Count);
        }

        if (turnout.Sum(t => t.Count) == 0)
        {
            return new CoachEventWithoutPeople();
        }

        foreach (var school in schools)
        {
            school.Came(turnout.Where(t => t.SchoolId == school.SchoolId).Sum(t => t.Count));
        }

        people.AddRange(turnout
            .SelectMany(t => t.People.Select(p => (t.SchoolId, PersonId: p)))
            .DistinctBy(p => p.PersonId)
            .Select(p => new CoachEventPerson { EventId = Id, SchoolId = p.SchoolId, PersonId = p.PersonId }));
        (Status, Words, ClosedAt) = (CoachEventStatus.Held, outcome, at);
        return null;
    }

    /// <summary>It does not take place.</summary>
    /// <param name="why">Reason.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Cancel(string why, DateTime at)
    {
        if (CoachEventStates.Table.Check(Status, CoachEventStatus.Cancelled) is { } refused)
        {
            return refused;
        }

        (Status, Words, ClosedAt) = (CoachEventStatus.Cancelled, why, at);
        return null;
    }
}

/// <summary>A school for which an event is.</summary>
public sealed class CoachEventSchool : Entity
{
    /// <summary>Event.</summary>
    public Guid EventId { get; init; }

    /// <summary>School.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>How many came from it; null before the event was held.</summary>
    public int? Participants { get; private set; }

    internal void Came(int participants) => Participants = participants;
}

/// <summary>A participant by name.</summary>
public sealed class CoachEventPerson : Entity
{
    /// <summary>Event.</summary>
    public Guid EventId { get; init; }

    /// <summary>School of the event in which the person works.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }
}

/// <summary>It ends before it begins.</summary>
public sealed record CoachEventEndsBefore() : Error("coach_event_ends_before", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "To";
}

/// <summary>Neither a place nor an address was said.</summary>
public sealed record CoachEventNowhere() : Error("coach_event_nowhere", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Place";
}

/// <summary>No school was chosen.</summary>
public sealed record CoachEventForNobody() : Error("coach_event_for_nobody", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Schools";
}

/// <summary>It has not begun.</summary>
/// <param name="From">First day.</param>
public sealed record CoachEventNotBegun(DateOnly From) : Error("coach_event_not_begun", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From];
}

/// <summary>Fewer people are counted than are named.</summary>
/// <param name="Named">Named.</param>
/// <param name="Counted">Counted.</param>
public sealed record CoachEventCountBelowNames(int Named, int Counted) : Error("coach_event_count_below_names", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Named, Counted];
}

/// <summary>Nobody came: then it was not held.</summary>
public sealed record CoachEventWithoutPeople() : Error("coach_event_without_people", ErrorKind.Invalid);
