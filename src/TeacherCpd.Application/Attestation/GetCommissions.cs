using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The commissions of the organisations over which the user forms them, those with the latest powers first.</summary>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.ManageCommissions)]
public sealed record GetCommissionsQuery(int Page) : IQuery<Paged<CommissionRow>>;

/// <summary>A commission in a list.</summary>
/// <param name="HasPowers">Whether it has powers today.</param>
public sealed record CommissionRow(
    Guid Id, LocalizedText Name, LocalizedText Organisation, DateOnly ValidFrom, DateOnly ValidTo, int Members, bool HasPowers);

internal sealed class GetCommissionsHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetCommissionsQuery, Result<Paged<CommissionRow>>>
{
    public async Task<Result<Paged<CommissionRow>>> Handle(GetCommissionsQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var commissions = db.Commissions.ManagedBy(db, user);
        var total = await commissions.CountAsync(cancellationToken);
        var rows =
            from commission in commissions
            join seat in db.Organisations on commission.OrganisationId equals seat.Id
            orderby commission.ValidTo descending, seat.SortKey, commission.Id
            select new CommissionRow(
                commission.Id,
                commission.Name,
                seat.Name,
                commission.ValidFrom,
                commission.ValidTo,
                commission.Members.Count(m => m.Status == CommissionMemberStatus.Serving || m.Status == CommissionMemberStatus.Invited),
                commission.ValidFrom <= today && commission.ValidTo >= today);
        return await rows.PageAsync(total, request.Page, cancellationToken);
    }
}
