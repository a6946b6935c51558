using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>A teacher whose portfolio came back with feedback, or for re-assessment, has a new version to hand in.</summary>
internal sealed class PortfoliosToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.HandInPortfolio))
        {
            return [];
        }

        var due = await (
            from portfolio in db.Portfolios
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where enrolment.PersonId == user.Me
                && (enrolment.Status == EnrolmentStatus.Accepted || enrolment.Status == EnrolmentStatus.NotRecommended)
                && studyGroup.Status == GroupStatus.Studying
                && (portfolio.Status == PortfolioStatus.FeedbackGiven || portfolio.Status == PortfolioStatus.ReAssessment || portfolio.Status == PortfolioStatus.Refused)
            orderby studyGroup.EndsOn
            select new { portfolio.Status, enrolment.Id, programme.Title, studyGroup.EndsOn }).ToListAsync(cancellationToken);
        return [.. due.Select(d => new TodayItem(
            d.Status == PortfolioStatus.FeedbackGiven ? "portfolio.today.feedback" : "portfolio.today.re_assessment",
            [d.Title],
            $"/my/portfolio/{d.Id}",
            d.Status == PortfolioStatus.FeedbackGiven ? d.EndsOn : null))];
    }
}
