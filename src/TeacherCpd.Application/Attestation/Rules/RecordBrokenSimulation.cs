using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>Counts a try that failed; after the last one the simulation is given up.</summary>
[SystemOnly]
public sealed record RecordBrokenSimulationCommand(Guid SimulationId) : ICommand<Done>;

internal sealed class RecordBrokenSimulationHandler(IAppDbContext db) : IRequestHandler<RecordBrokenSimulationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordBrokenSimulationCommand request, CancellationToken cancellationToken)
    {
        var simulation = await db.RuleSimulations.SingleAsync(s => s.Id == request.SimulationId, cancellationToken);
        if (simulation.Status == SimulationStatus.Waiting)
        {
            simulation.Fail();
        }

        return Done.Value;
    }
}
