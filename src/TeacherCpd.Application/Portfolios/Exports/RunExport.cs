using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>
/// Makes the archives of an export, part after part, and holds no transaction while it writes. What the asker may see is asked
/// anew for each part. However often it runs, and even twice at a time, each part is in the export once.
/// </summary>
[SystemOnly]
public sealed record RunExportCommand(Guid ExportId) : IRequest<Result<Done>>;

internal sealed class RunExportHandler(IAppDbContext db, IFileStore files, IExportStore store, ExportTerms terms, TimeProvider time, IMediator mediator)
    : IRequestHandler<RunExportCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RunExportCommand request, CancellationToken cancellationToken)
    {
        var begun = await mediator.Send(new BeginExportCommand(request.ExportId), cancellationToken);
        if (begun.Error is not null)
        {
            // deleted meanwhile, or another job brought it to its end
            return begun.Error is ChangedMeanwhile ? begun.Error : Done.Value;
        }

        while (true)
        {
            var export = await db.PortfolioExports.AsNoTracking().Include(e => e.Parts).SingleOrDefaultAsync(e => e.Id == request.ExportId, cancellationToken);
            if (export?.Status != ExportStatus.Running)
            {
                return Done.Value;
            }

            var asker = new CurrentUser();
            await new CurrentUserLoader(db, asker).LoadAsync(export.PersonId, cancellationToken);
            var rows = asker.MayExport() ? await NextAsync(export, asker, cancellationToken) : [];
            if (rows.Count == 0)
            {
                store.KeepOnly(export.Id, export.Parts.Select(p => p.Id));
                return await mediator.Send(new FinishExportCommand(export.Id, asker.MayExport()), cancellationToken);
            }

            var part = await MakeAsync(export, rows, cancellationToken);
            var recorded = await mediator.Send(new RecordExportPartCommand(export.Id, part), cancellationToken);
            if (recorded.Error is { } error)
            {
                return error;
            }
        }
    }

    private async Task<ExportPart> MakeAsync(PortfolioExport export, IReadOnlyList<ManifestRow> rows, CancellationToken cancellationToken)
    {
        var partId = Guid.CreateVersion7();
        var stored = await store.WriteAsync(
            export.Id, partId, stream => PartArchive.WriteAsync(stream, rows, files, TextAsync, export.AskedAt, cancellationToken), cancellationToken);
        return new ExportPart
        {
            Id = partId,
            ExportId = export.Id,
            Number = export.Parts.Count + 1,
            Portfolios = rows.Select(r => r.Listener).Distinct().Count(),
            Files = rows.Count,
            Bytes = stored.Bytes,
            Sha256 = stored.Sha256,
            LastCode = rows[^1].Listener,
            MadeAt = time.UtcNow(),
        };
    }

    // as an assessor reads it; a file that gives no text, such as a scan, gives none here either
    private async Task<string> TextAsync(ManifestRow row, CancellationToken cancellationToken)
    {
        var text = await db.PortfolioTexts.Where(t => t.MaterialId == row.Source.MaterialId).Select(t => t.Text).SingleOrDefaultAsync(cancellationToken) ?? "";
        var hide = await db.HiderAsync(row.Source.VersionId, cancellationToken);
        return MarkedText.Plain(text, hide(text));
    }

    /// <summary>The files of the next part: as many portfolios as fit, at least one.</summary>
    private async Task<IReadOnlyList<ManifestRow>> NextAsync(PortfolioExport export, CurrentUser asker, CancellationToken cancellationToken)
    {
        var after = export.After;
#pragma warning disable CA1309 // asked of the database, in whose order they come
        var versions = await (
            from exported in db.Exported(asker, export.Filter, export.AskedAt)
            where string.Compare(exported.Code, after) > 0
            orderby exported.Code
            join person in db.Persons on exported.PersonId equals person.Id
            join r in db.Organisations on exported.RegionId equals r.Id into regions
            from region in regions.DefaultIfEmpty()
            select new
            {
                exported.VersionId,
                exported.Code,
                exported.Number,
                exported.HandedInAt,
                exported.GroupCode,
                exported.Programme,
                exported.IsNamed,
                person.FamilyName,
                person.GivenName,
                person.Patronymic,
                Region = region == null ? "" : region.Name.Kk,
            }).Take(terms.PortfoliosInPart).ToListAsync(cancellationToken);
#pragma warning restore CA1309
        var ids = versions.Select(v => v.VersionId).ToList();
        var materials = (await (
            from version in db.PortfolioVersions
            where EF.Parameter(ids).Contains(version.Id)
            from material in version.Materials
            select new { VersionId = version.Id, Material = material }).AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(m => m.VersionId, m => m.Material);

        var rows = new List<ManifestRow>();
        long bytes = 0;
        foreach (var version in versions)
        {
            bytes += materials[version.VersionId].Sum(m => m.Bytes);
            if (rows.Count > 0 && bytes > terms.BytesInPart)
            {
                break;
            }

            var name = version.IsNamed ? $"{version.FamilyName} {version.GivenName} {version.Patronymic}".TrimEnd() : null;
            rows.AddRange(materials[version.VersionId].OrderBy(m => m.Kind).ThenBy(m => m.Part).Select(material => new ManifestRow
            {
                Source = (version.VersionId, material.Id),
                Listener = version.Code,
                Name = name,
                Programme = version.Programme,
                Group = version.GroupCode,
                Region = version.Region,
                Part = PartArchive.NameOf(material),
                Version = version.Number,
                File = PartArchive.PathOf(version.Code, name, material),
                MediaType = name is null ? "text/plain" : material.ContentType,
                Original = material.Sha256,
                HandedInAt = version.HandedInAt,
            }));
        }

        return rows;
    }
}
