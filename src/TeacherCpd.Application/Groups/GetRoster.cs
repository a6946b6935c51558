using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>The roster of one session: everybody who has a place, with what is recorded.</summary>
[RequirePermission(Permission.TakeAttendance)]
public sealed record GetRosterQuery(Guid SessionId) : IQuery<Roster>;

/// <summary>A roster.</summary>
/// <param name="Link">Address of the meeting; null where people meet.</param>
/// <param name="Recording">Address of the recording; null where there is none.</param>
/// <param name="HasBegun">Whether it has begun, so that there can be a recording.</param>
/// <param name="MayMark">Whether marks are taken: from the day of the session until the group is closed.</param>
/// <param name="CodesUntil">Until when people mark themselves by code (UTC); null when they do not.</param>
public sealed record Roster(
    Guid SessionId,
    Guid GroupId,
    string GroupCode,
    LocalizedText Title,
    int Phase,
    PhaseKind Kind,
    DateTime Begins,
    DateTime Ends,
    string? Room,
    string? Link,
    string? Recording,
    bool HasBegun,
    bool MayMark,
    DateTime? CodesUntil,
    IReadOnlyList<RosterRow> People)
{
    /// <summary>How many were there.</summary>
    public int Came => People.Count(p => p.Presence is Presence.Present or Presence.Late);
}

/// <summary>A person of the roster.</summary>
/// <param name="Presence">What is recorded; null while nothing is.</param>
public sealed record RosterRow(Guid EnrolmentId, string Name, Presence? Presence, AbsenceReason? Reason, AttendanceSource? Source);

internal sealed class GetRosterHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetRosterQuery, Result<Roster>>
{
    public async Task<Result<Roster>> Handle(GetRosterQuery request, CancellationToken cancellationToken)
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
            select new { g.Code, g.Status, programme.Title })
            .SingleAsync(cancellationToken);
        var people = await (
            from enrolment in db.Enrolments.WithPlace()
            where enrolment.GroupId == session.GroupId
            join person in db.Persons on enrolment.PersonId equals person.Id
            join mark in db.AttendanceMarks.Where(m => m.SessionId == session.Id) on enrolment.Id equals mark.EnrolmentId into marks
            from mark in marks.DefaultIfEmpty()
            orderby person.SortKey, person.Id
            select new RosterRow(
                enrolment.Id,
                person.FamilyName + " " + person.GivenName,
                mark == null ? null : mark.Presence,
                mark == null ? null : mark.Reason,
                mark == null ? null : mark.Source))
            .ToListAsync(cancellationToken);
        var now = time.UtcNow();
        var window = await db.OpenWindowAsync(session.Id, now, cancellationToken);
        return new Roster(
            session.Id,
            session.GroupId,
            group.Code,
            group.Title,
            session.Phase,
            session.Kind,
            session.Begins,
            session.Ends,
            session.Room,
            session.Link,
            session.Recording,
            session.Begins <= now,
            Attending.IsOpen(session, group.Status, now),
            window?.ClosesAt,
            people);
    }
}

/// <summary>When attendance may be recorded.</summary>
internal static class Attending
{
    /// <summary>From the day of the session on, until the group is closed.</summary>
    public static bool IsOpen(Session session, GroupStatus group, DateTime now) =>
        group is GroupStatus.Recruiting or GroupStatus.Studying && Clock.DayOf(session.Begins) <= Clock.DayOf(now);
}
