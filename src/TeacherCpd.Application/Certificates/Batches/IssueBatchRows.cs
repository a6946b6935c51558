using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Issues the next rows of a batch in one transaction: numbers, certificates and progress are there together, or none of them.</summary>
[SystemOnly]
public sealed record IssueBatchRowsCommand(Guid BatchId) : ICommand<BatchStep>;

/// <summary>What was done of a batch.</summary>
/// <param name="Issued">The certificates.</param>
/// <param name="GoesOn">False when the batch is over, was stopped, or is gone.</param>
public sealed record BatchStep(IReadOnlyList<Guid> Issued, bool GoesOn);

internal sealed class IssueBatchRowsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<IssueBatchRowsCommand, Result<BatchStep>>
{
    private const int AtOnce = 10;

    public async Task<Result<BatchStep>> Handle(IssueBatchRowsCommand request, CancellationToken cancellationToken)
    {
        // two jobs of one batch take their rows one after the other
        await db.TakeTurnAsync($"certificate-batch/{request.BatchId}", cancellationToken);
        var batch = await db.CertificateBatches.SingleOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken);
        if (batch is not { IsOpen: true })
        {
            return new BatchStep([], false);
        }

        var now = time.UtcNow();
        if (batch.Start(now) is { } refused)
        {
            return refused;
        }

        var rows = await db.CertificateBatchRows
            .Where(r => r.BatchId == batch.Id && r.DoneAt == null)
            .OrderBy(r => r.EnrolmentId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.EnrolmentId);

        // what is due is asked again: much may have happened since, and others may have issued it
        var due = await db.Due(batch.Kind, batch.GroupId).Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        var issued = new List<Guid>();
        foreach (var row in rows)
        {
            if (due.TryGetValue(row.EnrolmentId, out var enrolment))
            {
                issued.Add(await db.IssueForEnrolmentAsync(batch.Kind, enrolment, Clock.DayOf(now), cancellationToken));
                row.Finish(issued[^1], now);
            }
            else
            {
                row.Finish(null, now);
            }
        }

        return batch.Advance(issued.Count, rows.Count - issued.Count, now) is { } wrong ? wrong : new BatchStep(issued, batch.IsOpen);
    }
}
