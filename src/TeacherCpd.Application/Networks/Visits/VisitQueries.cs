using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Who may plan, carry out and see visits.</summary>
internal static class VisitQueries
{
    /// <summary>The visits of the centre or branch for which the user plans them.</summary>
    public static IQueryable<SchoolVisit> VisitsManaged(this IAppDbContext db, CurrentUser user)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.ManageVisits)).Select(o => o.Id);
        return db.SchoolVisits.Where(v => places.Contains(v.OrganisationId));
    }

    /// <summary>The visits that the user plans, and those of which a stage is entrusted to the user.</summary>
    public static IQueryable<SchoolVisit> VisitsInHand(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var places = db.Organisations.Within(user.Scopes(Permission.ManageVisits)).Select(o => o.Id);
        return db.SchoolVisits.Where(v => places.Contains(v.OrganisationId) || v.Stages.Any(s => s.ResponsibleId == me));
    }

    /// <summary>The visits whose report went to a school in reach.</summary>
    public static async Task<IQueryable<SchoolVisit>> VisitsReportedAsync(this IAppDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var schools = (await db.CoachSchoolsAsync(user, Permission.SeeVisits, cancellationToken)).Select(o => o.Id);
        return db.SchoolVisits.Where(v => v.Status == SchoolVisitStatus.Sent && schools.Contains(v.SchoolId));
    }

    /// <summary>With its stages and their numbers.</summary>
    public static IQueryable<SchoolVisit> Whole(this IQueryable<SchoolVisit> visits) =>
        visits.Include(v => v.Stages).ThenInclude(s => s.Counts).AsSplitQuery();

    /// <summary>A visit to be changed, in its turn, with whether the user plans it; null where it is not the user's.</summary>
    public static async Task<(SchoolVisit Visit, bool MayManage)?> VisitInHandAsync(
        this IAppDbContext db, CurrentUser user, Guid visitId, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"networks/visits/{visitId}"), cancellationToken);
        var visit = await db.VisitsInHand(user).Whole().SingleOrDefaultAsync(v => v.Id == visitId, cancellationToken);
        return visit is null ? null : (visit, await db.VisitsManaged(user).AnyAsync(v => v.Id == visitId, cancellationToken));
    }

    /// <summary>A visit to be changed by whoever plans it; null for anybody else.</summary>
    public static async Task<SchoolVisit?> VisitToManageAsync(this IAppDbContext db, CurrentUser user, Guid visitId, CancellationToken cancellationToken) =>
        await db.VisitInHandAsync(user, visitId, cancellationToken) is (var visit, true) ? visit : null;

    /// <summary>The people who work at the centre or branch of a visit, or below it, on a day.</summary>
    public static IQueryable<Domain.Accounts.Person> VisitorsOf(this IAppDbContext db, string organisationPath, DateOnly today)
    {
        IReadOnlyList<string> scope = [organisationPath];
        var places = db.Organisations.Within(scope).Select(o => o.Id);
        return db.Persons.Where(p => p.Employments.Any(e => places.Contains(e.OrganisationId) && e.From <= today && (e.To == null || e.To >= today)));
    }

    /// <summary>The coordinators of a school.</summary>
    public static IQueryable<Domain.Accounts.Person> CoordinatorsOf(this IAppDbContext db, Guid schoolId) =>
        db.Persons.Where(p => p.Roles.Any(r => r.Role == Domain.Accounts.Role.SchoolCoordinator && r.OrganisationId == schoolId));

    /// <summary>All numbers of a visit by kind.</summary>
    public static IReadOnlyDictionary<VisitCountKind, int> Numbers(this SchoolVisit visit) =>
        visit.Stages.Where(s => s.ClosedAt is not null).SelectMany(s => s.Counts).ToDictionary(c => c.Kind, c => c.Number);
}
