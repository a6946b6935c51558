using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>A reflective report that is awaited, reports to read, decisions to record, groups whose trainer lapsed.</summary>
internal sealed class TrainersToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var items = new List<TodayItem>();
        if (user.Can(Permission.BeTrainer))
        {
            var awaited = await (
                from recertification in db.Recertifications
                where recertification.Status == RecertificationStatus.AwaitingReport
                    && db.Trainers.Any(t => t.Id == recertification.TrainerId && t.PersonId == user.Me)
                join campaign in db.RecertificationCampaigns on recertification.CampaignId equals campaign.Id
                where campaign.Status == CampaignStatus.Open
                select new { recertification.Number, campaign.ReportsUntil })
                .ToListAsync(cancellationToken);
            items.AddRange(awaited.Where(a => a.ReportsUntil >= time.Today()).Select(a => new TodayItem("trainers.today.report", [a.Number], "/my/trainer", a.ReportsUntil)));
        }

        if (user.Can(Permission.ManageGroups))
        {
            var groups = GroupQueries.ManagedBy(db, user).Where(g => g.Status == GroupStatus.Recruiting);
            var lapsed = await db.TrainerLapses.CountAsync(l => l.Status != LapseStatus.Resolved && groups.Any(g => g.Id == l.GroupId), cancellationToken);
            if (lapsed > 0)
            {
                items.Add(new TodayItem("trainers.today.lapses", [lapsed], "/trainers/lapses", Count: lapsed));
            }
        }

        if (user.Can(Permission.AssessTrainers))
        {
            var waiting = await db.AssessableBy(user.Me, time.Today()).CountAsync(cancellationToken);
            if (waiting > 0)
            {
                items.Add(new TodayItem("trainers.today.reports", [waiting], "/recertification/sheets", Count: waiting));
            }
        }

        if (user.Can(Permission.RecertifyTrainers))
        {
            var assessed = await db.Recertifications.CountAsync(r => r.Status == RecertificationStatus.Assessed, cancellationToken);
            if (assessed > 0)
            {
                items.Add(new TodayItem("trainers.today.council", [assessed], "/recertification", Count: assessed));
            }
        }

        return items;
    }
}
