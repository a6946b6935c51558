using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>Attendance of a group as a whole: every session, and the share of every person against the least that is asked.</summary>
[RequirePermission(Permission.TakeAttendance)]
public sealed record GetGroupAttendanceQuery(Guid GroupId) : IQuery<GroupAttendance>;

/// <summary>Attendance of a group.</summary>
/// <param name="Minimum">Least share the programme asks, in per cent.</param>
/// <param name="Ordered">How many have a place.</param>
/// <param name="Came">How many came at least once.</param>
public sealed record GroupAttendance(
    Guid GroupId,
    string Code,
    LocalizedText Title,
    int Minimum,
    int Ordered,
    int Came,
    IReadOnlyList<AttendedSession> Sessions,
    IReadOnlyList<AttendingPerson> People);

/// <summary>A session with how many were there.</summary>
public sealed record AttendedSession(Guid Id, int Phase, PhaseKind Kind, DateTime Begins, DateTime Ends, string? Room, int Came, int Marked);

/// <summary>A person with the share of sessions attended.</summary>
/// <param name="Admitted">Whether the share is enough for assessment.</param>
public sealed record AttendingPerson(string Name, EnrolmentStatus Status, int Attended, int Held, int Percent, bool Admitted);

internal sealed class GetGroupAttendanceHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetGroupAttendanceQuery, Result<GroupAttendance>>
{
    public async Task<Result<GroupAttendance>> Handle(GetGroupAttendanceQuery request, CancellationToken cancellationToken)
    {
        var course = await (
            from g in db.AttendedTo(user)
            where g.Id == request.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { g.Id, g.Code, programme.Title, version.MinimumAttendance })
            .SingleOrDefaultAsync(cancellationToken);
        if (course is null)
        {
            return new NotFound();
        }

        var sessions = await db.Sessions
            .Where(s => s.GroupId == course.Id)
            .OrderBy(s => s.Begins)
            .Select(s => new AttendedSession(
                s.Id,
                s.Phase,
                s.Kind,
                s.Begins,
                s.Ends,
                s.Room,
                db.AttendanceMarks.Count(m => m.SessionId == s.Id && m.Presence != Presence.Absent),
                db.AttendanceMarks.Count(m => m.SessionId == s.Id)))
            .ToListAsync(cancellationToken);
        var people = await (
            from enrolment in db.Enrolments.WithPlace()
            where enrolment.GroupId == course.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            orderby person.SortKey, person.Id
            select new { enrolment.Id, enrolment.Status, Name = person.FamilyName + " " + person.GivenName })
            .ToListAsync(cancellationToken);
        var shares = await db.SharesAsync([.. people.Select(p => p.Id)], cancellationToken);
        return new GroupAttendance(
            course.Id,
            course.Code,
            course.Title,
            course.MinimumAttendance,
            people.Count,
            shares.Values.Count(s => s.Attended > 0),
            sessions,
            [.. people.Select(p => new AttendingPerson(
                p.Name, p.Status, shares[p.Id].Attended, shares[p.Id].Held, shares[p.Id].Percent, shares[p.Id].Refusal(course.MinimumAttendance) is null))]);
    }
}
