using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>What is recorded about the teacher at one session: read from the stored row, so what it says is true.</summary>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record GetMyAttendanceQuery(Guid SessionId) : IQuery<MyAttendance>;

/// <summary>The teacher's own attendance at a session.</summary>
/// <param name="Presence">What is recorded; null while nothing is.</param>
/// <param name="MarkedAt">When it was recorded (UTC).</param>
/// <param name="TakesCodes">Whether codes are taken now.</param>
public sealed record MyAttendance(
    Guid SessionId, string GroupCode, LocalizedText Title, DateTime Begins, DateTime Ends, Presence? Presence, DateTime? MarkedAt, bool TakesCodes);

internal sealed class GetMyAttendanceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyAttendanceQuery, Result<MyAttendance>>
{
    public async Task<Result<MyAttendance>> Handle(GetMyAttendanceQuery request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var mine = await (
            from session in db.Sessions
            where session.Id == request.SessionId
            join e in db.Enrolments.WithPlace() on session.GroupId equals e.GroupId
            where e.PersonId == user.Me
            join g in db.Groups on session.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join m in db.AttendanceMarks.Where(m => m.SessionId == request.SessionId) on e.Id equals m.EnrolmentId into marks
            from mark in marks.DefaultIfEmpty()
            select new MyAttendance(
                session.Id,
                g.Code,
                programme.Title,
                session.Begins,
                session.Ends,
                mark == null ? null : mark.Presence,
                mark == null ? null : mark.MarkedAt,
                db.AttendanceWindows.Any(w => w.SessionId == session.Id && w.OpensAt <= now && w.ClosesAt > now)))
            .SingleOrDefaultAsync(cancellationToken);
        return mine is null ? new NotFound() : mine;
    }
}
