using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Planning;

/// <summary>Where an item of a plan is.</summary>
public enum PlanItemStatus
{
    /// <summary>To be done.</summary>
    Planned,

    /// <summary>To be done at another time than the plan said, with a reason.</summary>
    Moved,

    /// <summary>Done, with the form of completion attached.</summary>
    Done,

    /// <summary>Given up, with a reason.</summary>
    Dropped,
}

/// <summary>Which state of an item may follow which.</summary>
public static class PlanItemStates
{
    /// <summary>Everything not listed is refused.</summary>
    public static readonly Transitions<PlanItemStatus> Table = new(
        (PlanItemStatus.Planned, [PlanItemStatus.Moved, PlanItemStatus.Done, PlanItemStatus.Dropped]),
        (PlanItemStatus.Moved, [PlanItemStatus.Moved, PlanItemStatus.Done, PlanItemStatus.Dropped]));

    /// <summary>States in which it is still to be done.</summary>
    public static readonly PlanItemStatus[] Open = [PlanItemStatus.Planned, PlanItemStatus.Moved];
}

/// <summary>The plan of an organisation or a place for a year.</summary>
public sealed class WorkPlan : Aggregate
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleLength = 300;

    /// <summary>Whose plan it is; whoever plans for that organisation keeps it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Calendar or school year.</summary>
    public required PlanYearKind YearKind { get; init; }

    /// <summary>Year in which it begins.</summary>
    public required int YearStart { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid MadeById { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Its year.</summary>
    public PlanYear Year => new(YearKind, YearStart);
}

/// <summary>What an item of a plan says, as it is written.</summary>
/// <param name="Number">Printed number; may be empty: plans are not always numbered, and seldom in the order of time.</param>
/// <param name="Section">Section of the plan; may be empty.</param>
/// <param name="Title">Activity.</param>
/// <param name="Deadline">Deadline in words.</param>
/// <param name="Form">Form of completion: order, memo, minutes; may be empty.</param>
/// <param name="Responsible">Who answers for it: people of the system, or names and units in words.</param>
public sealed record PlanItemFacts(string Number, string Section, string Title, string Deadline, string Form, IReadOnlyList<ResponsibleParty> Responsible);

/// <summary>Somebody who answers for an item.</summary>
/// <param name="Words">Name or unit as it is written.</param>
/// <param name="PersonId">Person of the system; null where the words are not linked to one.</param>
public sealed record ResponsibleParty(string Words, Guid? PersonId = null);

/// <summary>An activity of a plan with its deadline, who answers for it and the form of completion (work plans of Karaganda 2014 and Kostanay 2024).</summary>
public sealed class PlanItem : Aggregate
{
    /// <summary>Longest printed number, in characters.</summary>
    public const int NumberLength = 20;

    /// <summary>Longest section and form of completion, in characters.</summary>
    public const int LineLength = 300;

    /// <summary>Longest activity, reason and words about a proof, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Longest address, in characters.</summary>
    public const int LinkLength = 500;

    /// <summary>Length of what duplicates are found by.</summary>
    public const int KeyLength = 200;

    private readonly List<PlanResponsible> responsible = [];
    private readonly List<PlanWindow> windows = [];
    private readonly List<PlanProof> proofs = [];

    private PlanItem()
    {
    }

    /// <summary>Plan.</summary>
    public Guid PlanId { get; private init; }

    /// <summary>Place among the items of the plan, from 1.</summary>
    public int Position { get; private init; }

    /// <summary>Printed number; may be empty.</summary>
    public string Number { get; private init; } = "";

    /// <summary>Section; may be empty.</summary>
    public string Section { get; private init; } = "";

    /// <summary>Activity.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The activity with its spelling folded: duplicates share it.</summary>
    public string TitleKey { get; private init; } = "";

    /// <summary>Deadline in words: those of the plan, or the last to which it was moved.</summary>
    public string Deadline { get; private set; } = "";

    /// <summary>The words of the plan where the item was moved; null before.</summary>
    public string? PlannedDeadline { get; private set; }

    /// <summary>Form of completion; may be empty.</summary>
    public string Form { get; private init; } = "";

    /// <summary>State.</summary>
    public PlanItemStatus Status { get; private set; }

    /// <summary>Why it was moved or dropped; null before.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was done or dropped (UTC); null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who answers for it.</summary>
    public IReadOnlyCollection<PlanResponsible> Responsible => responsible;

    /// <summary>The days that the deadline became.</summary>
    public IReadOnlyCollection<PlanWindow> Windows => windows;

    /// <summary>What shows that it was done.</summary>
    public IReadOnlyCollection<PlanProof> Proofs => proofs;

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => Status is PlanItemStatus.Planned or PlanItemStatus.Moved;

    /// <summary>What a plan's items with the same activity share.</summary>
    public static string KeyOf(string title) => ListText.Key(title) is var key && key.Length > KeyLength ? key[..KeyLength] : ListText.Key(title);

    /// <summary>Writes an item into a plan; its deadline becomes days as far as it is understood.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="plan">Plan.</param>
    /// <param name="position">Place in it, from 1.</param>
    /// <param name="facts">What it says.</param>
    public static PlanItem Write(Guid id, WorkPlan plan, int position, PlanItemFacts facts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(facts);
        var item = new PlanItem
        {
            Id = id,
            PlanId = plan.Id,
            Position = position,
            Number = facts.Number,
            Section = facts.Section,
            Title = facts.Title,
            TitleKey = KeyOf(facts.Title),
            Form = facts.Form,
        };
        item.Date(facts.Deadline, plan.Year);
        item.responsible.AddRange(facts.Responsible
            .DistinctBy(r => (r.PersonId, r.PersonId is null ? ListText.Key(r.Words) : ""))
            .Select(r => new PlanResponsible { ItemId = id, Words = r.Words, PersonId = r.PersonId }));
        return item;
    }

    /// <summary>Whether somebody answers for it.</summary>
    public bool IsOf(Guid personId) => responsible.Exists(r => r.PersonId == personId);

    /// <summary>The words of one who answers for it turn out to be a person of the system; linking them again names another.</summary>
    public Error? Link(Guid responsibleId, Guid personId)
    {
        if (responsible.Find(r => r.Id == responsibleId) is not { } party)
        {
            return new NotFound();
        }

        party.Is(personId);
        return null;
    }

    /// <summary>
    /// The form of completion is attached. Of an activity that comes again it closes one time, and the item once all are closed; without a time
    /// it closes the item. To say it twice changes nothing.
    /// </summary>
    /// <param name="windowId">Which time; null for the item as a whole.</param>
    /// <param name="proof">What shows it.</param>
    public Error? Finish(Guid? windowId, PlanProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (proofs.Exists(p => p.Id == proof.Id))
        {
            return null;
        }

        if (PlanItemStates.Table.Check(Status, PlanItemStatus.Done) is { } refused)
        {
            return refused;
        }

        if (windowId is { } one && windows.Find(w => w.Id == one) is null)
        {
            return new NotFound();
        }

        proofs.Add(proof);
        foreach (var window in windows.Where(w => w.DoneAt is null && (windowId is null || w.Id == windowId)))
        {
            window.Close(proof.At);
        }

        if (windows.TrueForAll(w => w.DoneAt is not null))
        {
            (Status, ClosedAt) = (PlanItemStatus.Done, proof.At);
        }

        return null;
    }

    /// <summary>The item is moved to another deadline, which has to be understood: a day that nobody can tell is no day.</summary>
    /// <param name="deadline">New deadline in words.</param>
    /// <param name="year">Year of the plan.</param>
    /// <param name="reason">Why.</param>
    public Error? Move(string deadline, PlanYear year, string reason)
    {
        if (PlanItemStates.Table.Check(Status, PlanItemStatus.Moved) is { } refused)
        {
            return refused;
        }

        if (DeadlinePhrase.Read(deadline, year).Kind == DeadlineKind.Unread)
        {
            return new DeadlineNotUnderstood();
        }

        PlannedDeadline ??= Deadline;
        windows.RemoveAll(w => w.DoneAt is null);
        Date(deadline, year);
        (Status, Reason) = (PlanItemStatus.Moved, reason);
        return null;
    }

    /// <summary>The item is given up.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Drop(string reason, DateTime at)
    {
        if (Status == PlanItemStatus.Dropped && Reason == reason)
        {
            return null;
        }

        var refused = PlanItemStates.Table.Check(Status, PlanItemStatus.Dropped);
        if (refused is null)
        {
            (Status, Reason, ClosedAt) = (PlanItemStatus.Dropped, reason, at);
        }

        return refused;
    }

    private void Date(string deadline, PlanYear year)
    {
        var phrase = DeadlinePhrase.Read(deadline, year);
        Deadline = phrase.Text;
        windows.AddRange(phrase.Windows
            .Where(w => !windows.Exists(known => known.From == w.From && known.To == w.To))
            .Select(w => new PlanWindow { ItemId = Id, From = w.From, To = w.To, IsReminded = phrase.IsReminded }));
    }
}

/// <summary>Who answers for an item.</summary>
public sealed class PlanResponsible : Entity
{
    /// <summary>Longest name or unit, in characters.</summary>
    public const int WordsLength = 200;

    /// <summary>Item.</summary>
    public Guid ItemId { get; init; }

    /// <summary>Name or unit as it is written.</summary>
    public string Words { get; init; } = "";

    /// <summary>Person of the system; null where the words are not linked to one.</summary>
    public Guid? PersonId { get; set; }

    internal void Is(Guid personId) => PersonId = personId;
}

/// <summary>Days of an item.</summary>
public sealed class PlanWindow : Entity
{
    /// <summary>Item.</summary>
    public Guid ItemId { get; init; }

    /// <summary>First day.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; init; }

    /// <summary>Whether mails remind of it: not of what comes each week or day.</summary>
    public bool IsReminded { get; init; }

    /// <summary>When it was closed (UTC); null before.</summary>
    public DateTime? DoneAt { get; private set; }

    internal void Close(DateTime at) => DoneAt = at;
}

/// <summary>What shows that an item, or one of its times, was done.</summary>
public sealed class PlanProof : Entity
{
    /// <summary>Item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The document: kind, number and date, or where it lies.</summary>
    public required string Words { get; init; }

    /// <summary>Address of the document; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>Who attached it.</summary>
    public required Guid ById { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }
}

/// <summary>What a person is told about an item.</summary>
public enum PlanNoticeKind
{
    /// <summary>Its last day comes near.</summary>
    Before,

    /// <summary>Its last day is today.</summary>
    OnDay,

    /// <summary>Its last day is over, and nothing shows that it was done.</summary>
    After,
}

/// <summary>A mail to somebody who answers for an item: a row first, once a person, time and kind.</summary>
public sealed class PlanNotice : Mailing
{
    /// <summary>Days of the item.</summary>
    public required Guid WindowId { get; init; }

    /// <summary>Item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>What is told.</summary>
    public required PlanNoticeKind Kind { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}

/// <summary>How long before and after the last day of an item people are reminded. The sources ask for reminders and name no days: settings.</summary>
/// <param name="DaysBefore">Days before it.</param>
/// <param name="DaysAfter">Days after it.</param>
public sealed record PlanningRules(int DaysBefore, int DaysAfter)
{
    /// <summary>What is due on a day of a window; null for nothing.</summary>
    /// <param name="to">Last day of the window.</param>
    /// <param name="today">Today.</param>
    public PlanNoticeKind? Due(DateOnly to, DateOnly today) =>
        today >= to.AddDays(DaysAfter) ? PlanNoticeKind.After
        : today == to ? PlanNoticeKind.OnDay
        : today < to && today >= to.AddDays(-DaysBefore) ? PlanNoticeKind.Before
        : null;
}

/// <summary>A deadline that is not understood is no new deadline.</summary>
public sealed record DeadlineNotUnderstood() : Error("deadline_not_understood", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Deadline";
}
