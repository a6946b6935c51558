using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks;

/// <summary>Stages of visits that the user answers for, come next, and are due within a week or overdue.</summary>
internal sealed class VisitsToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int Days = 7;
    private const int Most = 20;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.ManageVisits) && !user.Can(Permission.RecordContacts))
        {
            return [];
        }

        var (me, until) = (user.Me, time.Today().AddDays(Days));
        var open = await (
            from visit in db.SchoolVisits
            where visit.Status == SchoolVisitStatus.Running
            from stage in visit.Stages
            where stage.ResponsibleId == me && stage.ClosedAt == null && stage.DueOn <= until
            join school in db.Organisations on visit.SchoolId equals school.Id
            orderby stage.DueOn, visit.Id
            select new { visit.Id, stage.Kind, stage.DueOn, School = school.Name, Before = visit.Stages.Where(s => s.ClosedAt == null).Select(s => s.Kind).ToList() })
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. open.Where(o => o.Before.TrueForAll(k => k >= o.Kind)).Select(o => new TodayItem("visits.today.stage", [o.Kind, o.School], $"/visits/{o.Id}", o.DueOn))];
    }
}
