using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A trainer's portfolios that wait for feedback.</summary>
internal sealed class FeedbackToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.GiveFeedback))
        {
            return [];
        }

        var me = user.Me;
        var since = await (
            from portfolio in db.Portfolios
            where portfolio.Status == PortfolioStatus.AwaitingFeedback
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.TrainerId == me
            orderby portfolio.StatusSince
            select portfolio.StatusSince).ToListAsync(cancellationToken);
        return since.Count == 0 ? [] : [new TodayItem("today.feedback", [since.Count, Clock.DayOf(since[0])], "/feedback", Count: since.Count)];
    }
}
