using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>What came back from the school and when training is due, for the teacher.</summary>
internal sealed class DevelopmentToday(IAppDbContext db, TrainingRule rule, TimeProvider time) : ITodaySource
{
    /// <summary>An activity came back.</summary>
    public static TodayItem Returned(Guid activityId, string title) => new("development.today.returned", [title], $"/my/record/{activityId}");

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var items = new List<TodayItem>();
        var today = time.Today();
        if (user.Can(Permission.RecordDevelopment))
        {
            var returned = await db.DevelopmentActivities
                .Where(a => a.PersonId == user.Me && a.Status == ActivityStatus.Returned)
                .OrderBy(a => a.StatusSince)
                .Select(a => new { a.Id, a.Title })
                .ToListAsync(cancellationToken);
            items.AddRange(returned.Select(a => Returned(a.Id, a.Title)));

            var warn = rule.WarnUntil(today);
            var due = await db.TrainingStates
                .Where(s => s.PersonId == user.Me && s.DueOn <= warn)
                .Select(s => (DateOnly?)s.DueOn)
                .SingleOrDefaultAsync(cancellationToken);
            if (due is not null)
            {
                items.Add(new TodayItem("development.today.training_due", [rule.Hours, rule.Years], "/my/record", due));
            }
        }

        return items;
    }
}

/// <summary>What waits to be confirmed, for the school.</summary>
internal sealed class ConfirmationsToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.ConfirmDevelopment))
        {
            return [];
        }

        var waiting = await db.ActivitiesInReach(user, time.Today()).CountAsync(a => a.Status == ActivityStatus.Recorded, cancellationToken);
        return waiting == 0 ? [] : [new TodayItem("development.today.to_confirm", [waiting], "/development", Count: waiting)];
    }
}
