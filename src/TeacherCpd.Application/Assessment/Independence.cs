using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// Who may grade what: an assessor outside the group (2022 report, section 4.4). Neither its trainer nor one of its
/// participants; and nobody who has already written a sheet for the portfolio, so that a re-assessment comes to
/// another person.
/// </summary>
internal static class Independence
{
    /// <summary>Portfolios of groups with which an assessor has nothing to do.</summary>
    public static IQueryable<Portfolio> IndependentOf(this IAppDbContext db, Guid assessorId) =>
        from portfolio in db.Portfolios
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        where studyGroup.TrainerId != assessorId
            && !db.Enrolments.Any(e => e.GroupId == studyGroup.Id && e.PersonId == assessorId)
        select portfolio;

    /// <summary>Portfolios that wait and may be given to an assessor.</summary>
    public static IQueryable<Portfolio> WaitingFor(this IAppDbContext db, Guid assessorId) =>
        db.IndependentOf(assessorId)
            .Where(p => p.Status == PortfolioStatus.AwaitingAssessment
                && !p.Versions.Any(v => db.RubricSheets.Any(s => s.PortfolioVersionId == v.Id && s.AuthorId == assessorId)))
            .Where(p => !db.HoldingCases().Any(c => p.Versions.Any(v => v.Id == c.VersionId)));

    /// <summary>The sheets an assessor may open: the own ones.</summary>
    public static IQueryable<RubricSheet> SheetsOf(this IAppDbContext db, Guid assessorId) =>
        db.RubricSheets.Where(s => s.AuthorId == assessorId && s.Stage == AssessmentStage.Summative
            && db.IndependentOf(assessorId).Any(p => p.Versions.Any(v => v.Id == s.PortfolioVersionId)));
}
