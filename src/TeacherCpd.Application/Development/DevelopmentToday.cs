using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>What came back from the school and when training is due, for the teacher; what waits to be confirmed, for the school.</summary>
internal sealed class DevelopmentToday(IAppDbContext db, TrainingRule rule, TimeProvider time) : ITodaySource
{
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
            items.AddRange(returned.Select(a => new TodayItem("development.today.returned", [a.Title], $"/my/record/{a.Id}")));

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

        if (user.Can(Permission.ConfirmDevelopment))
        {
            var waiting = await db.ActivitiesInReach(user, today).CountAsync(a => a.Status == ActivityStatus.Recorded, cancellationToken);
            if (waiting > 0)
            {
                items.Add(new TodayItem("development.today.to_confirm", [waiting], "/development", Count: waiting));
            }
        }

        return items;
    }
}
