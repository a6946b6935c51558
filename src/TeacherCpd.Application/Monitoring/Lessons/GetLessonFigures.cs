using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>
/// What the lessons of a year show: levels by parameter, the strong and weak sides that were seen most, and what the feedback was worth to
/// the teachers. Of the schools in reach, or of the whole country for those who work for it.
/// </summary>
/// <param name="Year">Year of the lessons.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetLessonFiguresQuery(int Year) : IQuery<LessonFigures>;

/// <summary>Figures of the lessons of a year.</summary>
/// <param name="Year">Year.</param>
/// <param name="Lessons">Signed observations.</param>
/// <param name="Parameters">A row for each parameter.</param>
/// <param name="Signs">Sides that were seen, the most frequent first.</param>
/// <param name="Answers">How many teachers said what.</param>
public sealed record LessonFigures(
    int Year, int Lessons, IReadOnlyList<ParameterFigures> Parameters, IReadOnlyList<SignFigures> Signs, IReadOnlyDictionary<FeedbackValue, int> Answers)
{
    /// <summary>Teachers who answered.</summary>
    public int Answered => Answers.Values.Sum();
}

/// <summary>Levels of one parameter.</summary>
/// <param name="Parameter">Parameter.</param>
/// <param name="Levels">Lessons at each level.</param>
public sealed record ParameterFigures(LessonParameter Parameter, IReadOnlyDictionary<LessonLevel, int> Levels)
{
    /// <summary>Lessons at the upper two levels: what the report of 2022 gives (section 7.2, T28).</summary>
    public int Upper => Levels[LessonLevel.High] + Levels[LessonLevel.AboveAverage];
}

/// <summary>How often a side was seen.</summary>
/// <param name="Sign">Side.</param>
/// <param name="Lessons">Lessons in which it was.</param>
public sealed record SignFigures(LessonSign Sign, int Lessons);

internal sealed class GetLessonFiguresHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLessonFiguresQuery, Result<LessonFigures>>
{
    public async Task<Result<LessonFigures>> Handle(GetLessonFiguresQuery request, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 31));
        var everywhere = user.CanEverywhere(Permission.SeeTraining);
        var schools = db.Organisations.Within(user.Scopes(Permission.SeeTraining)).Select(o => (Guid?)o.Id);
        var lessons =
            from lesson in db.SupportLessons
            where lesson.Status != LessonStatus.Draft && lesson.LessonOn >= first && lesson.LessonOn <= last
            join contact in db.SupportContacts on lesson.ContactId equals contact.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            where everywhere || schools.Contains(enrolment.SchoolId)
            select lesson;
        var count = await lessons.CountAsync(cancellationToken);
        var levels = await lessons.SelectMany(l => l.Marks)
            .GroupBy(m => new { m.Parameter, m.Level })
            .Select(g => new { g.Key.Parameter, g.Key.Level, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var signs = await lessons.SelectMany(l => l.Signs)
            .GroupBy(s => s.Code)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(s => s.Key, s => s.Count, cancellationToken);
        var answers = await lessons.Where(l => l.Value != null)
            .GroupBy(l => l.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return new LessonFigures(
            request.Year,
            count,
            [.. Enum.GetValues<LessonParameter>().Select(p => new ParameterFigures(
                p, Enum.GetValues<LessonLevel>().ToDictionary(l => l, l => levels.Where(r => r.Parameter == p && r.Level == l).Sum(r => r.Count))))],
            [.. LessonSign.All.Where(s => signs.ContainsKey(s.Code)).Select(s => new SignFigures(s, signs[s.Code])).OrderByDescending(s => s.Lessons)],
            Enum.GetValues<FeedbackValue>().ToDictionary(v => v, v => answers.Where(a => a.Key == v).Sum(a => a.Count)));
    }
}
