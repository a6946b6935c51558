using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Deletes the rows of imports and exports whose time is over: they hold national numbers, those of imports also of people who may never be in our
/// records.
/// </summary>
[SystemOnly]
public sealed record DropOldRegisterRowsCommand : ICommand<Done>;

internal sealed class DropOldRegisterRowsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<DropOldRegisterRowsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropOldRegisterRowsCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var before = now - RegisterImport.RowsKeptFor;
        var old = await db.RegisterImports
            .Where(i => i.RowsDroppedAt == null && i.MovedAt < before && i.CreatedAt < before
                && i.Status != RegisterImportStatus.Applying && i.Status != RegisterImportStatus.Undoing && i.Status != RegisterImportStatus.Comparing)
            .OrderBy(i => i.CreatedAt)
            .Take(1)
            .ToListAsync(cancellationToken);
        foreach (var import in old)
        {
            await db.RegisterPortions.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
            import.DropRows(now);
        }

        var exported = now - RegisterExport.RowsKeptFor;
        foreach (var export in await db.RegisterExports.Where(e => e.Status == RegisterExportStatus.Ready && e.ReadyAt < exported).OrderBy(e => e.ReadyAt).Take(1).ToListAsync(cancellationToken))
        {
            await db.RegisterExportPortions.Where(p => p.ExportId == export.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Rows, (byte[]?)null), cancellationToken);
            export.Drop();
        }

        return Done.Value;
    }
}
