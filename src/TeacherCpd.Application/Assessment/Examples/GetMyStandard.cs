using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>An assessor's own standard: examples to mark, and how the own levels stand to those of others.</summary>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record GetMyStandardQuery : IQuery<MyStandard>;

/// <summary>The own standard.</summary>
/// <param name="Rubrics">Rubrics with examples.</param>
/// <param name="Criteria">Criteria that others marked too in the last year, those with the largest difference first.</param>
/// <param name="Report">The newest report; null where there is none.</param>
public sealed record MyStandard(IReadOnlyList<RubricStanding> Rubrics, IReadOnlyList<CriterionAgreement> Criteria, MarkingFigures? Report);

/// <summary>How the user stands with a rubric.</summary>
/// <param name="Title">Title of the rubric.</param>
/// <param name="Hits">Examples marked within their tolerance.</param>
/// <param name="Needed">Examples that have to be.</param>
/// <param name="IsPaused">Whether the last seeds were missed.</param>
/// <param name="MayMark">Whether work by this rubric is given.</param>
/// <param name="Note">What a moderator last wrote; null where none cleared the user.</param>
/// <param name="Examples">Examples in order.</param>
/// <param name="Seeds">Signed seeds, the newest first.</param>
public sealed record RubricStanding(
    LocalizedText Title, int Hits, int Needed, bool IsPaused, bool MayMark, string? Note, IReadOnlyList<ExampleToMark> Examples, IReadOnlyList<SignedSeed> Seeds);

/// <summary>An example for calibration.</summary>
/// <param name="ExampleId">Example.</param>
/// <param name="SheetId">Own sheet; null while it is not begun.</param>
/// <param name="IsWithin">Whether it is within the tolerance; null while it is not signed.</param>
public sealed record ExampleToMark(Guid ExampleId, Guid? SheetId, bool? IsWithin);

/// <summary>A seed that was signed.</summary>
public sealed record SignedSeed(Guid SheetId, DateTime SignedAt);

/// <summary>How the own levels of a criterion stand to those of others.</summary>
/// <param name="Title">Criterion.</param>
/// <param name="Comparisons">Pairs of levels.</param>
/// <param name="Same">Those that are the same.</param>
/// <param name="Steps">Sum of the levels by which others were higher.</param>
public sealed record CriterionAgreement(LocalizedText Title, int Comparisons, int Same, int Steps);

/// <summary>Figures of a report.</summary>
/// <param name="ReportId">Report.</param>
/// <param name="MadeOn">Day.</param>
/// <param name="Comparisons">Pairs of levels.</param>
/// <param name="AgreementPermille">Share with the same level, of a thousand.</param>
/// <param name="SeverityPermille">Mean difference in thousandths of a level: above zero where the assessor is severe.</param>
/// <param name="IsSevere">Whether it counts as severe.</param>
/// <param name="IsRead">Whether the assessor read it.</param>
public sealed record MarkingFigures(Guid ReportId, DateOnly MadeOn, int Comparisons, int AgreementPermille, int SeverityPermille, bool IsSevere, bool IsRead)
{
    internal static MarkingFigures Of(MarkingReport r) => new(r.Id, r.MadeOn, r.Comparisons, r.AgreementPermille, r.SeverityPermille, r.IsSevere, r.ReadAt is not null);
}

internal sealed class GetMyStandardHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyStandardQuery, Result<MyStandard>>
{
    public async Task<Result<MyStandard>> Handle(GetMyStandardQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var standings = await db.StandingsAsync(me, cancellationToken);
        var rubricIds = standings.Select(s => s.RubricId).ToList();
        var titles = await db.Rubrics
            .Where(r => EF.Parameter(rubricIds).Contains(r.Id))
            .Select(r => new { r.Id, r.Title })
            .ToDictionaryAsync(r => r.Id, r => r.Title, cancellationToken);
        var seeds = await db.RubricSheets
            .Where(s => s.AuthorId == me && s.Role == SheetRole.Seed && s.SignedAt != null)
            .OrderByDescending(s => s.SignedAt)
            .Select(s => new { s.Id, s.RubricId, SignedAt = s.SignedAt!.Value })
            .ToListAsync(cancellationToken);
        var notes = await db.MarkingClearances
            .Where(c => c.AssessorId == me)
            .OrderBy(c => c.GivenAt)
            .Select(c => new { c.RubricId, c.Note })
            .ToListAsync(cancellationToken);
        var report = await db.MarkingReports.AsNoTracking().Where(r => r.AssessorId == me).OrderByDescending(r => r.MadeOn).FirstOrDefaultAsync(cancellationToken);
        return new MyStandard(
            [
                .. standings.Select(s => new RubricStanding(
                    titles[s.RubricId],
                    s.Hits,
                    s.Needed,
                    s.IsPaused,
                    s.MayMark,
                    notes.LastOrDefault(n => n.RubricId == s.RubricId)?.Note,
                    [.. s.Examples.Select(e => new ExampleToMark(e.ExampleId, e.SheetId, e.IsWithin))],
                    [.. seeds.Where(x => x.RubricId == s.RubricId).Select(x => new SignedSeed(x.Id, x.SignedAt))])),
            ],
            await CriteriaAsync(me, cancellationToken),
            report is null ? null : MarkingFigures.Of(report));
    }

    private async Task<IReadOnlyList<CriterionAgreement>> CriteriaAsync(Guid me, CancellationToken cancellationToken)
    {
        var pairs = await db.ComparedMarks(me, Clock.BeginOf(time.Today().AddYears(-1)))
            .GroupBy(p => new { p.CriterionId, p.Own, p.Reference })
            .Select(g => new { g.Key.CriterionId, g.Key.Own, g.Key.Reference, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var ids = pairs.Select(p => p.CriterionId).Distinct().ToList();
        var titles = await db.Rubrics
            .SelectMany(r => r.Criteria)
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .Select(c => new { c.Id, c.Title })
            .ToDictionaryAsync(c => c.Id, c => c.Title, cancellationToken);
        return
        [
            .. pairs.GroupBy(p => p.CriterionId)
                .Select(of => new CriterionAgreement(
                    titles[of.Key],
                    of.Sum(p => p.Count),
                    of.Where(p => p.Own == p.Reference).Sum(p => p.Count),
                    of.Sum(p => (p.Reference - p.Own) * p.Count)))
                .OrderByDescending(c => Math.Abs((decimal)c.Steps / c.Comparisons))
                .ThenByDescending(c => c.Comparisons),
        ];
    }
}
