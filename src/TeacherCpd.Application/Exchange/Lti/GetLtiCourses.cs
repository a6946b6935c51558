using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>The courses of outside tools that are open, with what came back of the user.</summary>
[SignedIn]
public sealed record GetLtiCoursesQuery : IQuery<LtiCoursesView>;

/// <summary>Courses.</summary>
/// <param name="MayManage">Whether the user registers tools and courses.</param>
public sealed record LtiCoursesView(IReadOnlyList<LtiCourseRow> Courses, bool MayManage);

/// <summary>A course with the own result.</summary>
/// <param name="Tool">Name of the outside system.</param>
/// <param name="IsToldNames">Whether the tool is told name and mail address.</param>
/// <param name="Result">What the tool last reported; null while nothing came back.</param>
public sealed record LtiCourseRow(Guid Id, LocalizedText Title, string Tool, int Hours, bool IsToldNames, LtiResult? Result);

/// <summary>What a tool reported.</summary>
/// <param name="PerMille">Points in tenths of a per cent; null where there are none.</param>
public sealed record LtiResult(LtiProgress Progress, LtiGrading Grading, int? PerMille, string Comment, DateTime ReportedAt)
{
    internal static LtiResult Of(LtiScore score) => new(
        score.Progress, score.Grading,
        score is { Given: { } given, Maximum: { } maximum } ? (int)Math.Floor((given / maximum * 1000) + 0.5) : null,
        score.Comment, score.ReportedAt);
}

internal sealed class GetLtiCoursesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLtiCoursesQuery, Result<LtiCoursesView>>
{
    public async Task<Result<LtiCoursesView>> Handle(GetLtiCoursesQuery request, CancellationToken cancellationToken)
    {
        var courses = await (
            from course in db.LtiCourses.AsNoTracking()
            join tool in db.LtiTools on course.ToolId equals tool.Id
            where course.IsOpen && tool.IsOpen
            select new { Course = course, tool.Name, tool.IsToldNames }).ToListAsync(cancellationToken);
        var scores = await db.LtiScores.AsNoTracking().Where(s => s.PersonId == user.Me).ToDictionaryAsync(s => s.CourseId, cancellationToken);
        return new LtiCoursesView(
            [
                .. courses.OrderBy(c => SortKey.Of(c.Course.Title.Kk), StringComparer.Ordinal).Select(c => new LtiCourseRow(
                    c.Course.Id, c.Course.Title, c.Name, c.Course.Hours, c.IsToldNames, scores.GetValueOrDefault(c.Course.Id) is { } score ? LtiResult.Of(score) : null)),
            ],
            user.Can(Permission.ManageProgrammes));
    }
}
