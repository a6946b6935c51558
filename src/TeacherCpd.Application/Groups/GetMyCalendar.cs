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
/// <param name="Recordings">Sessions of a year that can be watched again, the newest first, at most a hundred.</param>
public sealed record MyCalendar(IReadOnlyList<CalendarSession> Sessions, DateTime? FeedSince, IReadOnlyList<RecordedSession> Recordings);

/// <summary>A session that can be watched again.</summary>
/// <param name="Recording">Address of the recording.</param>
public sealed record RecordedSession(string GroupCode, LocalizedText Title, DateTime Begins, string Recording);

internal sealed class GetMyCalendarHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyCalendarQuery, Result<MyCalendar>>
{
    private const int Most = 100;

    private static readonly TimeSpan WatchedFor = TimeSpan.FromDays(366);

    public async Task<Result<MyCalendar>> Handle(GetMyCalendarQuery request, CancellationToken cancellationToken)
    {
        var sessions = await db.SessionsOf(user.Me, Clock.BeginOf(time.Today())).Take(Most).ToListAsync(cancellationToken);
        var since = await db.CalendarFeeds.Where(f => f.PersonId == user.Me).Select(f => (DateTime?)f.MadeAt).SingleOrDefaultAsync(cancellationToken);
        var attended = db.Enrolments.WithPlace().Where(e => e.PersonId == user.Me).Select(e => e.GroupId);
        var earliest = time.UtcNow() - WatchedFor;
        var recordings = await (
            from session in db.Sessions
            where session.Recording != null && session.Begins > earliest
            join g in db.Groups on session.GroupId equals g.Id
            where attended.Contains(g.Id) || session.TrainerId == user.Me || g.TrainerId == user.Me
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby session.Begins descending, session.Id
            select new RecordedSession(g.Code, programme.Title, session.Begins, session.Recording!))
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new MyCalendar(sessions, since, recordings);
    }
}
