using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>
/// Lets exports expire whose time is over, and throws away the files of those that expired, failed or were deleted: first the
/// row, and with the next run the files, so that nothing is lost by a run that fails.
/// </summary>
[SystemOnly]
public sealed record DropOldExportsCommand : ICommand<Done>;

internal sealed class DropOldExportsHandler(IAppDbContext db, IExportStore store, TimeProvider time) : IRequestHandler<DropOldExportsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropOldExportsCommand request, CancellationToken cancellationToken)
    {
        // what is there is looked at first: a row is older than its first file
        var kept = store.Kept();
        var wanted = kept.Count == 0
            ? []
            : await db.PortfolioExports.Where(e => ExportQueries.Kept.Contains(e.Status)).Select(e => e.Id).ToHashSetAsync(cancellationToken);
        foreach (var exportId in kept.Where(id => !wanted.Contains(id)))
        {
            store.Drop(exportId);
        }

        var now = time.UtcNow();
        foreach (var export in await db.PortfolioExports.Where(e => e.Status == ExportStatus.Ready && e.ExpiresAt <= now).ToListAsync(cancellationToken))
        {
            export.Expire(now);
        }

        return Done.Value;
    }
}
