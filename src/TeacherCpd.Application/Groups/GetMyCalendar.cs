using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups;

/// <summary>The sessions that a teacher or trainer has before them.</summary>
[SignedIn]
public sealed record GetMyCalendarQuery : IQuery<MyCalendar>;

/// <summary>Somebody's calendar.</summary>
/// <param name="Sessions">Sessions from today on, at most a hundred.</param>
/// <param name="FeedSince">Since when other programmes may read it (UTC); null while none may.</param>
public sealed record MyCalendar(IReadOnlyList<CalendarSession> Sessions, DateTime? FeedSince);

internal sealed class GetMyCalendarHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyCalendarQuery, Result<MyCalendar>>
{
    private const int Most = 100;

    public async Task<Result<MyCalendar>> Handle(GetMyCalendarQuery request, CancellationToken cancellationToken)
    {
        var sessions = await db.SessionsOf(user.Me, Clock.BeginOf(time.Today())).Take(Most).ToListAsync(cancellationToken);
        var since = await db.CalendarFeeds.Where(f => f.PersonId == user.Me).Select(f => (DateTime?)f.MadeAt).SingleOrDefaultAsync(cancellationToken);
        return new MyCalendar(sessions, since);
    }
}
