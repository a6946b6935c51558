using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Appeals;

/// <summary>An appeal against an item with the item, for experts; without a name.</summary>
[RequirePermission(Permission.ReviewTestItems)]
public sealed record GetItemAppealQuery(Guid AppealId) : IQuery<ItemAppealView>;

/// <summary>An appeal.</summary>
/// <param name="Statistics">Statistics of the version.</param>
/// <param name="Asked">Attempts that were asked it.</param>
/// <param name="MayDecide">Whether the user may decide it.</param>
public sealed record ItemAppealView(
    Guid Id, Guid ItemId, int Item, int Version, ItemWriting Writing, AppealGround Ground, string Reason, DateTime FiledAt, IReadOnlyList<int> Chosen,
    ItemAppealStatus Status, string Decision, DateTime? DecidedAt, ItemStatistics Statistics, int Asked, bool MayDecide);

internal sealed class GetItemAppealHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetItemAppealQuery, Result<ItemAppealView>>
{
    public async Task<Result<ItemAppealView>> Handle(GetItemAppealQuery request, CancellationToken cancellationToken)
    {
        var appeal = await db.ItemAppeals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AppealId, cancellationToken);
        if (appeal is null)
        {
            return new NotFound();
        }

        var item = await db.TestItems.AsNoTracking()
            .Include(i => i.Versions).ThenInclude(v => v.Reviews)
            .AsSplitQuery()
            .SingleAsync(i => i.Versions.Any(v => v.Id == appeal.VersionId), cancellationToken);
        var version = item.Versions.Single(v => v.Id == appeal.VersionId);
        var answers = await db.AttemptAnswers
            .Where(a => a.IsSeen && a.VersionId == version.Id)
            .Select(a => new { a.AttemptId, a.Position, a.IsRight, a.Rest, a.Chosen })
            .ToListAsync(cancellationToken);
        return new ItemAppealView(
            appeal.Id, item.Id, item.Number, version.Number, version.Writing, appeal.Ground, appeal.Reason, appeal.FiledAt,
            AttemptAnswer.PlacesIn(answers.Find(a => a.AttemptId == appeal.AttemptId && a.Position == appeal.Position)?.Chosen ?? ""),
            appeal.Status, appeal.Decision, appeal.DecidedAt,
            ItemStatistics.Of(version.Content, [.. answers.Select(a => new ItemResponse(a.IsRight, a.Rest, AttemptAnswer.PlacesIn(a.Chosen)))]),
            answers.Count,
            appeal.Status == ItemAppealStatus.Filed && appeal.MayDecide(user.Me, item));
    }
}
