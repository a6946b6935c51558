using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>A course that somebody completed.</summary>
/// <param name="On">Day on which the certificate was issued.</param>
/// <param name="Hours">Academic hours; 0 where the certificate names none.</param>
internal sealed record CompletedCourse(Guid PersonId, LocalizedText Title, Guid ProgrammeId, DateOnly On, int Hours);

/// <summary>What somebody who applies for a course was trained in before. It is shown to those who decide and refuses nothing.</summary>
/// <param name="SameProgrammeOn">Day of the last certificate of the same programme; null for none.</param>
/// <param name="Hours">Hours of courses in the period of the rule.</param>
/// <param name="HoursReached">Whether they are as many as the rule asks for.</param>
/// <param name="LastCourseOn">Day of the last course; null for none.</param>
public sealed record PriorTraining(DateOnly? SameProgrammeOn, int Hours, bool HoursReached, DateOnly? LastCourseOn);

/// <summary>Parts of queries that the use cases of development share.</summary>
internal static class DevelopmentQueries
{
    /// <summary>The employments that the rule of training is about on a day, the main one first: the one begun last.</summary>
    public static IEnumerable<Employment> Asked(this IEnumerable<Employment> employments, DateOnly today) => employments
        .Where(e => e.Position is Position.Teacher or Position.Deputy or Position.Head && e.From <= today && (e.To is null || e.To >= today))
        .OrderByDescending(e => e.From)
        .ThenBy(e => e.Id);

    /// <summary>Activities about which the user decides: of people who work now where the permission reaches, and never the own.</summary>
    public static IQueryable<DevelopmentActivity> ActivitiesInReach(this IAppDbContext db, CurrentUser user, DateOnly today)
    {
        var me = user.Me;
        var places = db.Organisations.Within(user.Scopes(Permission.ConfirmDevelopment)).Select(o => o.Id);
        return db.DevelopmentActivities.Where(a => a.PersonId != me && db.Persons.Any(p => p.Id == a.PersonId
            && p.Employments.Any(e => e.From <= today && (e.To == null || e.To >= today) && places.Contains(e.OrganisationId))));
    }

    /// <summary>The courses that some people completed, the last first.</summary>
    public static async Task<ILookup<Guid, CompletedCourse>> CoursesOfAsync(
        this IAppDbContext db, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var ids = people.ToList();
        var courses = await (
            from certificate in db.Certificates
            join version in db.ProgrammeVersions on certificate.ProgrammeVersionId equals version.Id
            where EF.Parameter(ids).Contains(certificate.PersonId) && certificate.Kind == CertificateKind.Course && certificate.Status == CertificateStatus.Valid
            orderby certificate.IssuedOn descending
            select new CompletedCourse(
                certificate.PersonId, certificate.ProgrammeTitle, version.ProgrammeId, certificate.IssuedOn, certificate.Hours ?? 0))
            .ToListAsync(cancellationToken);
        return courses.ToLookup(c => c.PersonId);
    }

    /// <summary>
    /// What people who apply for a programme were trained in before: the same programme, or the hours of the rule within
    /// its period.
    /// </summary>
    /// <param name="db">Records.</param>
    /// <param name="applications">Who applies for which programme.</param>
    /// <param name="rule">The rule of training.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An entry for each of them: one query.</returns>
    public static async Task<IReadOnlyDictionary<(Guid PersonId, Guid ProgrammeId), PriorTraining>> TrainedSince(
        this IAppDbContext db,
        IReadOnlyCollection<(Guid PersonId, Guid ProgrammeId)> applications,
        TrainingRule rule,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        var courses = await db.CoursesOfAsync([.. applications.Select(a => a.PersonId).Distinct()], cancellationToken);
        return applications.Distinct().ToDictionary(a => a, a =>
        {
            var hours = courses[a.PersonId].Where(c => rule.Reaches(c.On, today)).Sum(c => c.Hours);
            return new PriorTraining(
                courses[a.PersonId].Where(c => c.ProgrammeId == a.ProgrammeId).Select(c => (DateOnly?)c.On).FirstOrDefault(),
                hours,
                hours >= rule.Hours,
                courses[a.PersonId].Select(c => (DateOnly?)c.On).FirstOrDefault());
        });
    }
}
