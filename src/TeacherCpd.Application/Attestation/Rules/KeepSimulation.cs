using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>Keeps what a simulation counted. Whoever comes second keeps nothing.</summary>
[SystemOnly]
public sealed record KeepSimulationCommand(Guid SimulationId, int People, IReadOnlyList<EffectCount> Counts) : ICommand<Done>;

internal sealed class KeepSimulationHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<KeepSimulationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(KeepSimulationCommand request, CancellationToken cancellationToken)
    {
        var simulation = await db.RuleSimulations.SingleAsync(s => s.Id == request.SimulationId, cancellationToken);
        if (simulation.Status == SimulationStatus.Waiting)
        {
            simulation.Finish(request.People, JsonSerializer.Serialize(request.Counts), time.UtcNow());
        }

        return Done.Value;
    }
}
