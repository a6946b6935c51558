using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// Leading schools by region, as table 19 of the 2022 report has them: of the lists approved for the school year that begins in the year. A school
/// is counted once, in the region in which it stands; the sum is computed, never kept.
/// </summary>
/// <param name="Filter">Year in which the school year begins, and place.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetLeadingSchoolsQuery(ReportFilter Filter) : IQuery<LeadingSchoolReport>;

/// <summary>Leading schools by region.</summary>
public sealed record LeadingSchoolReport(IReadOnlyList<LeadingOfRegion> Regions);

/// <summary>Leading schools of a region.</summary>
/// <param name="Region">Region; null for schools that stand in none.</param>
/// <param name="Schools">Schools of the region.</param>
/// <param name="Leading">Leading ones among them.</param>
/// <param name="Partners">Partner schools among them.</param>
public sealed record LeadingOfRegion(LocalizedText? Region, int Schools, int Leading, int Partners);

internal sealed class GetLeadingSchoolsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLeadingSchoolsQuery, Result<LeadingSchoolReport>>
{
    public async Task<Result<LeadingSchoolReport>> Handle(GetLeadingSchoolsQuery request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        if (await db.ReachAsync(user, Permission.SeeTraining, filter, cancellationToken) is not { } reach)
        {
            return new NotFound();
        }

        var inReach = reach.Schools;
        var schools = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.School && inReach.Contains(o.Id))
            .Select(o => new { o.Id, o.Path })
            .ToListAsync(cancellationToken);
        var entries =
            from list in db.NetworkLists
            where list.YearStart == filter.Year && list.Status == NetworkListStatus.Approved
            from entry in list.Schools
            select entry;
        var leading = (await entries.Select(e => e.SchoolId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var partners = (await entries.SelectMany(e => e.Partners).Select(p => p.SchoolId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var regions = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new { o.Path, o.Name })
            .ToListAsync(cancellationToken);
        var byRegion = schools.ToLookup(s => regions.Find(r => s.Path.StartsWith(r.Path, StringComparison.Ordinal))?.Path ?? "", s => s.Id);
        return new LeadingSchoolReport(
        [
            .. regions.Select(r => (r.Path, Name: (LocalizedText?)r.Name)).Append(("", null))
                .Where(r => byRegion.Contains(r.Path))
                .Select(r => new LeadingOfRegion(r.Name, byRegion[r.Path].Count(), byRegion[r.Path].Count(leading.Contains), byRegion[r.Path].Count(partners.Contains))),
        ]);
    }
}
