using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Trainers;

/// <summary>Hands over checks of reflective reports that waited two minutes: their job was lost, or the index was not ready.</summary>
[SystemOnly]
public sealed record QueueLostReflectiveChecksCommand : ICommand<Done>;

internal sealed class QueueLostReflectiveChecksHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<QueueLostReflectiveChecksCommand, Result<Done>>
{
    private const int MostAtOnce = 50;

    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(2);

    public async Task<Result<Done>> Handle(QueueLostReflectiveChecksCommand request, CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - UsualWait;
        (await db.ReflectiveChecks
            .Where(c => c.Status == CheckStatus.Queued && c.QueuedAt < before)
            .OrderBy(c => c.QueuedAt)
            .Select(c => c.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken)).ForEach(jobs.CheckReflectiveReport);
        return Done.Value;
    }
}
