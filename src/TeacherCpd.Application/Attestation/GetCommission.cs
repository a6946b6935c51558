using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>One commission with its people.</summary>
[RequirePermission(Permission.ManageCommissions)]
public sealed record GetCommissionQuery(Guid Id) : IQuery<CommissionView>;

/// <summary>A commission.</summary>
/// <param name="Members">Members, the chair first.</param>
/// <param name="OpenCases">Cases that wait for its decision.</param>
/// <param name="HasPowers">Whether it has powers today.</param>
/// <param name="MayEnd">Whether its powers may still be ended early.</param>
public sealed record CommissionView(
    Guid Id,
    LocalizedText Name,
    LocalizedText Organisation,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    string Secretary,
    IReadOnlyList<CommissionMemberRow> Members,
    int OpenCases,
    bool HasPowers,
    bool MayEnd);

/// <summary>A member of a commission.</summary>
public sealed record CommissionMemberRow(string Name, bool IsChair);

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
        return new CommissionView(
            commission.Id,
            commission.Name,
            seat.Name,
            commission.ValidFrom,
            commission.ValidTo,
            people[commission.SecretaryId].FullName,
            [.. commission.Members
                .OrderByDescending(m => m.IsChair)
                .ThenBy(m => people[m.PersonId].SortKey, StringComparer.Ordinal)
                .Select(m => new CommissionMemberRow(people[m.PersonId].FullName, m.IsChair))],
            await db.AttestationCases.OpenAt(commission.Id).CountAsync(cancellationToken),
            commission.ValidFrom <= today && commission.ValidTo >= today,
            commission.ValidTo > today);
    }
}
