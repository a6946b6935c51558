using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Reports;

/// <summary>Somebody who was trained.</summary>
internal sealed class Trainee
{
    /// <summary>The place in the group.</summary>
    public required Enrolment Enrolment { get; init; }

    /// <summary>The group.</summary>
    public required StudyGroup Group { get; init; }
}

/// <summary>What somebody was told.</summary>
internal sealed class ToldResult
{
    /// <summary>The grading that stands.</summary>
    public required Grading Grading { get; init; }

    /// <summary>Version of the programme.</summary>
    public required Guid ProgrammeVersionId { get; init; }

    /// <summary>Whether it is the first result of the person in the group.</summary>
    public required bool IsFirst { get; init; }
}

/// <summary>Who is counted, said once: reports and figures ask the same.</summary>
internal static class ReportedPeople
{
    /// <summary>People with a place in groups that begin in a time; who never came is none.</summary>
    /// <param name="db">Database.</param>
    /// <param name="reach">Of which schools.</param>
    /// <param name="groups">Of which groups.</param>
    /// <param name="first">First day on which a group may begin.</param>
    /// <param name="last">Last day.</param>
    public static IQueryable<Trainee> Trainees(this IAppDbContext db, ReportReach reach, IQueryable<StudyGroup> groups, DateOnly first, DateOnly last)
    {
        var (everywhere, schools) = reach;
        return
            from enrolment in db.Enrolments.WithPlace()
            where enrolment.Status != EnrolmentStatus.NoShow && (everywhere || schools.Contains(enrolment.SchoolId))
            join g in groups on enrolment.GroupId equals g.Id
            where g.StartsOn >= first && g.StartsOn <= last
            select new Trainee { Enrolment = enrolment, Group = g };
    }

    /// <summary>Results that were told in a time: a person counts once for the first one and once for each later one.</summary>
    /// <param name="db">Database.</param>
    /// <param name="reach">Of which schools.</param>
    /// <param name="groups">Of which groups.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    public static IQueryable<ToldResult> Results(this IAppDbContext db, ReportReach reach, IQueryable<StudyGroup> groups, DateOnly first, DateOnly last)
    {
        var (everywhere, schools) = reach;
        var (from, to) = (Clock.BeginOf(first), Clock.BeginOf(last.AddDays(1)));
        return
            from grading in db.Gradings
            where grading.ReleasedAt >= @from && grading.ReleasedAt < to
            join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where everywhere || schools.Contains(enrolment.SchoolId)
            join g in groups on enrolment.GroupId equals g.Id
            select new ToldResult
            {
                Grading = grading,
                ProgrammeVersionId = g.ProgrammeVersionId,
                IsFirst = !db.PortfolioVersions.Any(v =>
                    v.PortfolioId == version.PortfolioId && v.Number < version.Number && db.Gradings.Any(e => e.PortfolioVersionId == v.Id)),
            };
    }
}
