using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// What assessment gave in a year, by programme: how many were assessed, recommended and graded how, and how many of those who
/// came to re-assessment passed; tables 14 to 16 of the 2022 report. A person counts once for the first result and once for each
/// later one; grades are those that stand now, after moderation and appeals.
/// </summary>
/// <param name="Filter">Year in which the results were told, and what narrows it.</param>
[SignedIn]
public sealed record GetAssessedQuery(ReportFilter Filter) : IQuery<AssessedReport>;

/// <summary>What assessment gave in a year.</summary>
/// <param name="Year">Year.</param>
/// <param name="Programmes">A row for each programme, the largest first.</param>
/// <param name="Sum">Their sum.</param>
public sealed record AssessedReport(int Year, IReadOnlyList<AssessedProgramme> Programmes, AssessedCounts Sum);

/// <summary>A programme.</summary>
/// <param name="Absent">People of groups closed in the year who were admitted to the grade and handed nothing in for it.</param>
/// <param name="Refused">People whose work was refused in the year by the verdict of an originality case that stands; not among the assessed.</param>
public sealed record AssessedProgramme(string Code, LocalizedText Title, AssessedCounts Counts, int Absent, int Refused);

/// <summary>Numbers of people.</summary>
/// <param name="Good">First results that are good.</param>
/// <param name="Satisfactory">First results that are satisfactory.</param>
/// <param name="Unsatisfactory">First results that are unsatisfactory.</param>
/// <param name="Again">Later results.</param>
/// <param name="AgainPassed">Those of them that are good or satisfactory.</param>
public sealed record AssessedCounts(int Good, int Satisfactory, int Unsatisfactory, int Again, int AgainPassed)
{
    /// <summary>First results.</summary>
    public int Assessed => Good + Satisfactory + Unsatisfactory;

    /// <summary>Recommended for certification with the first result.</summary>
    public int Recommended => Good + Satisfactory;

    /// <summary>Share of the assessed in tenths of a per cent, rounded half up.</summary>
    public int PerMille(int count) => Rounded.PerMille(count, Assessed);
}

internal sealed class GetAssessedHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetAssessedQuery, Result<AssessedReport>>
{
    public async Task<Result<AssessedReport>> Handle(GetAssessedQuery request, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.SeeTraining) && !user.Can(Permission.ModerateAssessments))
        {
            return new Forbidden();
        }

        // who moderates does so for the whole country
        var moderates = user.Can(Permission.ModerateAssessments);
        var filter = request.Filter;
        if (await db.ReachAsync(user, Permission.SeeTraining, filter, cancellationToken, overAll: moderates) is not { } reach)
        {
            return new NotFound();
        }

        var (everywhere, schools) = reach;
        var (first, last) = (Clock.BeginOf(filter.First), Clock.BeginOf(filter.Last.AddDays(1)));
        var groups = db.GroupsOf(filter);
        var counts = await (
            from result in db.Results(reach, groups, filter.First, filter.Last)
            group result by new { result.ProgrammeVersionId, result.Grading.Grade, result.IsFirst } into same
            select new { same.Key.ProgrammeVersionId, same.Key.Grade, same.Key.IsFirst, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var absent = await (
            from g in groups
            where g.ClosedAt >= first && g.ClosedAt < last
            join enrolment in db.Enrolments on g.Id equals enrolment.GroupId
            where enrolment.Status == EnrolmentStatus.Absent && (everywhere || schools.Contains(enrolment.SchoolId))
            group enrolment by g.ProgrammeVersionId into same
            select new { same.Key, Count = same.Count() }).ToDictionaryAsync(s => s.Key, s => s.Count, cancellationToken);
        var refused = await (
            from portfolio in db.Portfolios
            where portfolio.Status == PortfolioStatus.Refused && portfolio.StatusSince >= first && portfolio.StatusSince < last
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where everywhere || schools.Contains(enrolment.SchoolId)
            join g in groups on enrolment.GroupId equals g.Id
            group enrolment by g.ProgrammeVersionId into same
            select new { same.Key, Count = same.Count() }).ToDictionaryAsync(s => s.Key, s => s.Count, cancellationToken);
        var versions = counts.Select(c => c.ProgrammeVersionId).Concat(absent.Keys).Concat(refused.Keys).Distinct().ToList();
        var programmes = await (
            from version in db.ProgrammeVersions
            where EF.Parameter(versions).Contains(version.Id)
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { version.Id, programme.Code, programme.Title }).ToDictionaryAsync(v => v.Id, cancellationToken);
        var rows = versions
            .GroupBy(v => programmes[v].Code)
            .Select(g => new AssessedProgramme(
                g.Key,
                programmes[g.First()].Title,
                Add(counts.Where(c => g.Contains(c.ProgrammeVersionId)).Select(c => (c.Grade!.Value, c.IsFirst, c.Count))),
                g.Sum(v => absent.GetValueOrDefault(v)),
                g.Sum(v => refused.GetValueOrDefault(v))))
            .OrderByDescending(p => p.Counts.Assessed)
            .ThenBy(p => p.Code, StringComparer.Ordinal)
            .ToList();
        return new AssessedReport(filter.Year, rows, Add(counts.Select(c => (c.Grade!.Value, c.IsFirst, c.Count))));
    }

    private static AssessedCounts Add(IEnumerable<(Grade Grade, bool IsFirst, int Count)> counts)
    {
        var all = counts.ToList();
        return new AssessedCounts(
            First(Grade.Good),
            First(Grade.Satisfactory),
            First(Grade.Unsatisfactory),
            all.Where(c => !c.IsFirst).Sum(c => c.Count),
            all.Where(c => !c.IsFirst && GradeRule.IsRecommended(c.Grade)).Sum(c => c.Count));

        int First(Grade grade) => all.Where(c => c.IsFirst && c.Grade == grade).Sum(c => c.Count);
    }
}
