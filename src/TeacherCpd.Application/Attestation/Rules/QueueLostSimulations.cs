using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>Hands simulations over again whose job was lost.</summary>
[SystemOnly]
public sealed record QueueLostSimulationsCommand : ICommand<Done>;

internal sealed class QueueLostSimulationsHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<QueueLostSimulationsCommand, Result<Done>>
{
    // longer than any of them takes
    private static readonly TimeSpan Lost = TimeSpan.FromMinutes(30);

    public async Task<Result<Done>> Handle(QueueLostSimulationsCommand request, CancellationToken cancellationToken)
    {
        var askedBefore = time.UtcNow() - Lost;
        (await db.RuleSimulations
            .Where(s => s.Status == SimulationStatus.Waiting && s.AskedAt < askedBefore)
            .OrderBy(s => s.AskedAt)
            .Select(s => s.Id)
            .Take(1)
            .ToListAsync(cancellationToken)).ForEach(jobs.RunSimulation);
        return Done.Value;
    }
}
