using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>Parts of the use cases of attendance.</summary>
internal static class AttendanceQueries
{
    /// <summary>Groups whose attendance the user records: those they train, or lead a session of, and those of their branches.</summary>
    public static IQueryable<StudyGroup> AttendedTo(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var branches = db.Organisations.Within(user.Scopes(Permission.ManageGroups));
        return db.Groups.Where(g => g.Status != GroupStatus.Cancelled
            && (g.TrainerId == me || db.Sessions.Any(s => s.GroupId == g.Id && s.TrainerId == me) || branches.Any(b => b.Id == g.BranchId)));
    }

    /// <summary>A session whose attendance the user records; null where there is none.</summary>
    public static async Task<Session?> AttendedSessionAsync(this IAppDbContext db, CurrentUser user, Guid sessionId, CancellationToken cancellationToken)
    {
        var groups = db.AttendedTo(user);
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && groups.Any(g => g.Id == s.GroupId), cancellationToken);
    }

    /// <summary>The window of a session in which codes are taken now; null where there is none.</summary>
    public static Task<AttendanceWindow?> OpenWindowAsync(this IAppDbContext db, Guid sessionId, DateTime now, CancellationToken cancellationToken) =>
        db.AttendanceWindows
            .Where(w => w.SessionId == sessionId && w.OpensAt <= now && w.ClosesAt > now)
            .OrderByDescending(w => w.OpensAt)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Least share of sessions that the programme of a person's course asks, in per cent.</summary>
    public static Task<int> MinimumAttendanceAsync(this IAppDbContext db, Guid enrolmentId, CancellationToken cancellationToken) => (
        from enrolment in db.Enrolments
        where enrolment.Id == enrolmentId
        join g in db.Groups on enrolment.GroupId equals g.Id
        join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
        select version.MinimumAttendance)
        .SingleAsync(cancellationToken);

    /// <summary>
    /// How much of the course each person attended. Sessions count once anybody's attendance is recorded. Who came from
    /// another group brings along what they attended there until then; who was added late missed what they missed.
    /// </summary>
    public static async Task<Dictionary<Guid, AttendanceShare>> SharesAsync(
        this IAppDbContext db, IReadOnlyList<Guid> enrolmentIds, CancellationToken cancellationToken)
    {
        var chain = await ChainAsync(db, enrolmentIds, cancellationToken);
        var groups = chain.Select(e => e.GroupId).Distinct().ToList();
        var held = await db.Sessions
            .Where(s => EF.Parameter(groups).Contains(s.GroupId) && db.AttendanceMarks.Any(m => m.SessionId == s.Id))
            .Select(s => new { s.GroupId, s.Begins })
            .ToListAsync(cancellationToken);
        var ids = chain.Select(e => e.Id).ToList();
        var attended = await db.AttendanceMarks
            .Where(m => EF.Parameter(ids).Contains(m.EnrolmentId) && m.Presence != Presence.Absent)
            .GroupBy(m => m.EnrolmentId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var heldOf = held.ToLookup(h => h.GroupId, h => h.Begins);
        var byId = chain.ToDictionary(e => e.Id);
        return enrolmentIds.Where(byId.ContainsKey).Distinct().ToDictionary(id => id, id => Sum(byId[id]));

        AttendanceShare Sum(Link link)
        {
            var own = new AttendanceShare(
                attended.GetValueOrDefault(link.Id),
                heldOf[link.GroupId].Count(begins =>
                    (link.Origin != EnrolmentOrigin.Transfer || begins >= link.AppliedAt)
                    && (link.Status != EnrolmentStatus.Transferred || begins < link.DecidedAt)));
            if (link.FromId is not { } from || !byId.TryGetValue(from, out var before))
            {
                return own;
            }

            var earlier = Sum(before);
            return new AttendanceShare(own.Attended + earlier.Attended, own.Held + earlier.Held);
        }
    }

    private static async Task<List<Link>> ChainAsync(IAppDbContext db, IReadOnlyList<Guid> enrolmentIds, CancellationToken cancellationToken)
    {
        // whatever people were transferred from, in one question; by their people, so that nobody else's are read
        var ids = enrolmentIds.Distinct().ToList();
        var people = db.Enrolments.Where(e => EF.Parameter(ids).Contains(e.Id)).Select(e => e.PersonId);
        return await db.Enrolments
            .Where(e => people.Contains(e.PersonId) && (EF.Parameter(ids).Contains(e.Id) || e.Status == EnrolmentStatus.Transferred))
            .Select(e => new Link(e.Id, e.GroupId, e.Origin, e.Status, e.AppliedAt, e.DecidedAt, e.TransferredFromId))
            .ToListAsync(cancellationToken);
    }

    private sealed record Link(
        Guid Id, Guid GroupId, EnrolmentOrigin Origin, EnrolmentStatus Status, DateTime AppliedAt, DateTime? DecidedAt, Guid? FromId);
}
