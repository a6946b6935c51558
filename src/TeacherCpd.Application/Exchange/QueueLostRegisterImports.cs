using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Hands imports and exports over again whose job may be lost. Two jobs of one do nothing twice.</summary>
[SystemOnly]
public sealed record QueueLostRegisterImportsCommand : ICommand<Done>;

internal sealed class QueueLostRegisterImportsHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueLostRegisterImportsCommand, Result<Done>>
{
    // longer than any of them takes
    private static readonly TimeSpan Lost = TimeSpan.FromHours(2);

    public async Task<Result<Done>> Handle(QueueLostRegisterImportsCommand request, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - Lost;
        (await db.RegisterImports
            .Where(i => i.MovedAt < before
                && (i.Status == RegisterImportStatus.Comparing || i.Status == RegisterImportStatus.Applying || i.Status == RegisterImportStatus.Undoing))
            .OrderBy(i => i.MovedAt)
            .Select(i => i.Id)
            .Take(1)
            .ToListAsync(cancellationToken)).ForEach(jobs.RunRegisterImport);
        (await db.RegisterExports
            .Where(e => e.Status == RegisterExportStatus.Making && e.AskedAt < before)
            .OrderBy(e => e.AskedAt)
            .Select(e => e.Id)
            .Take(1)
            .ToListAsync(cancellationToken)).ForEach(jobs.RunRegisterExport);
        return Done.Value;
    }
}
