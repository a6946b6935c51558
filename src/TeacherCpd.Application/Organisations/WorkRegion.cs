using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>The region where people work, for counters that name no person.</summary>
internal static class WorkRegion
{
    /// <summary>Code of the region where somebody works on a day; empty for nobody, and for who works in none.</summary>
    public static async Task<string> RegionCodeOfAsync(this IAppDbContext db, Guid? personId, DateOnly day, CancellationToken cancellationToken) =>
        personId is null
            ? ""
            : await (
                from job in db.Persons.Where(p => p.Id == personId).SelectMany(p => p.Employments)
                where job.From <= day && (job.To == null || job.To >= day)
                join place in db.Organisations on job.OrganisationId equals place.Id
                from region in db.Organisations
#pragma warning disable CA1310 // asked of the database, which has no culture
                where region.Kind == OrganisationKind.Region && place.Path.StartsWith(region.Path)
#pragma warning restore CA1310
                orderby job.From descending, region.Code
                select region.Code).FirstOrDefaultAsync(cancellationToken) ?? "";
}
