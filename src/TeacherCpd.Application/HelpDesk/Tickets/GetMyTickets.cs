using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>The own tickets of whoever is signed in, the newest first; none for a visitor.</summary>
[OpenToAll]
public sealed record GetMyTicketsQuery : IQuery<MyTickets>;

/// <summary>Own tickets.</summary>
/// <param name="IsSignedIn">Whether somebody is signed in: a visitor gives a name and an address.</param>
/// <param name="AnswerHours">Working hours within which an answer is promised.</param>
public sealed record MyTickets(IReadOnlyList<MyTicket> Tickets, bool IsSignedIn, bool MayAnswer, int AnswerHours)
{
    /// <summary>Most that are listed.</summary>
    public const int Most = 100;
}

/// <summary>A ticket.</summary>
public sealed record MyTicket(Guid Id, int Number, TicketSubject Subject, TicketStatus Status, DateTime StatusSince, DateTime AskedAt);

internal sealed class GetMyTicketsHandler(IAppDbContext db, CurrentUser user, HelpDeskRules rules) : IRequestHandler<GetMyTicketsQuery, Result<MyTickets>>
{
    public async Task<Result<MyTickets>> Handle(GetMyTicketsQuery request, CancellationToken cancellationToken)
    {
        var tickets = user.PersonId is not { } me ? [] : await db.Tickets
            .Where(t => t.PersonId == me)
            .OrderByDescending(t => t.Number)
            .Take(MyTickets.Most)
            .Select(t => new MyTicket(t.Id, t.Number, t.Subject, t.Status, t.StatusSince, t.AskedAt))
            .ToListAsync(cancellationToken);
        return new MyTickets(tickets, user.PersonId is not null, user.Can(Permission.AnswerTickets), rules.AnswerHours);
    }
}
