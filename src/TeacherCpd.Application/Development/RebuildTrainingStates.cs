using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>
/// Makes the rows of the lists of training anew for the next people, and with the last of them the counts of the
/// regions. Sent again with what it gave until that is null; doing it twice changes nothing.
/// </summary>
/// <param name="After">Last person who is done; the empty id to begin.</param>
[SystemOnly]
public sealed record RebuildTrainingStatesCommand(Guid After) : ICommand<RebuiltTraining>;

/// <summary>How far it came.</summary>
/// <param name="People">People done this time.</param>
/// <param name="Last">Last of them; null when nobody is left.</param>
public sealed record RebuiltTraining(int People, Guid? Last);

internal sealed class RebuildTrainingStatesHandler(IAppDbContext db, TrainingRule rule, TimeProvider time)
    : IRequestHandler<RebuildTrainingStatesCommand, Result<RebuiltTraining>>
{
    /// <summary>People of one transaction.</summary>
    private const int Batch = 500;

    public async Task<Result<RebuiltTraining>> Handle(RebuildTrainingStatesCommand request, CancellationToken cancellationToken)
    {
        var people = await db.Persons
            .Where(p => p.Id > request.After)
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (people.Count > 0)
        {
            await new TrainingStates(db, rule, time).RefreshAsync(people, cancellationToken);
            return new RebuiltTraining(people.Count, people[^1]);
        }

        await TallyAsync(cancellationToken);
        return new RebuiltTraining(0, null);
    }

    private async Task TallyAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        var counts = await db.TrainingStates.CountsBy(s => s.RegionId, rule, today).ToDictionaryAsync(c => c.PlaceId, c => c.Counts, cancellationToken);
        var tallies = await db.TrainingTallies.ToDictionaryAsync(t => t.OrganisationId, cancellationToken);
        foreach (var gone in tallies.Values.Where(t => !counts.ContainsKey(t.OrganisationId)))
        {
            db.TrainingTallies.Remove(gone);
        }

        foreach (var (place, count) in counts)
        {
            if (!tallies.TryGetValue(place, out var tally))
            {
                tally = new TrainingTally { OrganisationId = place };
                db.TrainingTallies.Add(tally);
            }

            tally.Count(today, count.InOrder, count.DueSoon, count.Overdue, count.Never);
        }
    }
}
