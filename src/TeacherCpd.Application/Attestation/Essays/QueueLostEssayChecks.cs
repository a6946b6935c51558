using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>Hands over checks of essays that waited two minutes: their job was lost, or the index was not ready.</summary>
[SystemOnly]
public sealed record QueueLostEssayChecksCommand : ICommand<Done>;

internal sealed class QueueLostEssayChecksHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueLostEssayChecksCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueLostEssayChecksCommand request, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - QueueLostChecksCommand.Patience;
        (await db.CaseEssays
            .Where(e => e.CheckStatus == CheckStatus.Queued && e.QueuedAt < before)
            .OrderBy(e => e.QueuedAt)
            .Select(e => e.Id)
            .Take(QueueLostChecksCommand.Most)
            .ToListAsync(cancellationToken)).ForEach(jobs.CheckEssay);
        return Done.Value;
    }
}
