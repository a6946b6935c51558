using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Groups;

/// <summary>The quotas of a year in the regions of the officer: planned, granted, used and left, and the sums of each region.</summary>
/// <param name="ProgrammeId">Only this programme; null: all.</param>
/// <param name="RegionId">Only this region; null: all.</param>
[RequirePermission(Permission.ManageQuotas)]
public sealed record GetQuotasQuery(int Year, Guid? ProgrammeId, Guid? RegionId) : IQuery<QuotaBook>;

/// <summary>Quotas of a year.</summary>
/// <param name="Regions">Plan against fact of each region.</param>
/// <param name="MayTransfer">Whether the officer stands over more than one region.</param>
public sealed record QuotaBook(
    int Year,
    IReadOnlyList<QuotaRow> Rows,
    IReadOnlyList<RegionPlan> Regions,
    IReadOnlyList<QuotaMove> Moves,
    IReadOnlyList<NamedChoice> RegionChoices,
    IReadOnlyList<ProgrammeChoice> Programmes,
    bool MayTransfer);

/// <summary>A quota.</summary>
public sealed record QuotaRow(
    Guid Id,
    string ProgrammeCode,
    LocalizedText Title,
    Guid RegionId,
    LocalizedText Region,
    Language Language,
    FundingSource Funding,
    int Planned,
    int Granted,
    int Used,
    IReadOnlyList<ShortfallView> Shortfalls)
{
    /// <summary>Places that may still be used.</summary>
    public int Left => Granted - Used;
}

/// <summary>Why places were not used.</summary>
public sealed record ShortfallView(ShortfallReason Reason, int Places, string? Note);

/// <summary>Plan against fact of a region.</summary>
public sealed record RegionPlan(LocalizedText Region, int Planned, int Granted, int Used, IReadOnlyList<ShortfallReason> Reasons)
{
    /// <summary>Whether as many places are used as were planned.</summary>
    public bool IsFulfilled => Used >= Planned;

    /// <summary>Used of planned, in per cent, rounded down; null where nothing was planned.</summary>
    public int? Percent => Planned == 0 ? null : (int)(100L * Used / Planned);
}

/// <summary>Places moved between regions.</summary>
public sealed record QuotaMove(string ProgrammeCode, LocalizedText From, LocalizedText To, int Places, string Reason, DateTime At, string By);

/// <summary>Something with a name to choose.</summary>
public sealed record NamedChoice(Guid Id, LocalizedText Name);

/// <summary>A programme to choose.</summary>
public sealed record ProgrammeChoice(Guid Id, string Code, LocalizedText Title);

internal sealed class GetQuotasHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetQuotasQuery, Result<QuotaBook>>
{
    private const int MostMoves = 100;

    public async Task<Result<QuotaBook>> Handle(GetQuotasQuery request, CancellationToken cancellationToken)
    {
        var regions = await db.Organisations
            .Within(user.Scopes(Permission.ManageQuotas))
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var ids = regions.Select(r => r.Id).Where(r => request.RegionId is null || r == request.RegionId).ToList();
        var programmes = await db.Programmes.OrderBy(p => p.Code).Select(p => new ProgrammeChoice(p.Id, p.Code, p.Title)).ToListAsync(cancellationToken);
        var quotas = await db.Quotas
            .AsNoTracking()
            .Include(q => q.Shortfalls)
            .Where(q => q.Year == request.Year && EF.Parameter(ids).Contains(q.RegionId) && (request.ProgrammeId == null || q.ProgrammeId == request.ProgrammeId))
            .ToListAsync(cancellationToken);

        // of all regions: asked for some of them, the database looks at the enrolments of all years by region
        var counts = await db.UsedPlaces(request.Year)
            .Where(p => request.ProgrammeId == null || p.ProgrammeId == request.ProgrammeId)
            .GroupBy(p => new { p.ProgrammeId, p.RegionId, p.Language, p.Funding })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var used = counts
            .Where(c => c.Key.RegionId is not null)
            .ToDictionary(c => new QuotaKey(request.Year, c.Key.ProgrammeId, c.Key.RegionId!.Value, c.Key.Language, c.Key.Funding), c => c.Count);
        var programmeOf = programmes.ToDictionary(p => p.Id);
        var rows = (
            from quota in quotas
            let programme = programmeOf[quota.ProgrammeId]
            let place = regions.FindIndex(r => r.Id == quota.RegionId)
            orderby programme.Code, place, quota.Language, quota.Funding
            select new QuotaRow(
                quota.Id,
                programme.Code,
                programme.Title,
                quota.RegionId,
                regions[place].Name,
                quota.Language,
                quota.Funding,
                quota.Planned,
                quota.Granted,
                used.GetValueOrDefault(quota.Key()),
                [.. quota.Shortfalls.OrderBy(s => s.At).Select(s => new ShortfallView(s.Reason, s.Places, s.Note))]))
            .ToList();
        var plans = rows
            .GroupBy(r => r.RegionId)
            .OrderBy(g => regions.FindIndex(r => r.Id == g.Key))
            .Select(g => new RegionPlan(
                g.First().Region,
                g.Sum(r => r.Planned),
                g.Sum(r => r.Granted),
                g.Sum(r => r.Used),
                [.. g.SelectMany(r => r.Shortfalls).Select(s => s.Reason).Distinct()]))
            .ToList();
        var moves = await (
            from move in db.QuotaTransfers
            join fromQuota in db.Quotas on move.FromQuotaId equals fromQuota.Id
            join toQuota in db.Quotas on move.ToQuotaId equals toQuota.Id
            where fromQuota.Year == request.Year
                && (EF.Parameter(ids).Contains(fromQuota.RegionId) || EF.Parameter(ids).Contains(toQuota.RegionId))
                && (request.ProgrammeId == null || fromQuota.ProgrammeId == request.ProgrammeId)
            join programme in db.Programmes on fromQuota.ProgrammeId equals programme.Id
            join source in db.Organisations on fromQuota.RegionId equals source.Id
            join target in db.Organisations on toQuota.RegionId equals target.Id
            join person in db.Persons on move.PersonId equals person.Id
            orderby move.At descending
            select new QuotaMove(programme.Code, source.Name, target.Name, move.Places, move.Reason, move.At, person.FamilyName + " " + person.GivenName))
            .Take(MostMoves)
            .ToListAsync(cancellationToken);
        return new QuotaBook(request.Year, rows, plans, moves, regions, programmes, regions.Count > 1);
    }
}
