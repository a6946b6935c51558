using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The cycles of attestation that concern the user: those over and below the organisations where the user works or has a role.</summary>
[SignedIn]
public sealed record GetCyclesQuery : IQuery<CyclesView>;

/// <summary>Cycles.</summary>
/// <param name="MayPlan">Whether the user plans cycles.</param>
public sealed record CyclesView(IReadOnlyList<CycleRow> Rows, bool MayPlan);

/// <summary>A cycle in a list.</summary>
/// <param name="HasBoard">Whether the user may see its board.</param>
public sealed record CycleRow(
    Guid Id, LocalizedText Organisation, int Year, int Session, CycleGroup Group, CommissionLevel Level, CycleStage Stage, CycleDates Dates, bool HasBoard);

internal sealed class GetCyclesHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCyclesQuery, Result<CyclesView>>
{
    private const int MostYears = 2;

    public async Task<Result<CyclesView>> Handle(GetCyclesQuery request, CancellationToken cancellationToken)
    {
        var (me, today) = (user.Me, time.Today());
        var paths = await db.Organisations
            .Where(o => db.Persons.Any(p => p.Id == me && p.Employments.Any(e => e.OrganisationId == o.Id && (e.To == null || e.To >= today))))
            .Select(o => o.Path)
            .ToListAsync(cancellationToken);
        paths.AddRange(user.Grants.Select(g => g.Path));
        var rows = await (
            from cycle in db.AttestationCycles
            join seat in db.Organisations on cycle.OrganisationId equals seat.Id
            where cycle.Year > today.Year - MostYears
            orderby cycle.Year descending, cycle.Session descending, seat.Path, cycle.Group, cycle.Level
            select new { Cycle = cycle, seat.Name, seat.Path }).AsNoTracking().ToListAsync(cancellationToken);
        return new CyclesView(
            [
                .. rows
                    .Where(r => paths.Exists(p => p.StartsWith(r.Path, StringComparison.Ordinal) || r.Path.StartsWith(p, StringComparison.Ordinal)))
                    .Select(r => new CycleRow(
                        r.Cycle.Id,
                        r.Name,
                        r.Cycle.Year,
                        r.Cycle.Session,
                        r.Cycle.Group,
                        r.Cycle.Level,
                        r.Cycle.Stage,
                        r.Cycle.Dates,
                        CycleBoards.MaySee(user, r.Path))),
            ],
            user.Can(Permission.ManageCycles));
    }
}
