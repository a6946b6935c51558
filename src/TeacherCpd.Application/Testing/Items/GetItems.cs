using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>The bank of items, for those who write and review them; the newest version of each.</summary>
/// <param name="Section">Only of this section; null: all.</param>
/// <param name="Status">Only in this state; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetItemsQuery(TestSection? Section, ItemStatus? Status, int Page) : IQuery<ItemList>;

/// <summary>The bank.</summary>
/// <param name="MayWrite">Whether the user writes items.</param>
public sealed record ItemList(Paged<ItemRow> Items, bool MayWrite);

/// <summary>An item of the bank.</summary>
/// <param name="Text">What it asks, in Kazakh and Russian.</param>
/// <param name="Sums">Sums over the answers to the version shown.</param>
/// <param name="Flags">What these say is worth a look.</param>
public sealed record ItemRow(
    Guid Id, int Number, int Version, ItemStatus Status, TestSection Section, string Subject, ItemLevel Level, LocalizedText Text, ItemSums Sums, IReadOnlyList<ItemFlag> Flags);

internal sealed class GetItemsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetItemsQuery, Result<ItemList>>
{
    public async Task<Result<ItemList>> Handle(GetItemsQuery request, CancellationToken cancellationToken)
    {
        if (!user.SeesBank())
        {
            return new Forbidden();
        }

        var newest =
            from item in db.TestItems
            join version in db.ItemVersions on item.Id equals version.ItemId
            where !db.ItemVersions.Any(later => later.ItemId == item.Id && later.Number > version.Number)
                && (request.Section == null || version.Section == request.Section)
                && (request.Status == null || version.Status == request.Status)
            select new { item.Id, Item = item.Number, VersionId = version.Id, version.Number, version.Status, version.Section, version.Subject, version.Level, version.Json };
        var page = await newest.OrderBy(r => r.Item).PageAsync(await newest.CountAsync(cancellationToken), request.Page, cancellationToken);
        var ids = page.Items.Select(r => r.VersionId).ToList();
        var sums = await db.AttemptAnswers
            .Where(a => a.IsSeen && ids.Contains(a.VersionId))
            .GroupBy(a => a.VersionId)
            .Select(g => new
            {
                g.Key,
                Seen = g.LongCount(),
                Right = g.Sum(a => a.IsRight ? 1L : 0L),
                Rest = g.Sum(a => (long)a.Rest),
                Squares = g.Sum(a => (long)a.Rest * a.Rest),
                OfRight = g.Sum(a => a.IsRight ? (long)a.Rest : 0L),
            })
            .ToDictionaryAsync(s => s.Key, s => new ItemSums(s.Seen, s.Right, s.Rest, s.Squares, s.OfRight), cancellationToken);
        var rows = page.Items.Select(r =>
        {
            var content = ItemContent.Parse(r.Json);
            var of = sums.GetValueOrDefault(r.VersionId);
            return new ItemRow(
                r.Id, r.Item, r.Number, r.Status, r.Section, r.Subject, r.Level, new LocalizedText(content.TextKk, content.TextRu, ""), of, [.. ItemStatistics.FlagsOf(of)]);
        }).ToList();
        return new ItemList(new Paged<ItemRow>(rows, page.Number, page.Total), user.Can(Permission.WriteTestItems));
    }
}
