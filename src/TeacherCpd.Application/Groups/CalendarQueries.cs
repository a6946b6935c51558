using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>A session in somebody's calendar.</summary>
/// <param name="Leads">Whether the person leads it, and does not attend it.</param>
/// <param name="Revision">Grows when the session is moved.</param>
public sealed record CalendarSession(
    Guid Id,
    string GroupCode,
    LocalizedText Title,
    PhaseKind Kind,
    DateTime Begins,
    DateTime Ends,
    string? Room,
    string? Venue,
    string? Link,
    LocalizedText Branch,
    bool Leads,
    int Revision);

/// <summary>What stands in a person's calendar: the one place for the page and for other programmes.</summary>
internal static class CalendarQueries
{
    /// <summary>Sessions that a person attends or leads, of groups that are not called off, in their order.</summary>
    public static IQueryable<CalendarSession> SessionsOf(this IAppDbContext db, Guid personId, DateTime after)
    {
        var attended = db.Enrolments.WithPlace().Where(e => e.PersonId == personId).Select(e => e.GroupId);

        // a session lasts a day at most: by this the database finds those to come without reading all of the past
        var earliest = after.AddDays(-1);
        return from session in db.Sessions
               where session.Begins > earliest && session.Ends > after
               join g in db.Groups on session.GroupId equals g.Id
               where g.Status != GroupStatus.Cancelled
                   && (attended.Contains(g.Id) || session.TrainerId == personId || (g.TrainerId == personId && session.TrainerId == null))
               join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
               join programme in db.Programmes on version.ProgrammeId equals programme.Id
               join branch in db.Organisations on g.BranchId equals branch.Id
               orderby session.Begins, session.Id
               select new CalendarSession(
                   session.Id,
                   g.Code,
                   programme.Title,
                   session.Kind,
                   session.Begins,
                   session.Ends,
                   session.Room,
                   g.Venue,
                   session.Link,
                   branch.Name,
                   !attended.Contains(g.Id),
                   session.Revision);
    }
}
