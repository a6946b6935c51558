using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing;

/// <summary>Items and appeals that wait for the expert.</summary>
internal sealed class TestingToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.ReviewTestItems))
        {
            return [];
        }

        var me = user.Me;
        var items = await db.ItemVersions.CountAsync(
            v => v.Status == ItemStatus.InReview && v.Reviews.All(r => r.ReviewerId != me) && !db.ItemVersions.Any(o => o.ItemId == v.ItemId && o.AuthorId == me), cancellationToken);
        var appeals = await db.ItemAppeals.CountAsync(a => a.Status == ItemAppealStatus.Filed && a.PersonId != me, cancellationToken);
        var waiting = new List<TodayItem>();
        if (items > 0)
        {
            waiting.Add(new TodayItem("today.items", [items], "/items?status=InReview", Count: items));
        }

        if (appeals > 0)
        {
            waiting.Add(new TodayItem("today.item_appeals", [appeals], "/item-appeals", Count: appeals));
        }

        return waiting;
    }
}
