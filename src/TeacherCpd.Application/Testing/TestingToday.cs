using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing;

/// <summary>An attempt that runs, and items and appeals that wait for the expert.</summary>
internal sealed class TestingToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.Me;
        if (user.Can(Permission.TakeTrialTests))
        {
            var now = time.UtcNow();
            var running = await (
                from attempt in db.TestAttempts
                where attempt.PersonId == me && attempt.EndedAt == null && attempt.EndsAt > now
                join test in db.TrialTests on attempt.TestId equals test.Id
                orderby attempt.EndsAt
                select new { attempt.Id, test.Title })
                .ToListAsync(cancellationToken);
            return [.. running.Select(r => new TodayItem("today.attempt", [r.Title], $"/my/tests/{r.Id}", time.Today()))];
        }

        if (!user.Can(Permission.ReviewTestItems))
        {
            return [];
        }

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
