using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Lets a batch go on that was stopped or given up: rows that are done stay done.</summary>
[RequirePermission(Permission.KeepCertificates)]
public sealed record ResumeBatchCommand(Guid BatchId) : ICommand<Done>;

internal sealed class ResumeBatchHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<ResumeBatchCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ResumeBatchCommand request, CancellationToken cancellationToken)
    {
        var batch = await db.BatchesOf(user).SingleOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken);
        if (batch is null)
        {
            return new NotFound();
        }

        if (batch.Resume(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        jobs.IssueBatch(batch.Id);
        return Done.Value;
    }
}
