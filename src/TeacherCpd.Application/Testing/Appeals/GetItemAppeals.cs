using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Appeals;

/// <summary>Appeals against items, those that wait first. They bear no name: who appeals does not matter to the item.</summary>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ReviewTestItems)]
public sealed record GetItemAppealsQuery(int Page) : IQuery<Paged<ItemAppealRow>>;

/// <summary>An appeal.</summary>
public sealed record ItemAppealRow(Guid Id, int Item, int Version, AppealGround Ground, DateTime FiledAt, ItemAppealStatus Status);

internal sealed class GetItemAppealsHandler(IAppDbContext db) : IRequestHandler<GetItemAppealsQuery, Result<Paged<ItemAppealRow>>>
{
    public async Task<Result<Paged<ItemAppealRow>>> Handle(GetItemAppealsQuery request, CancellationToken cancellationToken) => await (
        from appeal in db.ItemAppeals
        join version in db.ItemVersions on appeal.VersionId equals version.Id
        join item in db.TestItems on version.ItemId equals item.Id
        orderby appeal.Status == ItemAppealStatus.Filed ? 0 : 1, appeal.FiledAt, appeal.Id
        select new ItemAppealRow(appeal.Id, item.Number, version.Number, appeal.Ground, appeal.FiledAt, appeal.Status))
        .PageAsync(await db.ItemAppeals.CountAsync(cancellationToken), request.Page, cancellationToken);
}
