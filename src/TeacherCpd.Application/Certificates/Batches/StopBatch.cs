using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Stops a batch; what was issued stays.</summary>
[RequirePermission(Permission.KeepCertificates)]
public sealed record StopBatchCommand(Guid BatchId) : ICommand<Done>;

internal sealed class StopBatchHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<StopBatchCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(StopBatchCommand request, CancellationToken cancellationToken)
    {
        var batch = await db.BatchesOf(user).SingleOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken);
        if (batch is null)
        {
            return new NotFound();
        }

        if (batch.Stop(time.UtcNow()) is { } refused)
        {
            return refused;
        }

        return Done.Value;
    }
}
