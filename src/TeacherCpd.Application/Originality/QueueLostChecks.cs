using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Hands checks over again that still wait: their job was lost, or is late and then finds nothing left to do.</summary>
[SystemOnly]
public sealed record QueueLostChecksCommand : ICommand<Done>
{
    /// <summary>Checks handed over in one sweep, the oldest first.</summary>
    public const int Most = 500;

    /// <summary>How long a check may wait before its job counts as lost.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
}

internal sealed class QueueLostChecksHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueLostChecksCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueLostChecksCommand request, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - QueueLostChecksCommand.Patience;
        var lost = await db.OriginalityChecks
            .Where(c => c.Status == CheckStatus.Queued && (c.QueuedAgainAt ?? c.QueuedAt) < before)
            .OrderBy(c => c.QueuedAt)
            .Select(c => c.Id)
            .Take(QueueLostChecksCommand.Most)
            .ToListAsync(cancellationToken);
        lost.ForEach(jobs.CheckOriginality);
        return Done.Value;
    }
}
