using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>What the screen in the room shows: the code of this half minute, and who has come in last.</summary>
[RequirePermission(Permission.TakeAttendance)]
public sealed record GetAttendanceCodeQuery(Guid SessionId) : IQuery<AttendanceCode>;

/// <summary>The code that is shown.</summary>
/// <param name="Code">Code; null when none are taken now.</param>
/// <param name="Seconds">Whole seconds until it changes, 1 to 30.</param>
/// <param name="ClosesAt">Until when codes are taken (UTC).</param>
/// <param name="Came">How many are marked as being there.</param>
/// <param name="Places">How many have a place.</param>
/// <param name="Latest">Names of those who came in by code, the last first, at most ten: the trainer sees who is there and who is not.</param>
public sealed record AttendanceCode(
    Guid SessionId, string GroupCode, LocalizedText Title, string? Code, int Seconds, DateTime? ClosesAt, int Came, int Places, IReadOnlyList<string> Latest);

internal sealed class GetAttendanceCodeHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetAttendanceCodeQuery, Result<AttendanceCode>>
{
    private const int MostNames = 10;

    public async Task<Result<AttendanceCode>> Handle(GetAttendanceCodeQuery request, CancellationToken cancellationToken)
    {
        var session = await db.AttendedSessionAsync(user, request.SessionId, cancellationToken);
        if (session is null)
        {
            return new NotFound();
        }

        var group = await (
            from g in db.Groups
            where g.Id == session.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new
            {
                g.Code,
                programme.Title,
                Places = db.Enrolments.WithPlace().Count(e => e.GroupId == g.Id),
                Came = db.AttendanceMarks.Count(m => m.SessionId == session.Id && m.Presence != Presence.Absent),
            })
            .SingleAsync(cancellationToken);
        var latest = await (
            from mark in db.AttendanceMarks
            where mark.SessionId == session.Id && mark.Source == AttendanceSource.Code
            join enrolment in db.Enrolments on mark.EnrolmentId equals enrolment.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            orderby mark.MarkedAt descending
            select person.FamilyName + " " + person.GivenName)
            .Take(MostNames)
            .ToListAsync(cancellationToken);
        var now = time.UtcNow();
        var window = await db.OpenWindowAsync(session.Id, now, cancellationToken);
        var seconds = Math.Max(1, (int)Math.Ceiling((AttendanceWindow.NextCodeAt(now) - now).TotalSeconds));
        return new AttendanceCode(
            session.Id, group.Code, group.Title, window?.CodeAt(now), seconds, window?.ClosesAt, group.Came, group.Places, latest);
    }
}
