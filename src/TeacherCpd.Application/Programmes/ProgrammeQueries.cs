using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>In which year a version of a programme was developed.</summary>
/// <param name="Year">Null where neither a year nor a protocol is recorded.</param>
internal sealed record DevelopedYear(Guid ProgrammeId, string Direction, int? Year);

/// <summary>One of the papers names a version that is not waiting for it.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="Status">State of the version.</param>
public sealed record PaperNotAwaited(string Programme, ProgrammeVersionStatus Status) : Error("paper_not_awaited", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Programme, Status];

    public override string Field => "VersionIds";
}

/// <summary>Parts of queries that the use cases of programmes share.</summary>
internal static class ProgrammeQueries
{
    /// <summary>The years of all versions: what the counts and the register go by.</summary>
    public static IQueryable<DevelopedYear> DevelopedYears(this IAppDbContext db) =>
        from version in db.ProgrammeVersions
        join programme in db.Programmes on version.ProgrammeId equals programme.Id
        select new DevelopedYear(
            programme.Id,
            programme.Direction,
            version.DevelopedIn ?? version.Approvals.Where(a => a.Kind == ApprovalKind.CouncilProtocol).Min(a => (int?)a.Date.Year));

    /// <summary>The programme with all its versions, to be changed; null where the user may not write it.</summary>
    public static async Task<Programme?> ProgrammeToWriteAsync(this IAppDbContext db, CurrentUser user, string code, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeWithVersionsAsync(code, cancellationToken);
        return programme is not null && await db.MayWriteAsync(user, programme.CentreId, cancellationToken) ? programme : null;
    }

    /// <summary>The programme with all its versions, to be changed; null where there is none.</summary>
    public static Task<Programme?> ProgrammeWithVersionsAsync(this IAppDbContext db, string code, CancellationToken cancellationToken) =>
        db.Programmes
            .AsSplitQuery()
            .Include(p => p.Accreditations)
            .Include(p => p.Versions).ThenInclude(v => v.Phases)
            .Include(p => p.Versions).ThenInclude(v => v.Modules)
            .Include(p => p.Versions).ThenInclude(v => v.Support)
            .Include(p => p.Versions).ThenInclude(v => v.Corrections)
            .Include(p => p.Versions).ThenInclude(v => v.Approvals)
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);

    /// <summary>Whether the user may withdraw a version: who writes the programme any, the ministry what it listed.</summary>
    /// <param name="mayWrite">Whether the user writes the programme (see <see cref="MayWriteAsync"/>).</param>
    public static bool MayWithdraw(this CurrentUser user, ProgrammeVersionStatus status, bool mayWrite) =>
        mayWrite || (status == ProgrammeVersionStatus.Listed && user.CanEverywhere(Permission.AgreeProgrammes));

    /// <summary>Published rubrics by which portfolios may be assessed, with code and number; of each the newest first.</summary>
    public static async Task<List<NamedChoice>> RubricChoicesAsync(this IAppDbContext db, CancellationToken cancellationToken)
    {
        var rubrics = await db.Rubrics
            .Where(r => r.PublishedAt != null)
            .OrderBy(r => r.Code)
            .ThenByDescending(r => r.Number)
            .Select(r => new { r.Id, r.Title, r.Code, r.Number })
            .ToListAsync(cancellationToken);
        return rubrics.ConvertAll(r =>
        {
            var number = $" ({r.Code}-{r.Number})";
            return new NamedChoice(r.Id, new LocalizedText(r.Title.Kk + number, r.Title.Ru + number, r.Title.En.Length > 0 ? r.Title.En + number : ""));
        });
    }

    /// <summary>Whether the user writes the programmes of a centre; those of none belong to whoever writes all.</summary>
    public static async Task<bool> MayWriteAsync(this IAppDbContext db, CurrentUser user, Guid? centreId, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.ManageProgrammes) || centreId is null)
        {
            return user.CanEverywhere(Permission.ManageProgrammes);
        }

        var path = await db.Organisations.Where(o => o.Id == centreId).Select(o => o.Path).SingleAsync(cancellationToken);
        return user.Covers(Permission.ManageProgrammes, path);
    }

    /// <summary>Records a paper on several versions: one row, also where it is recorded a second time for more of them.</summary>
    public static async Task<Error?> RecordPaperAsync(
        this IAppDbContext db,
        ApprovalDocument paper,
        IReadOnlyCollection<Guid> versionIds,
        Func<Programme, ProgrammeVersion, ApprovalDocument, Error?> step,
        CancellationToken cancellationToken)
    {
        var programmes = await db.Programmes
            .AsSplitQuery()
            .Include(p => p.Versions).ThenInclude(v => v.Approvals)
            .Where(p => p.Versions.Any(v => versionIds.Contains(v.Id)))
            .ToListAsync(cancellationToken);
        var known = await db.ProgrammeVersions
            .SelectMany(v => v.Approvals)
            .FirstOrDefaultAsync(a => a.Kind == paper.Kind && a.Number == paper.Number && a.Date == paper.Date, cancellationToken);
        foreach (var id in versionIds.Distinct())
        {
            var programme = programmes.Find(p => p.Versions.Any(v => v.Id == id));
            if (programme is null)
            {
                return new NotFound();
            }

            var version = programme.Versions.Single(v => v.Id == id);
            if (known is not null && version.Approvals.Contains(known))
            {
                continue;
            }

            if (step(programme, version, known ?? paper) is not null)
            {
                return new PaperNotAwaited(programme.Code, version.Status);
            }
        }

        return null;
    }
}
