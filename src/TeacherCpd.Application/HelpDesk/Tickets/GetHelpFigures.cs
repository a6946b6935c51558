using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>Tickets of a year, counted by subject, month and region, with the median of the time up to the first answer.</summary>
/// <param name="Year">Calendar year; null: this one.</param>
[RequirePermission(Permission.AnswerTickets)]
public sealed record GetHelpFiguresQuery(int? Year) : IQuery<HelpFigures>;

/// <summary>Figures of a year.</summary>
/// <param name="SinceStart">Tickets of all years.</param>
public sealed record HelpFigures(
    int Year, TicketCounts Total, int SinceStart, IReadOnlyList<(TicketSubject Subject, TicketCounts Counts)> Subjects, IReadOnlyList<(int Month, TicketCounts Counts)> Months,
    IReadOnlyList<(LocalizedText? Region, TicketCounts Counts)> Regions);

/// <summary>Counts of some tickets.</summary>
/// <param name="Asked">Asked.</param>
/// <param name="Answered">Of those answered.</param>
/// <param name="MedianMinutes">Median of the working minutes up to the first answer; null where none is answered.</param>
public readonly record struct TicketCounts(int Asked, int Answered, int? MedianMinutes)
{
    /// <summary>The counts of tickets, each given by its minutes up to the first answer; null where there is none.</summary>
    public static TicketCounts Of(IEnumerable<int?> minutes)
    {
        var all = minutes.ToList();
        var answered = all.OfType<int>().Order().ToList();
        var middle = answered.Count / 2;
        int? median = answered.Count == 0 ? null : answered.Count % 2 == 1 ? answered[middle] : (answered[middle - 1] + answered[middle]) / 2;
        return new TicketCounts(all.Count, answered.Count, median);
    }
}

internal sealed class GetHelpFiguresHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetHelpFiguresQuery, Result<HelpFigures>>
{
    public async Task<Result<HelpFigures>> Handle(GetHelpFiguresQuery request, CancellationToken cancellationToken)
    {
        var year = request.Year is >= 2000 and <= 9998 ? request.Year.Value : time.Today().Year;
        var (from, to) = (Clock.BeginOf(new DateOnly(year, 1, 1)), Clock.BeginOf(new DateOnly(year + 1, 1, 1)));
        var tickets = await db.Tickets
            .Where(t => t.AskedAt >= from && t.AskedAt < to)
            .Select(t => new { t.Subject, t.AskedAt, t.Region, t.AnswerMinutes })
            .ToListAsync(cancellationToken);
        var names = (await db.Organisations.Where(o => o.Kind == OrganisationKind.Region).Select(o => new { o.Code, o.Name }).ToListAsync(cancellationToken))
            .DistinctBy(o => o.Code)
            .ToDictionary(o => o.Code, o => o.Name);
        return new HelpFigures(
            year,
            TicketCounts.Of(tickets.Select(t => t.AnswerMinutes)),
            await db.Tickets.CountAsync(cancellationToken),
            [.. Enum.GetValues<TicketSubject>().Select(s => (s, TicketCounts.Of(tickets.Where(t => t.Subject == s).Select(t => t.AnswerMinutes))))],
            [.. Enumerable.Range(1, 12).Select(m => (m, TicketCounts.Of(tickets.Where(t => Clock.LocalOf(t.AskedAt).Month == m).Select(t => t.AnswerMinutes))))],
            [.. tickets
                .GroupBy(t => t.Region)
                .Select(g => (Name: names.GetValueOrDefault(g.Key), Counts: TicketCounts.Of(g.Select(t => t.AnswerMinutes))))
                .OrderBy(r => r.Name is null)
                .ThenBy(r => r.Name is null ? "" : SortKey.Of(r.Name.Kk), StringComparer.Ordinal)]);
    }
}
