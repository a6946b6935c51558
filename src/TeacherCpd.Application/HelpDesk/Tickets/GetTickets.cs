using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>The queue of the help desk: of what waits for an answer the longest waiting first, else the newest.</summary>
/// <param name="Status">Only in this state; null: all.</param>
/// <param name="Subject">Only about this; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.AnswerTickets)]
public sealed record GetTicketsQuery(TicketStatus? Status, TicketSubject? Subject, int Page) : IQuery<TicketQueue>;

/// <summary>The queue.</summary>
/// <param name="AnswerHours">Working hours within which an answer is promised.</param>
public sealed record TicketQueue(Paged<TicketRow> Tickets, int AnswerHours);

/// <summary>A ticket.</summary>
/// <param name="Asker">Who asks; empty for a visitor who gave no name.</param>
/// <param name="WaitingMinutes">Working minutes since it was asked, while it waits for its first answer; else up to that.</param>
public sealed record TicketRow(
    Guid Id, int Number, TicketSubject Subject, Language Language, TicketStatus Status, DateTime StatusSince, string Asker, bool IsVisitor, int? WaitingMinutes, bool IsLate);

internal sealed class GetTicketsHandler(IAppDbContext db, HelpDeskRules rules, TimeProvider time) : IRequestHandler<GetTicketsQuery, Result<TicketQueue>>
{
    public async Task<Result<TicketQueue>> Handle(GetTicketsQuery request, CancellationToken cancellationToken)
    {
        var tickets = db.Tickets.Where(t => (request.Status == null || t.Status == request.Status) && (request.Subject == null || t.Subject == request.Subject));
        var ordered = request.Status == TicketStatus.Open ? tickets.OrderBy(t => t.StatusSince) : tickets.OrderByDescending(t => t.StatusSince);
        var page = await ordered
            .ThenBy(t => t.Number)
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.Subject,
                t.Language,
                t.Status,
                t.StatusSince,
                t.AskedAt,
                t.AnswerMinutes,
                t.PersonId,
                t.Name,
                Person = db.Persons.Where(p => p.Id == t.PersonId).Select(p => p.FamilyName + " " + p.GivenName).FirstOrDefault(),
            })
            .PageAsync(await tickets.CountAsync(cancellationToken), request.Page, cancellationToken);
        var now = time.UtcNow();
        return new TicketQueue(
            new Paged<TicketRow>(
                [.. page.Items.Select(t =>
                {
                    var minutes = t.AnswerMinutes ?? (t.Status == TicketStatus.Open ? rules.Hours.MinutesBetween(t.AskedAt, now) : null);
                    return new TicketRow(
                        t.Id, t.Number, t.Subject, t.Language, t.Status, t.StatusSince, t.Person ?? t.Name, t.PersonId is null, minutes, minutes > rules.AnswerHours * 60);
                })],
                page.Number,
                page.Total),
            rules.AnswerHours);
    }
}
