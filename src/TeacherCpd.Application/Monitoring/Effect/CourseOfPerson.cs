using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Monitoring.Effect;

/// <summary>A course of a person: what an effect begins with.</summary>
internal sealed class CourseOfPerson
{
    /// <summary>The enrolment.</summary>
    public required Enrolment Enrolment { get; init; }

    /// <summary>Programme.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>First day of the group.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day of the group.</summary>
    public required DateOnly EndsOn { get; init; }
}

/// <summary>Which courses somebody sees the effect of.</summary>
internal static class CourseQueries
{
    /// <summary>Courses that began in a year, of people who had a place and work in the schools in reach.</summary>
    public static IQueryable<CourseOfPerson> CoursesSeenBy(this IAppDbContext db, CurrentUser user, int year, Guid? regionId) =>
        db.CoursesSeenBy(user, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), regionId);

    /// <summary>Courses that began in a time.</summary>
    public static IQueryable<CourseOfPerson> CoursesSeenBy(this IAppDbContext db, CurrentUser user, DateOnly first, DateOnly last, Guid? regionId)
    {
        var everywhere = user.CanEverywhere(Permission.SeeTraining);
        var schools = db.Organisations.Within(user.Scopes(Permission.SeeTraining)).Select(o => (Guid?)o.Id);
        return
            from enrolment in db.Enrolments.WithPlace()
            where (everywhere || schools.Contains(enrolment.SchoolId)) && (regionId == null || enrolment.RegionId == regionId)
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where studyGroup.StartsOn >= first && studyGroup.StartsOn <= last
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            select new CourseOfPerson { Enrolment = enrolment, ProgrammeId = version.ProgrammeId, StartsOn = studyGroup.StartsOn, EndsOn = studyGroup.EndsOn };
    }
}
