using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Groups;

/// <summary>The teacher's own courses, the latest first.</summary>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record GetMyCoursesQuery : IQuery<MyCourses>;

/// <summary>The teacher's own courses, the latest first.</summary>
public sealed record MyCourses(IReadOnlyList<MyCourse> Courses);

/// <summary>A course of the teacher.</summary>
/// <param name="Portfolio">State of the portfolio; null before the person is accepted.</param>
/// <param name="MinimumAttendance">Least share of sessions for assessment, in per cent.</param>
/// <param name="Attendance">Sessions attended of those held.</param>
/// <param name="IsMatrixOpen">Whether the interaction matrix of the year after it can be filled in.</param>
public sealed record MyCourse(
    Guid EnrolmentId,
    Guid GroupId,
    string GroupCode,
    LocalizedText Title,
    Language Language,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EnrolmentStatus Status,
    string? DeclineReason,
    PortfolioStatus? Portfolio,
    int MinimumAttendance,
    AttendanceShare Attendance,
    bool IsMatrixOpen)
{
    /// <summary>Key of the text that says what comes next.</summary>
    public string NextKey => Portfolio is { } portfolio && Status is EnrolmentStatus.Accepted or EnrolmentStatus.NotRecommended
        ? $"my_courses.next.portfolio.{portfolio}"
        : $"my_courses.next.{Status}";
}

internal sealed class GetMyCoursesHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyCoursesQuery, Result<MyCourses>>
{
    public async Task<Result<MyCourses>> Handle(GetMyCoursesQuery request, CancellationToken cancellationToken)
    {
        var courses = await (
            from enrolment in db.Enrolments
            where enrolment.PersonId == user.Me
            join g in db.Groups on enrolment.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby g.StartsOn descending, g.Code
            select new
            {
                enrolment.Id,
                GroupId = g.Id,
                g.Code,
                programme.Title,
                g.Language,
                g.StartsOn,
                g.EndsOn,
                enrolment.Status,
                Reason = enrolment.DeclineReason ?? enrolment.LeaveReason,
                Portfolio = db.Portfolios.Where(p => p.EnrolmentId == enrolment.Id).Select(p => (PortfolioStatus?)p.Status).FirstOrDefault(),
                version.MinimumAttendance,
                GroupStatus = g.Status,
            })
            .ToListAsync(cancellationToken);
        var shares = await db.SharesAsync([.. courses.Select(c => c.Id)], cancellationToken);
        return new MyCourses([.. courses.Select(c => new MyCourse(
            c.Id, c.GroupId, c.Code, c.Title, c.Language, c.StartsOn, c.EndsOn, c.Status, c.Reason, c.Portfolio, c.MinimumAttendance, shares[c.Id],
            c.GroupStatus == GroupStatus.Studying && c.EndsOn <= time.Today() && Closing.Concerned.Contains(c.Status)))]);
    }
}
