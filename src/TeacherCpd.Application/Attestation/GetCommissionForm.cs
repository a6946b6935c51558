using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>What the form for a new commission offers: organisations to choose from, then the people for the chosen one.</summary>
/// <param name="OrganisationId">The chosen organisation; null while none is.</param>
/// <param name="Text">Name to look for while none is chosen.</param>
[RequirePermission(Permission.ManageCommissions)]
public sealed record GetCommissionFormQuery(Guid? OrganisationId, string? Text) : IQuery<CommissionForm>;

/// <summary>Choices for a new commission.</summary>
/// <param name="Seat">The chosen organisation with its people, or null.</param>
/// <param name="Pick">Organisations to choose from; null once one is chosen.</param>
public sealed record CommissionForm(CommissionSeat? Seat, OrganisationPick? Pick);

/// <summary>An organisation and who may serve in its commission.</summary>
/// <param name="MinMembers">Least number of members by the rules in force; null where no rules are.</param>
public sealed record CommissionSeat(
    Guid Id, LocalizedText Name, IReadOnlyList<SeatChoice> Members, IReadOnlyList<SeatChoice> Secretaries, int? MinMembers);

/// <summary>A person to choose.</summary>
/// <param name="Workplaces">Where the person works now.</param>
public sealed record SeatChoice(Guid Id, string Name, IReadOnlyList<LocalizedText> Workplaces);

internal sealed class GetCommissionFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCommissionFormQuery, Result<CommissionForm>>
{
    public async Task<Result<CommissionForm>> Handle(GetCommissionFormQuery request, CancellationToken cancellationToken)
    {
        if (request.OrganisationId is not { } id)
        {
            return new CommissionForm(null, await db.PickAsync(user, Permission.ManageCommissions, request.Text, cancellationToken));
        }

        var seat = await db.OrganisationInReachAsync(user, Permission.ManageCommissions, id, cancellationToken);
        if (seat is null)
        {
            return new NotFound();
        }

        var edition = await Evaluation.InForceAsync(db, time.Today(), cancellationToken);
        var seats = await db.Organisations.Where(o => seat.Path.StartsWith(o.Path)).Select(o => o.Id).ToListAsync(cancellationToken);
        var people = await db.Persons
            .AsNoTracking()
            .Where(p => p.Roles.Any(r => (r.Role == Role.CommissionMember || r.Role == Role.CommissionSecretary) && seats.Contains(r.OrganisationId)))
            .Include(p => p.Roles)
            .Include(p => p.Employments)
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var workplaces = people.SelectMany(WorkplacesOf).Distinct().ToList();
        var names = await db.Organisations
            .Where(o => workplaces.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return new CommissionForm(
            new CommissionSeat(
                seat.Id,
                seat.Name,
                Holders(Role.CommissionMember),
                Holders(Role.CommissionSecretary),
                edition is null ? null : AttestationRules.Parse(edition.Json).Value.Commission.MinMembers),
            null);

        IReadOnlyList<SeatChoice> Holders(Role role) =>
        [
            .. people
                .Where(p => p.Roles.Any(r => r.Role == role && seats.Contains(r.OrganisationId)))
                .Select(p => new SeatChoice(p.Id, p.FullName, [.. WorkplacesOf(p).Select(at => names[at])])),
        ];
    }

    private IEnumerable<Guid> WorkplacesOf(Person person)
    {
        var today = time.Today();
        return person.Employments.Where(e => e.To is null || e.To >= today).Select(e => e.OrganisationId).Distinct();
    }
}
