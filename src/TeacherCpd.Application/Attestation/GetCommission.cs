using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>One commission with its people.</summary>
[RequirePermission(Permission.ManageCommissions)]
public sealed record GetCommissionQuery(Guid Id) : IQuery<CommissionView>;

/// <summary>A commission.</summary>
/// <param name="IsLate">Whether it was created after the day of the order 83, paragraph 19.</param>
/// <param name="Members">Members, the chair first; those replaced last.</param>
/// <param name="Newcomers">Who may be invited in the place of a member.</param>
/// <param name="Others">Other commissions with powers, to which cases can be passed on.</param>
/// <param name="OpenCases">Cases that wait for its decision.</param>
/// <param name="HasPowers">Whether it has powers today.</param>
/// <param name="MayEnd">Whether its powers may still be ended early.</param>
public sealed record CommissionView(
    Guid Id,
    LocalizedText Name,
    LocalizedText Organisation,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    string? OrderNumber,
    DateOnly? OrderedOn,
    bool IsLate,
    string Secretary,
    IReadOnlyList<MemberRow> Members,
    IReadOnlyList<SeatChoice> Newcomers,
    IReadOnlyList<CommissionChoice> Others,
    int OpenCases,
    bool HasPowers,
    bool MayEnd);

internal sealed class GetCommissionHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCommissionQuery, Result<CommissionView>>
{
    public async Task<Result<CommissionView>> Handle(GetCommissionQuery request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions
            .AsNoTracking()
            .ManagedBy(db, user)
            .Include(c => c.Members)
            .SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        var today = time.Today();
        var seat = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == commission.OrganisationId, cancellationToken);
        var ids = commission.Members.Select(m => m.PersonId).Append(commission.SecretaryId).ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var newcomers = await db.Persons
            .WithRoleOver(db, Role.CommissionMember, seat.Path)
            .Where(p => !ids.Contains(p.Id))
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .Select(p => new SeatChoice(p.Id, p.FamilyName + " " + p.GivenName, new List<LocalizedText>()))
            .ToListAsync(cancellationToken);
        var others = await db.Commissions
            .ManagedBy(db, user)
            .Where(c => c.Id != commission.Id && c.ValidFrom <= today && c.ValidTo >= today)
            .OrderByDescending(c => c.ValidTo)
            .ThenBy(c => c.Id)
            .Select(c => new CommissionChoice(c.Id, c.Name))
            .ToListAsync(cancellationToken);
        return new CommissionView(
            commission.Id,
            commission.Name,
            seat.Name,
            commission.ValidFrom,
            commission.ValidTo,
            commission.OrderNumber,
            commission.OrderedOn,
            commission.OrderedOn is { } on && CommissionCreation.IsLate(on, commission.ValidFrom),
            people[commission.SecretaryId].FullName,
            [.. commission.Members
                .OrderByDescending(m => m.IsChair)
                .ThenBy(m => m.Status == CommissionMemberStatus.Replaced)
                .ThenBy(m => people[m.PersonId].SortKey, StringComparer.Ordinal)
                .Select(m => new MemberRow(m.PersonId, people[m.PersonId].FullName, m.IsChair, m.Status, m.Words))],
            newcomers,
            others,
            await db.AttestationCases.OpenAt(commission.Id).CountAsync(cancellationToken),
            commission.HasPowersOn(today),
            commission.ValidTo > today);
    }
}
