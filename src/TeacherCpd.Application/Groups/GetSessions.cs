using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>Sessions whose attendance the user records, of the days around today: those of today first.</summary>
[RequirePermission(Permission.TakeAttendance)]
public sealed record GetSessionsQuery : IQuery<SessionList>;

/// <summary>Sessions in the order of their beginning.</summary>
/// <param name="Today">Sessions of today.</param>
/// <param name="Before">Sessions of the last two weeks, the latest first.</param>
/// <param name="Next">Sessions of the next two weeks.</param>
public sealed record SessionList(IReadOnlyList<SessionListRow> Today, IReadOnlyList<SessionListRow> Before, IReadOnlyList<SessionListRow> Next);

/// <summary>A session of the list.</summary>
/// <param name="Came">How many are marked as being there.</param>
/// <param name="Marked">How many have a mark.</param>
/// <param name="Places">How many have a place.</param>
public sealed record SessionListRow(
    Guid Id, Guid GroupId, string GroupCode, LocalizedText Title, int Phase, PhaseKind Kind, DateTime Begins, DateTime Ends, string? Room, int Came, int Marked, int Places);

internal sealed class GetSessionsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetSessionsQuery, Result<SessionList>>
{
    private const int Days = 14;
    private const int Most = 200;

    public async Task<Result<SessionList>> Handle(GetSessionsQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var (first, last) = (Clock.BeginOf(today.AddDays(-Days)), Clock.BeginOf(today.AddDays(Days + 1)));
        var groups = db.AttendedTo(user).Where(g => g.Status == GroupStatus.Recruiting || g.Status == GroupStatus.Studying);
        var rows = await (
            from g in groups
            join session in db.Sessions.Where(s => s.Begins >= first && s.Begins < last) on g.Id equals session.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby session.Begins, g.Code
            select new SessionListRow(
                session.Id,
                g.Id,
                g.Code,
                programme.Title,
                session.Phase,
                session.Kind,
                session.Begins,
                session.Ends,
                session.Room,
                db.AttendanceMarks.Count(m => m.SessionId == session.Id && m.Presence != Presence.Absent),
                db.AttendanceMarks.Count(m => m.SessionId == session.Id),
                db.Enrolments.WithPlace().Count(e => e.GroupId == g.Id)))
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new SessionList([.. rows.Where(r => Clock.DayOf(r.Begins) == today)], [.. rows.Where(r => Clock.DayOf(r.Begins) < today).Reverse()], [.. rows.Where(r => Clock.DayOf(r.Begins) > today)]);
    }
}
