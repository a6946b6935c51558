using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Rules;

/// <summary>
/// Tries two editions on all people and keeps the counts. It reads for long and writes once, so that nobody waits for it; run again it
/// gives the same.
/// </summary>
[SystemOnly]
public sealed record RunSimulationCommand(Guid SimulationId) : IRequest<Result<Done>>;

/// <summary>How many people of a region and a category an effect concerns.</summary>
/// <param name="Region">Path of the region; of the ministry for those right below it.</param>
/// <param name="Category">Category held; null for none.</param>
/// <param name="Effect">Effect.</param>
/// <param name="People">Count.</param>
public sealed record EffectCount(string Region, string? Category, TrialEffect Effect, int People);

internal sealed class RunSimulationHandler(IAppDbContext db, IMediator mediator) : IRequestHandler<RunSimulationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RunSimulationCommand request, CancellationToken cancellationToken)
    {
        var simulation = await db.RuleSimulations.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.SimulationId, cancellationToken);
        if (simulation is not { Status: SimulationStatus.Waiting })
        {
            return Done.Value;
        }

        var editions = await db.RuleSets.AsNoTracking()
            .Where(r => r.Id == simulation.BeforeId || r.Id == simulation.AfterId)
            .ToDictionaryAsync(r => r.Id, r => r.Json, cancellationToken);
        var (before, after) = (RuleBook.Read(editions[simulation.BeforeId]), RuleBook.Read(editions[simulation.AfterId]));
        var people = 0;
        var counts = new Dictionary<(string Region, string? Category, TrialEffect Effect), int>();
        await foreach (var person in TrialPeople.ReadAsync(db, before, after, simulation.On, "", cancellationToken))
        {
            people++;
            foreach (var effect in person.Effects)
            {
                var key = (RegionOf(person.Path), person.Category, effect);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return await mediator.Send(
            new KeepSimulationCommand(simulation.Id, people, [.. counts.Select(c => new EffectCount(c.Key.Region, c.Key.Category, c.Key.Effect, c.Value))]),
            cancellationToken);
    }

    // the root and the step below it
    private static string RegionOf(string path)
    {
        var second = path.IndexOf('/', path.IndexOf('/', StringComparison.Ordinal) + 1);
        return second < 0 ? path : path[..(second + 1)];
    }
}
