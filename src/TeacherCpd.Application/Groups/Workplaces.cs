using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Groups;

/// <summary>Where somebody works.</summary>
/// <param name="Path">Path of the school.</param>
/// <param name="RegionId">Region of the school; null for schools directly below the ministry.</param>
internal sealed record Workplace(Guid SchoolId, string Path, Guid? RegionId);

/// <summary>Where people work on a day.</summary>
internal static class Workplaces
{
    /// <summary>The school of each person; of several the one begun last, as in the lists of training. Who works at none is left out.</summary>
    /// <param name="at">Only this school, for whom it sends: there it does not matter where else they work; null: any school.</param>
    public static async Task<Dictionary<Guid, Workplace>> WorkplacesAsync(
        this IAppDbContext db, IReadOnlyList<Guid> people, DateOnly today, CancellationToken cancellationToken, Guid? at = null)
    {
        var work = await (
            from employment in db.Persons.Where(p => EF.Parameter(people).Contains(p.Id)).SelectMany(p => p.Employments)
            where employment.From <= today && (employment.To == null || employment.To >= today)
            join school in db.Organisations on employment.OrganisationId equals school.Id
            where school.Kind == OrganisationKind.School && (at == null || school.Id == at)
            select new { employment.PersonId, employment.From, school.Id, school.Path })
            .ToListAsync(cancellationToken);
        var regions = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Region)
            .Select(o => new { o.Id, o.Path })
            .ToListAsync(cancellationToken);
        return work
            .GroupBy(w => w.PersonId)
            .Select(g => g.OrderByDescending(w => w.From).ThenBy(w => w.Path, StringComparer.Ordinal).First())
            .ToDictionary(w => w.PersonId, w => new Workplace(
                w.Id,
                w.Path,
                regions.Find(r => w.Path.StartsWith(r.Path, StringComparison.Ordinal))?.Id));
    }
}
