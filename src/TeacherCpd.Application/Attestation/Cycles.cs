using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation;

/// <summary>What the use cases of cycles share.</summary>
internal static class Cycles
{
    /// <summary>Cycles of the organisations over which the user plans them.</summary>
    public static IQueryable<AttestationCycle> PlannedBy(this IQueryable<AttestationCycle> cycles, IAppDbContext db, CurrentUser user)
    {
        var seats = db.Organisations.Within(user.Scopes(Permission.ManageCycles)).Select(o => o.Id);
        return cycles.Where(c => seats.Contains(c.OrganisationId));
    }

    /// <summary>Whom a claim is for.</summary>
    public static CycleGroup GroupOf(this Ladder ladder) => ladder switch
    {
        Ladder.Teacher or Ladder.Methodist => CycleGroup.Teachers,
        Ladder.Deputy or Ladder.Head => CycleGroup.Heads,
    };

    /// <summary>
    /// The cycle that a case handed in on a day belongs to, of those that began and are not over: the nearest organisation above, in
    /// it the one that takes applications, else the one that took them last. Null where nobody planned any.
    /// </summary>
    public static async Task<AttestationCycle?> CycleForAsync(
        this IAppDbContext db, Guid organisationId, Ladder ladder, CommissionLevel level, CancellationToken cancellationToken)
    {
        var path = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Path).SingleAsync(cancellationToken);
        var forWhom = ladder.GroupOf();
        var found = await (
            from cycle in db.AttestationCycles
            join seat in db.Organisations on cycle.OrganisationId equals seat.Id
            where cycle.Group == forWhom && cycle.Level == level && path.StartsWith(seat.Path)
                && cycle.Stage != CycleStage.Planned && cycle.Stage != CycleStage.Orders && cycle.Stage != CycleStage.Closed
            select new { Cycle = cycle, seat.Path }).ToListAsync(cancellationToken);
        return found
            .OrderByDescending(f => f.Path.Length)
            .ThenBy(f => f.Cycle.Stage)
            .ThenByDescending(f => f.Cycle.Dates.Applications)
            .FirstOrDefault()?.Cycle;
    }

    /// <summary>Level of a commission above which no organisation of a kind plans cycles.</summary>
    public static bool MayPlanAt(this OrganisationKind kind) => kind is OrganisationKind.Ministry or OrganisationKind.Region or OrganisationKind.District;
}
