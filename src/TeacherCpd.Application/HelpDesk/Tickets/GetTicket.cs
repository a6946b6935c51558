using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>A ticket, for who asked and for those who answer.</summary>
[SignedIn]
public sealed record GetTicketQuery(Guid TicketId) : IQuery<TicketView>;

/// <summary>A ticket.</summary>
/// <param name="Asker">Who asks; empty for a visitor who gave no name.</param>
/// <param name="Contact">Address to which it is answered; null where the profile has none, and for the asker.</param>
/// <param name="Canned">Answers given often, about this subject first, in the language of the ticket; empty for the asker.</param>
public sealed record TicketView(
    Guid Id, int Number, TicketSubject Subject, Language Language, TicketStatus Status, DateTime AskedAt, int? AnswerMinutes, string Asker, bool IsVisitor, string? Contact,
    IReadOnlyList<TicketEntryView> Entries, IReadOnlyList<CannedChoice> Canned, bool MayAnswer, bool MayReopen, bool MayClose);

/// <summary>What was asked, added or answered.</summary>
/// <param name="Writer">Who wrote it; for the asker the help desk has no names.</param>
public sealed record TicketEntryView(bool IsAnswer, string Writer, string Words, DateTime At);

/// <summary>An answer that is given often.</summary>
public sealed record CannedChoice(Guid Id, LocalizedText Title, string Text);

internal sealed class GetTicketHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTicketQuery, Result<TicketView>>
{
    public async Task<Result<TicketView>> Handle(GetTicketQuery request, CancellationToken cancellationToken)
    {
        var ticket = await db.TicketsSeenBy(user).AsNoTracking().Include(t => t.Entries).SingleOrDefaultAsync(t => t.Id == request.TicketId, cancellationToken);
        if (ticket is null)
        {
            return new NotFound();
        }

        var isAsker = ticket.PersonId == user.Me;
        var people = ticket.Entries.Select(e => e.PersonId).Append(ticket.PersonId).OfType<Guid>().Distinct().ToList();
        var persons = await db.Persons.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new { Name = p.FamilyName + " " + p.GivenName, p.Email }, cancellationToken);
        var asker = ticket.PersonId is { } id ? persons[id].Name : ticket.Name;
        var mayAnswer = user.Can(Permission.AnswerTickets) && !isAsker;
        var canned = mayAnswer ? await db.CannedAnswers.AsNoTracking().Where(c => c.IsOffered).ToListAsync(cancellationToken) : [];
        return new TicketView(
            ticket.Id, ticket.Number, ticket.Subject, ticket.Language, ticket.Status, ticket.AskedAt, ticket.AnswerMinutes, asker, ticket.PersonId is null,
            isAsker ? null : ticket.PersonId is { } person ? persons[person].Email : ticket.Contact,
            [.. ticket.Entries.OrderBy(e => e.Number).Select(e => new TicketEntryView(
                e.IsAnswer, !e.IsAnswer ? asker : isAsker ? "" : persons[e.PersonId!.Value].Name, e.Words, e.At))],
            [.. canned.OrderBy(c => c.Subject != ticket.Subject).ThenBy(c => c.Title.Kk, StringComparer.Ordinal).Select(c => new CannedChoice(c.Id, c.Title, c.Text.In(ticket.Language)))],
            mayAnswer,
            isAsker && ticket.Status != TicketStatus.Open,
            ticket.Status != TicketStatus.Closed && (isAsker || mayAnswer));
    }
}
