using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A place used, by what quotas are counted by.</summary>
internal sealed record UsedPlace
{
    public Guid ProgrammeId { get; init; }

    public Guid? RegionId { get; init; }

    public Language Language { get; init; }

    public FundingSource Funding { get; init; }
}

/// <summary>How quotas are counted: the one place.</summary>
internal static class QuotaQueries
{
    /// <summary>Every place that is used in groups that begin in a year.</summary>
    public static IQueryable<UsedPlace> UsedPlaces(this IAppDbContext db, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return from g in db.Groups
               where g.StartsOn >= first && g.StartsOn <= last
               join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
               join enrolment in db.Enrolments.WithPlace() on g.Id equals enrolment.GroupId
               select new UsedPlace { ProgrammeId = version.ProgrammeId, RegionId = enrolment.RegionId, Language = g.Language, Funding = g.Funding };
    }

    /// <summary>Places left of each region for groups like this one; null where there are no quotas for them.</summary>
    public static async Task<Dictionary<Guid, int>?> QuotaLeftAsync(this IAppDbContext db, Guid programmeId, StudyGroup group, CancellationToken cancellationToken)
    {
        var year = group.StartsOn.Year;
        var stored = await db.Quotas
            .Where(q => q.Year == year && q.ProgrammeId == programmeId && q.Language == group.Language && q.Funding == group.Funding)
            .ToListAsync(cancellationToken);

        // with those that this command adds
        var granted = stored.Union(db.Quotas.Local
            .Where(q => q.Year == year && q.ProgrammeId == programmeId && q.Language == group.Language && q.Funding == group.Funding)).ToList();
        if (granted.Count == 0)
        {
            return null;
        }

        var used = await db.UsedPlaces(year)
            .Where(p => p.ProgrammeId == programmeId && p.Language == group.Language && p.Funding == group.Funding)
            .GroupBy(p => p.RegionId)
            .Select(g => new { Region = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return granted.ToDictionary(q => q.RegionId, q => q.Granted - (used.Find(u => u.Region == q.RegionId)?.Count ?? 0));
    }

    /// <summary>The quota of a combination, to be changed; null where there is none.</summary>
    public static Task<Quota?> QuotaOfAsync(this IAppDbContext db, QuotaKey key, CancellationToken cancellationToken) =>
        db.Quotas.Include(q => q.Shortfalls).SingleOrDefaultAsync(
            q => q.Year == key.Year && q.ProgrammeId == key.ProgrammeId && q.RegionId == key.RegionId && q.Language == key.Language && q.Funding == key.Funding,
            cancellationToken);

    /// <summary>What a quota is for.</summary>
    public static QuotaKey Key(this Quota quota) => new(quota.Year, quota.ProgrammeId, quota.RegionId, quota.Language, quota.Funding);

    /// <summary>Places used of one quota.</summary>
    public static Task<int> UsedAsync(this IAppDbContext db, QuotaKey key, CancellationToken cancellationToken) =>
        db.UsedPlaces(key.Year).CountAsync(
            p => p.ProgrammeId == key.ProgrammeId && p.RegionId == key.RegionId && p.Language == key.Language && p.Funding == key.Funding,
            cancellationToken);
}
