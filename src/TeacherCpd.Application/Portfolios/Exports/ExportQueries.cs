using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>A version that an export holds, and where it belongs.</summary>
internal sealed record ExportedVersion
{
    public Guid VersionId { get; init; }

    public required string Code { get; init; }

    public int Number { get; init; }

    public DateTime HandedInAt { get; init; }

    public Guid PersonId { get; init; }

    public Guid? RegionId { get; init; }

    public required string GroupCode { get; init; }

    public required string Programme { get; init; }

    /// <summary>Whether the asker may see whose it is.</summary>
    public bool IsNamed { get; init; }
}

/// <summary>Which portfolios an export holds: the same question for the form, the page and the job.</summary>
internal static class ExportQueries
{
    /// <summary>States in which a job still has something to do.</summary>
    public static readonly IReadOnlyList<ExportStatus> Open = [ExportStatus.Queued, ExportStatus.Running];

    /// <summary>States in which files are kept.</summary>
    public static readonly IReadOnlyList<ExportStatus> Kept = [.. Open, ExportStatus.Ready];

    /// <summary>Whether a person may ask for exports at all.</summary>
    public static bool MayExport(this CurrentUser user) => user.Can(Permission.ManageGroups) || user.Can(Permission.ModerateAssessments);

    /// <summary>
    /// Of each portfolio in the asker's reach the newest version that fits the filter, by listener code. Coordinators reach
    /// the groups of their branches, with names; a moderator reaches all, without.
    /// </summary>
    /// <param name="db">Records.</param>
    /// <param name="asker">Whose rights count, as they are now.</param>
    /// <param name="filter">What narrows.</param>
    /// <param name="before">Only what was handed in until then (UTC).</param>
    public static IQueryable<ExportedVersion> Exported(this IAppDbContext db, CurrentUser asker, ExportFilter filter, DateTime before)
    {
        var branches = db.Organisations.Within(asker.Scopes(Permission.ManageGroups));
        var everywhere = asker.Can(Permission.ModerateAssessments);
        var fitting = Fitting(db, filter, before);
        var found =
            from version in fitting
            where !fitting.Any(later => later.PortfolioId == version.PortfolioId && later.Number > version.Number)
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join g in db.Groups on enrolment.GroupId equals g.Id
            join programmeVersion in db.ProgrammeVersions on g.ProgrammeVersionId equals programmeVersion.Id
            join programme in db.Programmes on programmeVersion.ProgrammeId equals programme.Id
            where everywhere || branches.Any(b => b.Id == g.BranchId)
            select new { version, enrolment, g, programme };
        if (filter.ProgrammeId is { } programmeId)
        {
            found = found.Where(f => f.programme.Id == programmeId);
        }

        if (filter.GroupId is { } groupId)
        {
            found = found.Where(f => f.g.Id == groupId);
        }

        if (filter.RegionId is { } regionId)
        {
            found = found.Where(f => f.enrolment.RegionId == regionId);
        }

        return found.Select(f => new ExportedVersion
        {
            VersionId = f.version.Id,
            Code = f.enrolment.ListenerCode,
            Number = f.version.Number,
            HandedInAt = f.version.HandedInAt,
            PersonId = f.enrolment.PersonId,
            RegionId = f.enrolment.RegionId,
            GroupCode = f.g.Code,
            Programme = f.programme.Code,
            IsNamed = branches.Any(b => b.Id == f.g.BranchId),
        });
    }

    /// <summary>How many portfolios an export would hold, and how many bytes; one question.</summary>
    public static async Task<ExportSize> SizeAsync(this IAppDbContext db, CurrentUser asker, ExportFilter filter, DateTime before, CancellationToken cancellationToken)
    {
        var size = await (
            from exported in db.Exported(asker, filter, before)
            from material in db.PortfolioVersions.Where(v => v.Id == exported.VersionId).SelectMany(v => v.Materials)
            group material by 1 into all
            select new { Portfolios = all.Select(m => m.PortfolioId).Distinct().Count(), Bytes = all.Sum(m => m.Bytes) })
            .SingleOrDefaultAsync(cancellationToken);
        return size is null ? new ExportSize(0, 0) : new ExportSize(size.Portfolios, size.Bytes);
    }

    private static IQueryable<PortfolioVersion> Fitting(IAppDbContext db, ExportFilter filter, DateTime before)
    {
        var versions = db.PortfolioVersions.Where(v => v.HandedInAt <= before);
        if (filter.Year is { } year)
        {
            var (first, next) = (Clock.BeginOf(new DateOnly(year, 1, 1)), Clock.BeginOf(new DateOnly(year + 1, 1, 1)));
            versions = versions.Where(v => v.HandedInAt >= first && v.HandedInAt < next);
        }

        if (filter.AssessorId is { } assessorId)
        {
            versions = versions.Where(v => db.RubricSheets.Any(
                s => s.PortfolioVersionId == v.Id && s.AuthorId == assessorId && s.Role != SheetRole.Feedback && s.ReturnedAt == null));
        }

        return versions;
    }
}

/// <summary>How large an export would be.</summary>
/// <param name="Portfolios">Portfolios.</param>
/// <param name="Bytes">Bytes of their files; the archives are hardly larger, since nothing in them is packed again.</param>
public sealed record ExportSize(int Portfolios, long Bytes);
