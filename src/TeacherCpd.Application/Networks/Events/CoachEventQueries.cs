using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>Who may plan, record and see events of coaches.</summary>
internal static class CoachEventQueries
{
    /// <summary>
    /// The coaches whose events the user plans: those of the schools that the user coordinates, and the user where they are one themselves. Only
    /// those who work at the school on the day.
    /// </summary>
    public static IQueryable<Domain.Trainers.SchoolCoach> CoachesInHand(this IAppDbContext db, CurrentUser user, DateOnly today)
    {
        var me = user.Me;
        var schools = db.Organisations.Within(user.Scopes(Permission.HoldCoachEvents)).Select(o => o.Id);
        return db.SchoolCoaches.Where(c =>
            (c.PersonId == me || schools.Contains(c.SchoolId))
            && db.Persons.Any(p => p.Id == c.PersonId && p.Employments.Any(e => e.OrganisationId == c.SchoolId && e.From <= today && (e.To == null || e.To >= today))));
    }

    /// <summary>The events that the user plans and records.</summary>
    public static IQueryable<CoachEvent> EventsInHand(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var schools = db.Organisations.Within(user.Scopes(Permission.HoldCoachEvents)).Select(o => o.Id);
        return db.CoachEvents.Where(e => e.CoachId == me || schools.Contains(e.SchoolId));
    }

    /// <summary>The events that the user sees: those in hand, those for the own schools, and those of the schools whose networks the user approves.</summary>
    public static IQueryable<CoachEvent> EventsSeen(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var schools = db.Organisations.Within(user.Scopes(Permission.SeeNetworks)).Where(o => o.Kind == OrganisationKind.School).Select(o => o.Id);
        return db.CoachEvents.Where(e => e.CoachId == me || schools.Contains(e.SchoolId) || e.Schools.Any(s => schools.Contains(s.SchoolId)));
    }

    /// <summary>An event to be recorded, in its turn; null where it is not the user's.</summary>
    public static async Task<CoachEvent?> EventInHandAsync(this IAppDbContext db, CurrentUser user, Guid eventId, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"networks/events/{eventId}"), cancellationToken);
        return await db.EventsInHand(user).Include(e => e.Schools).Include(e => e.People).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == eventId, cancellationToken);
    }
}
