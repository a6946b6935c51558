using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>
/// Hands exports over again whose job was lost: nothing was written for them for a while. A job that is only slow is met by
/// another one then, and the part that is whole first counts.
/// </summary>
[SystemOnly]
public sealed record QueueLostExportsCommand : ICommand<Done>
{
    /// <summary>How long nothing may be written before the job counts as lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
}

internal sealed class QueueLostExportsHandler(IAppDbContext db, IExportStore store, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<QueueLostExportsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueLostExportsCommand request, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - QueueLostExportsCommand.Patience;
        var silent = await db.PortfolioExports
            .Where(e => ExportQueries.Open.Contains(e.Status) && (e.MovedAt ?? e.AskedAt) < before)
            .OrderBy(e => e.AskedAt)
            .Select(e => e.Id)
            .ToListAsync(cancellationToken);
        silent.FindAll(id => store.SoFar(id) is not { } written || written.At < before).ForEach(jobs.MakeExport);
        return Done.Value;
    }
}
