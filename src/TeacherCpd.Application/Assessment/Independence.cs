using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// Who may grade what: somebody who has nothing to do with the group or the school (2022 report, section 4.4). Neither a trainer
/// of the group nor one of its participants, nobody who works or worked where the teacher does; and nobody who has already
/// written a sheet for the portfolio, so that a second assessor, a third, an appeal and a re-assessment come to other people.
/// All of it goes by the person, whatever account or role they come with.
/// </summary>
internal static class Independence
{
    /// <summary>Portfolios of people and groups with which an assessor has nothing to do.</summary>
    public static IQueryable<Portfolio> IndependentOf(this IAppDbContext db, Guid assessorId) =>
        from portfolio in db.Portfolios
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        where studyGroup.TrainerId != assessorId
            && !db.Sessions.Any(s => s.GroupId == studyGroup.Id && s.TrainerId == assessorId)
            && !db.Enrolments.Any(e => e.GroupId == studyGroup.Id && e.PersonId == assessorId)
            && !db.Persons
                .Where(p => p.Id == enrolment.PersonId)
                .SelectMany(p => p.Employments)
                .Any(theirs => db.Persons.Where(p => p.Id == assessorId).SelectMany(p => p.Employments).Any(mine => mine.OrganisationId == theirs.OrganisationId))
        select portfolio;

    /// <summary>Those of them for which the assessor has written no sheet: what may be given to them.</summary>
    public static IQueryable<Portfolio> NewTo(this IAppDbContext db, Guid assessorId) =>
        db.IndependentOf(assessorId)
            .Where(p => !p.Versions.Any(v => db.RubricSheets.Any(s => s.PortfolioVersionId == v.Id && s.AuthorId == assessorId)))
            .Where(p => !db.HoldingCases().Any(c => p.Versions.Any(v => v.Id == c.VersionId)));

    /// <summary>The sheets an assessor or moderator may open: the own ones that were not given back.</summary>
    public static IQueryable<RubricSheet> SheetsOf(this IAppDbContext db, Guid assessorId) =>
        db.RubricSheets.Where(s => s.AuthorId == assessorId && s.Role != SheetRole.Feedback && s.ReturnedAt == null
            && db.IndependentOf(assessorId).Any(p => p.Versions.Any(v => v.Id == s.PortfolioVersionId)));
}
