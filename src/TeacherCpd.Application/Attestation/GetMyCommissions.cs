using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The commissions whose secretary or member the user is, or to which the user is invited.</summary>
[SignedIn]
public sealed record GetMyCommissionsQuery : IQuery<MyCommissionsView>;

/// <summary>Commissions of a person.</summary>
/// <param name="Invitations">Those that wait for an answer.</param>
/// <param name="Commissions">Those with the latest powers first.</param>
/// <param name="MayDeclare">Whether the person may declare ties.</param>
public sealed record MyCommissionsView(IReadOnlyList<MyCommissionRow> Invitations, IReadOnlyList<MyCommissionRow> Commissions, bool MayDeclare);

/// <summary>A commission of a person.</summary>
/// <param name="IsSecretary">Secretary, or member.</param>
public sealed record MyCommissionRow(
    Guid Id, LocalizedText Name, LocalizedText Organisation, DateOnly ValidFrom, DateOnly ValidTo, string? OrderNumber, DateOnly? OrderedOn, bool IsSecretary);

internal sealed class GetMyCommissionsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyCommissionsQuery, Result<MyCommissionsView>>
{
    public async Task<Result<MyCommissionsView>> Handle(GetMyCommissionsQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var rows = await (
            from commission in db.Commissions
            join seat in db.Organisations on commission.OrganisationId equals seat.Id
            where commission.SecretaryId == me
                || commission.Members.Any(m => m.PersonId == me && (m.Status == CommissionMemberStatus.Serving || m.Status == CommissionMemberStatus.Invited))
            orderby commission.ValidTo descending, seat.SortKey, commission.Id
            select new
            {
                Row = new MyCommissionRow(
                    commission.Id,
                    commission.Name,
                    seat.Name,
                    commission.ValidFrom,
                    commission.ValidTo,
                    commission.OrderNumber,
                    commission.OrderedOn,
                    commission.SecretaryId == me),
                IsInvited = commission.Members.Any(m => m.PersonId == me && m.Status == CommissionMemberStatus.Invited),
            }).ToListAsync(cancellationToken);
        return new MyCommissionsView(
            [.. rows.Where(r => r.IsInvited).Select(r => r.Row)],
            [.. rows.Where(r => !r.IsInvited).Select(r => r.Row)],
            user.Can(Permission.VoteOnAttestationCases));
    }
}
