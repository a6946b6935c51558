using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.HelpDesk;

/// <summary>What a ticket is about.</summary>
public enum TicketSubject
{
    /// <summary>Signing in.</summary>
    Login,

    /// <summary>The account: none yet, a wrong name, school or role.</summary>
    Account,

    /// <summary>The password.</summary>
    Password,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Where a ticket is.</summary>
public enum TicketStatus
{
    /// <summary>Waits for an answer.</summary>
    Open,

    /// <summary>Answered; waits for the asker.</summary>
    Answered,

    /// <summary>Done.</summary>
    Closed,
}

/// <summary>Which state of a ticket may follow which.</summary>
public static class TicketStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<TicketStatus> Table = new(
        (TicketStatus.Open, [TicketStatus.Answered, TicketStatus.Closed]),
        (TicketStatus.Answered, [TicketStatus.Open, TicketStatus.Closed]),
        (TicketStatus.Closed, [TicketStatus.Open]));
}

/// <summary>A question to the help desk, with its answers.</summary>
public sealed class Ticket : Aggregate
{
    /// <summary>Series of their numbers.</summary>
    public const string Series = "ticket";

    /// <summary>Longest question or answer, in characters.</summary>
    public const int WordsLength = 4000;

    /// <summary>Longest name or address, in characters.</summary>
    public const int ContactLength = 200;

    private readonly List<TicketEntry> entries = [];

    /// <summary>Number; unique and without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>What it is about.</summary>
    public required TicketSubject Subject { get; init; }

    /// <summary>Language in which it was asked, and is answered.</summary>
    public required Language Language { get; init; }

    /// <summary>Who asks; null for somebody who cannot sign in.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>Name that a visitor gives; empty for who is signed in.</summary>
    public required string Name { get; init; }

    /// <summary>E-mail address to which a visitor is answered; empty for who is signed in: the profile says it.</summary>
    public required string Contact { get; init; }

    /// <summary>Code of the region where the asker works; empty where nobody knows.</summary>
    public required string Region { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>State.</summary>
    public TicketStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>When it was answered first (UTC); null while it is not.</summary>
    public DateTime? FirstAnsweredAt { get; private set; }

    /// <summary>Working minutes up to the first answer; null while there is none.</summary>
    public int? AnswerMinutes { get; private set; }

    /// <summary>Question, answers and what was added.</summary>
    public IReadOnlyCollection<TicketEntry> Entries => entries;

    /// <summary>Takes a question in.</summary>
    /// <param name="id">Id.</param>
    /// <param name="number">Number.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="subject">What about.</param>
    /// <param name="words">Question.</param>
    /// <param name="at">Now (UTC).</param>
    public static Ticket Ask(Guid id, int number, TicketAsker asker, TicketSubject subject, string words, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(asker);
        var ticket = new Ticket
        {
            Id = id,
            Number = number,
            Subject = subject,
            Language = asker.Language,
            PersonId = asker.PersonId,
            Name = asker.Name,
            Contact = asker.Contact,
            Region = asker.Region,
            AskedAt = at,
            StatusSince = at,
        };
        ticket.Add(asker.PersonId, isAnswer: false, words, at);
        return ticket;
    }

    /// <summary>Answers it. A second answer to what is answered already is added to it.</summary>
    /// <param name="helperId">Who answers; never who asks.</param>
    /// <param name="words">Answer.</param>
    /// <param name="hours">Working hours by which the time up to the first answer is counted.</param>
    /// <param name="at">Now (UTC).</param>
    public Result<TicketEntry> Answer(Guid helperId, string words, WorkingHours hours, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(hours);
        if (helperId == PersonId)
        {
            return new OwnTicket();
        }

        if (Status != TicketStatus.Answered && Move(TicketStatus.Answered, at) is { } refused)
        {
            return refused;
        }

        if (FirstAnsweredAt is null)
        {
            (FirstAnsweredAt, AnswerMinutes) = (at, hours.MinutesBetween(AskedAt, at));
        }

        return Add(helperId, isAnswer: true, words, at);
    }

    /// <summary>The asker says that the answer does not help, or adds something: it waits for an answer again.</summary>
    /// <param name="askerId">Who asks.</param>
    /// <param name="words">What is missing.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Reopen(Guid askerId, string words, DateTime at)
    {
        if (Move(TicketStatus.Open, at) is { } refused)
        {
            return refused;
        }

        Add(askerId, isAnswer: false, words, at);
        return null;
    }

    /// <summary>Closes it: the answer helped, or nothing is asked any more.</summary>
    /// <param name="at">Now (UTC).</param>
    public Error? Close(DateTime at) => Move(TicketStatus.Closed, at);

    private StepNotAllowed? Move(TicketStatus to, DateTime at)
    {
        var refused = TicketStates.Table.Check(Status, to);
        if (refused is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return refused;
    }

    private TicketEntry Add(Guid? personId, bool isAnswer, string words, DateTime at)
    {
        var entry = new TicketEntry { TicketId = Id, Number = entries.Count + 1, PersonId = personId, IsAnswer = isAnswer, Words = words, At = at };
        entries.Add(entry);
        return entry;
    }
}

/// <summary>Who asks.</summary>
/// <param name="PersonId">Person; null for somebody who cannot sign in.</param>
/// <param name="Name">Name of a visitor; empty for who is signed in.</param>
/// <param name="Contact">Address of a visitor; empty for who is signed in.</param>
/// <param name="Region">Code of the region; empty where nobody knows.</param>
/// <param name="Language">Language of the question.</param>
public sealed record TicketAsker(Guid? PersonId, string Name, string Contact, string Region, Language Language);

/// <summary>What was asked, added or answered.</summary>
public sealed class TicketEntry : Entity
{
    /// <summary>Ticket.</summary>
    public Guid TicketId { get; init; }

    /// <summary>Place in the ticket, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Who wrote it; null for a visitor.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whether it is an answer of the help desk.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Words. People write passwords in them in spite of the warning, so the audit does not repeat them.</summary>
    [Secret]
    public required string Words { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>An answer that is given often, in three languages; whoever uses it edits it first.</summary>
public sealed class CannedAnswer : Aggregate
{
    /// <summary>What it is about.</summary>
    public TicketSubject Subject { get; private set; }

    /// <summary>Name by which helpers find it.</summary>
    public LocalizedText Title { get; private set; } = new("", "", "");

    /// <summary>Answer.</summary>
    public LocalizedText Text { get; private set; } = new("", "", "");

    /// <summary>Whether it is offered.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Writes it.</summary>
    public void Write(TicketSubject subject, LocalizedText title, LocalizedText text, bool isOffered) =>
        (Subject, Title, Text, IsOffered) = (subject, title, text, isOffered);
}

/// <summary>Mail to the asker that there is an answer; one an answer.</summary>
public sealed class TicketNotice : Mailing
{
    /// <summary>Ticket.</summary>
    public required Guid TicketId { get; init; }

    /// <summary>Answer that it tells of; each is told once.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}

/// <summary>Nobody answers what they asked themselves.</summary>
public sealed record OwnTicket() : Error("own_ticket", ErrorKind.Conflict);
