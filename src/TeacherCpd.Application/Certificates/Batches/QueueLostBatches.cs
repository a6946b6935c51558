using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Hands batches over again whose job was lost: none of their rows was done for a while.</summary>
[SystemOnly]
public sealed record QueueLostBatchesCommand : ICommand<Done>
{
    /// <summary>How long nothing may move before the job counts as lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
}

internal sealed class QueueLostBatchesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueLostBatchesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueLostBatchesCommand request, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - QueueLostBatchesCommand.Patience;
        var silent = await db.CertificateBatches
            .Where(b => BatchQueries.Open.Contains(b.Status) && (b.MovedAt ?? b.AskedAt) < before)
            .OrderBy(b => b.AskedAt)
            .Select(b => b.Id)
            .ToListAsync(cancellationToken);
        silent.ForEach(jobs.IssueBatch);
        return Done.Value;
    }
}
