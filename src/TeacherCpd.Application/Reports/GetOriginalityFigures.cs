using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// Originality by programme, as table 17 of the 2022 report has it: reports checked, and how many of them were flagged at the
/// formative and at the summative stage. A report is flagged where its last finished round, after review, reaches the threshold
/// of the group's plan; the source names no threshold, so one that is not set is said. Counted for the schools in reach.
/// </summary>
/// <param name="Filter">
/// Year in which the reports were handed in, and what narrows it: a course that began at the end of the year before is checked in it, as it is
/// assessed in it.
/// </param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetOriginalityFiguresQuery(ReportFilter Filter) : IQuery<OriginalityFigures>;

/// <summary>Originality of a year.</summary>
/// <param name="Year">Year.</param>
/// <param name="Programmes">By programme, in the order of their codes; sums are those of the rows.</param>
public sealed record OriginalityFigures(int Year, IReadOnlyList<ProgrammeFigures> Programmes);

/// <summary>Originality of a programme.</summary>
/// <param name="Code">Code of the programme.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reports">Reports checked at either stage; the versions of one report count once.</param>
/// <param name="WithoutThreshold">Those of them whose plan sets no threshold: none of them can be flagged.</param>
/// <param name="Formative">Flagged at the formative stage.</param>
/// <param name="Summative">Flagged at the summative stage.</param>
public sealed record ProgrammeFigures(string Code, LocalizedText Title, int Reports, int WithoutThreshold, int Formative, int Summative)
{
    /// <summary>Whether there is a threshold to reach for any of the reports.</summary>
    public bool HasThreshold => WithoutThreshold < Reports;

    /// <summary>Flagged at the formative stage, of a thousand reports with a threshold, rounded half up.</summary>
    public int FormativePermille => Rounded.PerMille(Formative, Reports - WithoutThreshold);

    /// <summary>Flagged at the summative stage, of a thousand reports with a threshold, rounded half up.</summary>
    public int SummativePermille => Rounded.PerMille(Summative, Reports - WithoutThreshold);

    /// <summary>By how much fewer are flagged at the summative stage, of a thousand flagged at the formative one; null where none is.</summary>
    public int? FallPermille => Formative == 0 ? null : Rounded.PerMille(Formative - Summative, Formative);
}

internal sealed class GetOriginalityFiguresHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOriginalityFiguresQuery, Result<OriginalityFigures>>
{
    public async Task<Result<OriginalityFigures>> Handle(GetOriginalityFiguresQuery request, CancellationToken cancellationToken)
    {
        if (await db.ReachAsync(user, Permission.SeeTraining, request.Filter, cancellationToken) is not var (everywhere, schools))
        {
            return new NotFound();
        }

        var (first, last) = (Clock.BeginOf(request.Filter.First), Clock.BeginOf(request.Filter.Last.AddDays(1)));
        var groups = db.GroupsOf(request.Filter);

        // the last finished round of each report in the newest version of its stage
        var results =
            from check in db.OriginalityChecks
            where check.Status == CheckStatus.Done
            join version in db.PortfolioVersions on check.VersionId equals version.Id
            join material in db.PortfolioMaterials on check.MaterialId equals material.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join g in groups on enrolment.GroupId equals g.Id
            join plan in db.GroupPlans() on g.Id equals plan.GroupId
            where version.HandedInAt >= first && version.HandedInAt < last && (everywhere || schools.Contains(enrolment.SchoolId))
                && !db.PortfolioVersions.Any(v => v.PortfolioId == version.PortfolioId && v.Stage == version.Stage && v.Number > version.Number)
                && !db.OriginalityChecks.Any(c => c.VersionId == check.VersionId && c.MaterialId == check.MaterialId && c.Status == CheckStatus.Done
                    && ((c.Round == CheckRound.WeekLater && check.Round != CheckRound.WeekLater)
                        || (c.Round == CheckRound.Deadline && check.Round == CheckRound.HandedIn)))
            select new
            {
                g.ProgrammeVersionId,
                portfolio.Id,
                material.Part,
                check.Stage,
                HasThreshold = plan.Plan.ThresholdPermille != null,
                IsFlagged = check.ReviewedPermille >= plan.Plan.ThresholdPermille,
            };
        var reports = await (
            from result in results
            select new { result.ProgrammeVersionId, result.Id, result.Part, result.HasThreshold })
            .Distinct()
            .GroupBy(r => new { r.ProgrammeVersionId, r.HasThreshold })
            .Select(same => new { same.Key, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var flagged = await results
            .Where(r => r.IsFlagged)
            .GroupBy(r => new { r.ProgrammeVersionId, r.Stage })
            .Select(same => new { same.Key, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var versions = reports.Select(r => r.Key.ProgrammeVersionId).Distinct().ToList();
        var programmes = await (
            from version in db.ProgrammeVersions
            where EF.Parameter(versions).Contains(version.Id)
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { version.Id, programme.Code, programme.Title }).ToListAsync(cancellationToken);
        return new OriginalityFigures(
            request.Filter.Year,
            [
                .. programmes
                    .GroupBy(p => p.Code)
                    .OrderBy(p => p.Key, StringComparer.Ordinal)
                    .Select(p => new ProgrammeFigures(
                        p.Key,
                        p.First().Title,
                        reports.Where(r => p.Any(v => v.Id == r.Key.ProgrammeVersionId)).Sum(r => r.Count),
                        reports.Where(r => !r.Key.HasThreshold && p.Any(v => v.Id == r.Key.ProgrammeVersionId)).Sum(r => r.Count),
                        Flagged(p.Select(v => v.Id), AssessmentStage.Formative),
                        Flagged(p.Select(v => v.Id), AssessmentStage.Summative))),
            ]);

        int Flagged(IEnumerable<Guid> of, AssessmentStage stage) =>
            flagged.Where(f => f.Key.Stage == stage && of.Contains(f.Key.ProgrammeVersionId)).Sum(f => f.Count);
    }
}
