using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>
/// The summary over the visits of a year whose reports were sent to schools in reach: sums, and shares reckoned from the sums and as the mean of the
/// schools' shares.
/// </summary>
/// <param name="Year">Year in which the visits began; null: that of today.</param>
/// <param name="RegionId">Only of a region; null for all in reach.</param>
[RequirePermission(Permission.SeeVisits)]
public sealed record GetVisitSummaryQuery(int? Year, Guid? RegionId) : IQuery<VisitSummary>;

/// <summary>A summary.</summary>
/// <param name="Regions">Regions to choose.</param>
/// <param name="Sums">Sums by kind; a kind that no visit counted is missing.</param>
/// <param name="Shares">Shares over all of them.</param>
/// <param name="Schools">Each visit with its numbers, by the name of the school.</param>
/// <param name="Left">How many more visits there are than are listed; they are in the sums.</param>
public sealed record VisitSummary(
    int Year,
    Guid? RegionId,
    IReadOnlyList<NamedChoice> Regions,
    IReadOnlyDictionary<VisitCountKind, int> Sums,
    IReadOnlyList<VisitShare> Shares,
    IReadOnlyList<VisitOfSchool> Schools,
    int Left);

/// <summary>A visit in the summary.</summary>
/// <param name="Contradictions">Shares whose part is larger than its whole.</param>
public sealed record VisitOfSchool(Guid VisitId, LocalizedText School, IReadOnlyDictionary<VisitCountKind, int> Numbers, IReadOnlyList<VisitRatio> Contradictions);

internal sealed class GetVisitSummaryHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetVisitSummaryQuery, Result<VisitSummary>>
{
    private const int MostListed = 100;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public async Task<Result<VisitSummary>> Handle(GetVisitSummaryQuery request, CancellationToken cancellationToken)
    {
        var year = Math.Clamp(request.Year ?? time.Today().Year, FirstYear, LastYear);
        var inReach = await db.CoachSchoolsAsync(user, Permission.SeeVisits, cancellationToken);
        var regions = await db.Organisations
            .Where(r => r.Kind == OrganisationKind.Region && inReach.Any(s => s.Path.StartsWith(r.Path)))
            .OrderBy(r => r.SortKey)
            .Select(r => new { r.Id, r.Name, r.Path })
            .ToListAsync(cancellationToken);
        if (request.RegionId is { } asked)
        {
            if (regions.Find(r => r.Id == asked) is not { } region)
            {
                return new NotFound();
            }

            inReach = inReach.Within([region.Path]);
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var schools = inReach.Select(s => s.Id);
        var visits = await (
            from visit in db.SchoolVisits
            where visit.Status == SchoolVisitStatus.Sent && visit.StartsOn >= first && visit.StartsOn <= last && schools.Contains(visit.SchoolId)
            join school in db.Organisations on visit.SchoolId equals school.Id
            orderby school.SortKey, visit.StartsOn, visit.Id
            select new { visit.Id, school.Name })
            .ToListAsync(cancellationToken);
        var ids = visits.Select(v => v.Id).ToList();
        var counts = (await db.SchoolVisits
            .Where(v => EF.Parameter(ids).Contains(v.Id))
            .SelectMany(v => v.Stages, (v, s) => new { v.Id, Stage = s })
            .SelectMany(x => x.Stage.Counts, (x, c) => new { x.Id, c.Kind, c.Number })
            .ToListAsync(cancellationToken)).ToLookup(c => c.Id);
        var all = visits
            .Select(v => (v.Id, v.Name, Numbers: (IReadOnlyDictionary<VisitCountKind, int>)counts[v.Id].ToDictionary(c => c.Kind, c => c.Number)))
            .Select(v => new VisitOfSchool(v.Id, v.Name, v.Numbers, [.. VisitFigures.Contradictions(v.Numbers)]))
            .ToList();
        return new VisitSummary(
            year,
            request.RegionId,
            [.. regions.Select(r => new NamedChoice(r.Id, r.Name))],
            VisitFigures.Sums(all.Select(v => v.Numbers)),
            VisitFigures.Shares([.. all.Select(v => v.Numbers)]),
            [.. all.Take(MostListed)],
            Math.Max(0, all.Count - MostListed));
    }
}
