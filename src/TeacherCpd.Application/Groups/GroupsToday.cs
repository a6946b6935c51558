using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>Applications that wait for the coordinator, and courses for which the teacher has handed in nothing yet.</summary>
internal sealed class GroupsToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var items = new List<TodayItem>();
        if (user.Can(Permission.ManageGroups))
        {
            var groups = db.ManagedBy(user).Where(g => g.Status != GroupStatus.Closed);
            var waiting = await (
                from g in groups
                join e in db.Enrolments on g.Id equals e.GroupId
                where e.Status == EnrolmentStatus.Applied && e.AwaitedStep == ApplicationSteps.Branch
                select e.Id)
                .CountAsync(cancellationToken);
            if (waiting > 0)
            {
                items.Add(new TodayItem("groups.today.applications", [waiting], "/groups/manage", Count: waiting));
            }

            var unread = await (
                from notice in db.EnrolmentNotices
                where MailTries.Stuck.Contains(notice.Status)
                join e in db.Enrolments on notice.EnrolmentId equals e.Id
                join g in groups on e.GroupId equals g.Id
                group notice by g.Id into inGroup
                select new { Id = inGroup.Key, Count = inGroup.Count() })
                .ToListAsync(cancellationToken);
            items.AddRange(unread.Select(u => new TodayItem("groups.today.notices", [u.Count], $"/groups/manage/{u.Id}", Count: u.Count)));
        }

        if (user.Can(Permission.NominateTeachers) || user.Can(Permission.DecideForRegion))
        {
            var waiting = await db.WaitingFor(user).CountAsync(cancellationToken);
            if (waiting > 0)
            {
                items.Add(new TodayItem("groups.today.applications", [waiting], "/applications", Count: waiting));
            }
        }

        if (user.Can(Permission.TakeAttendance))
        {
            var (first, last) = (Clock.BeginOf(time.Today()), Clock.BeginOf(time.Today().AddDays(1)));
            var groups = db.AttendedTo(user);
            var sessions = await db.Sessions.CountAsync(s => s.Begins >= first && s.Begins < last && groups.Any(g => g.Id == s.GroupId), cancellationToken);
            if (sessions > 0)
            {
                items.Add(new TodayItem("groups.today.sessions", [sessions], "/attendance", Count: sessions));
            }
        }

        if (user.Can(Permission.ApplyForCourses))
        {
            var courses = await (
                from enrolment in db.Enrolments
                where enrolment.PersonId == user.Me && enrolment.Status == EnrolmentStatus.Accepted
                join portfolio in db.Portfolios on enrolment.Id equals portfolio.EnrolmentId
                where portfolio.Status == PortfolioStatus.Draft
                join g in db.Groups on enrolment.GroupId equals g.Id
                join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
                join programme in db.Programmes on version.ProgrammeId equals programme.Id
                select new { enrolment.Id, programme.Title, g.EndsOn })
                .ToListAsync(cancellationToken);
            items.AddRange(courses.Select(c => new TodayItem("groups.today.portfolio", [c.Title], $"/my/portfolio/{c.Id}", c.EndsOn)));
        }

        return items;
    }
}
