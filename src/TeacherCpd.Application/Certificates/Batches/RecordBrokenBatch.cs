using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Counts a try of a batch that broke off; after the last one without a row done it is given up.</summary>
[SystemOnly]
public sealed record RecordBrokenBatchCommand(Guid BatchId) : ICommand<Done>;

internal sealed class RecordBrokenBatchHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordBrokenBatchCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordBrokenBatchCommand request, CancellationToken cancellationToken)
    {
        var batch = await db.CertificateBatches.SingleOrDefaultAsync(b => b.Id == request.BatchId && b.Status == BatchStatus.Running, cancellationToken);
        batch?.BreakOff(time.UtcNow());
        return Done.Value;
    }
}
