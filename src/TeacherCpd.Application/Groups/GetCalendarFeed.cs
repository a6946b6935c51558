using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>The calendar of whoever gave out the address. The address is the key: nobody signs in from a calendar programme.</summary>
/// <param name="Token">What stands in the address.</param>
[OpenToAll]
public sealed record GetCalendarFeedQuery(string Token) : IQuery<CalendarOfPerson>;

/// <summary>What a calendar programme reads: sessions of the last month and of all days to come.</summary>
/// <param name="Language">Language in which the person is written to.</param>
public sealed record CalendarOfPerson(Language Language, IReadOnlyList<CalendarSession> Sessions);

internal sealed class GetCalendarFeedHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetCalendarFeedQuery, Result<CalendarOfPerson>>
{
    private const int DaysBack = 31;
    private const int Most = 1000;

    public async Task<Result<CalendarOfPerson>> Handle(GetCalendarFeedQuery request, CancellationToken cancellationToken)
    {
        var hash = CalendarFeed.HashOf(request.Token);
        var person = await (
            from feed in db.CalendarFeeds
            where feed.TokenHash == hash
            join p in db.Persons on feed.PersonId equals p.Id
            select new { p.Id, p.Language })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        var from = Clock.BeginOf(time.Today().AddDays(-DaysBack));
        return new CalendarOfPerson(person.Language, await db.SessionsOf(person.Id, from).Take(Most).ToListAsync(cancellationToken));
    }
}
