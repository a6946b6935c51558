using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Trainers;

/// <summary>Parts of queries that the use cases of school coaches share.</summary>
internal static class CoachQueries
{
    /// <summary>
    /// Schools in reach of a permission: below the organisations of the role, and in the regions that branches in reach serve.
    /// </summary>
    public static async Task<IQueryable<Organisation>> CoachSchoolsAsync(
        this IAppDbContext db, CurrentUser user, Permission permission, CancellationToken cancellationToken)
    {
        var scopes = user.Scopes(permission);
        var branches = db.Organisations.Within(scopes).Select(o => o.Id);
        var served = await db.Organisations
            .Where(o => db.BranchRegions.Any(r => r.RegionId == o.Id && branches.Contains(r.BranchId)))
            .Select(o => o.Path)
            .ToListAsync(cancellationToken);
        IReadOnlyList<string> reach = [.. scopes, .. served];

        // the assessing body stands beside the centre, and sees the figures of the country
        return user.Can(Permission.RecertifyTrainers)
            ? db.Organisations.Where(o => o.Kind == OrganisationKind.School)
            : db.Organisations.Within(reach).Where(o => o.Kind == OrganisationKind.School);
    }

    /// <summary>The persons of national numbers with the school in which they work now; those of no school in reach have none.</summary>
    public static async Task<Dictionary<string, (Guid PersonId, Guid? SchoolId)>> CoachPeopleAsync(
        this IAppDbContext db, IQueryable<Organisation> schools, IReadOnlyCollection<string> numbers, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = numbers.ToList();
        var found = await db.Persons
            .Where(p => EF.Parameter(asked).Contains(p.Iin))
            .Select(p => new
            {
                p.Iin,
                p.Id,
                SchoolId = p.Employments
                    .Where(e => e.From <= today && (e.To == null || e.To >= today) && schools.Any(s => s.Id == e.OrganisationId))
                    .OrderBy(e => e.Position == Position.Teacher ? 0 : 1)
                    .ThenByDescending(e => e.From)
                    .Select(e => (Guid?)e.OrganisationId)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(f => f.Iin, f => (f.Id, f.SchoolId));
    }
}
