using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning;

/// <summary>Parts of queries that the use cases of plans share.</summary>
internal static class PlanningQueries
{
    /// <summary>The plans of the organisations for which the user plans.</summary>
    public static IQueryable<WorkPlan> PlansOf(this IAppDbContext db, CurrentUser user)
    {
        var reach = db.Organisations.Within(user.Scopes(Permission.ManagePlans)).Select(o => o.Id);
        return db.WorkPlans.Where(p => reach.Contains(p.OrganisationId));
    }

    /// <summary>An item with all that belongs to it, for whoever keeps its plan or answers for it; null for anybody else.</summary>
    public static async Task<(PlanItem Item, WorkPlan Plan, bool MayRun)?> ItemInHandAsync(
        this IAppDbContext db, CurrentUser user, Guid itemId, CancellationToken cancellationToken)
    {
        var item = await db.PlanItems
            .Include(i => i.Responsible).Include(i => i.Windows).Include(i => i.Proofs).AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Id == itemId, cancellationToken);
        if (item is null)
        {
            return null;
        }

        var found = await (
            from plan in db.WorkPlans
            where plan.Id == item.PlanId
            join organisation in db.Organisations on plan.OrganisationId equals organisation.Id
            select new { Plan = plan, organisation.Path })
            .SingleAsync(cancellationToken);
        var mayRun = user.Covers(Permission.ManagePlans, found.Path);
        return mayRun || item.IsOf(user.Me) ? (item, found.Plan, mayRun) : null;
    }

    /// <summary>Waits for the turn of whoever changes a plan or an item, which is then decided on what stands.</summary>
    public static Task TakeTurnOfPlanAsync(this IAppDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.TakeTurnAsync(FormattableString.Invariant($"planning/{id}"), cancellationToken);

    /// <summary>
    /// The people of the system whose names stand in words of a plan: of the organisation and below it, only where one alone is called so. A short
    /// given name ("Сәрсенова А.") is enough where one alone fits.
    /// </summary>
    public static async Task<Func<string, Guid?>> KnownPeopleAsync(this IAppDbContext db, Guid organisationId, CancellationToken cancellationToken)
    {
        var path = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Path).SingleAsync(cancellationToken);
        IReadOnlyList<string> scope = [path];
        var places = db.Organisations.Within(scope).Select(o => o.Id);
        var people = await db.Persons
            .Where(p => p.Employments.Any(e => places.Contains(e.OrganisationId) && e.To == null) || p.Roles.Any(r => places.Contains(r.OrganisationId)))
            .OrderBy(p => p.Id)
            .Take(MostPeople)
            .Select(p => new { p.Id, p.FamilyName, p.GivenName, p.Patronymic })
            .ToListAsync(cancellationToken);
        var byName = people
            .SelectMany(p => new[]
            {
                (Name: $"{p.FamilyName} {p.GivenName}", p.Id),
                (Name: $"{p.GivenName} {p.FamilyName}", p.Id),
                (Name: $"{p.FamilyName} {p.GivenName} {p.Patronymic}", p.Id),
                (Name: $"{p.FamilyName} {p.GivenName[..1]}", p.Id),
                (Name: $"{p.GivenName[..1]} {p.FamilyName}", p.Id),
                (Name: string.IsNullOrEmpty(p.Patronymic) ? "" : $"{p.FamilyName} {p.GivenName[..1]} {p.Patronymic[..1]}", p.Id),
            })
            .Select(n => (Name: Domain.Groups.Lists.ListText.Key(n.Name), n.Id))
            .Where(n => n.Name.Length > 0)
            .Distinct()
            .ToLookup(n => n.Name, n => n.Id);
        return words => byName[Domain.Groups.Lists.ListText.Key(words)].Take(2).ToList() is [var only] ? only : null;
    }

    private const int MostPeople = 5000;
}
