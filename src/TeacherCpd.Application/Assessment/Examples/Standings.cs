using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>How an assessor stands with a rubric that has examples.</summary>
/// <param name="RubricId">Rubric.</param>
/// <param name="Examples">Examples that the assessor may mark or has marked, in the order in which they were put in use.</param>
/// <param name="Seeds">Seeds signed since a moderator last cleared the assessor, the newest first: whether each was within its tolerance.</param>
/// <param name="ClearedAt">When a moderator last cleared the assessor (UTC); null where none did.</param>
internal sealed record Standing(Guid RubricId, IReadOnlyList<PracticeExample> Examples, IReadOnlyList<bool> Seeds, DateTime? ClearedAt)
{
    /// <summary>Examples marked within their tolerance.</summary>
    public int Hits => Examples.Count(e => e.IsWithin == true);

    /// <summary>Examples that have to be.</summary>
    public int Needed => Math.Min(Calibration.Needed, Examples.Count);

    public bool IsCalibrated => ClearedAt is not null || Calibration.IsEnough(Hits, Examples.Count);

    public bool IsPaused => Calibration.IsPaused(Seeds);

    public bool MayMark => IsCalibrated && !IsPaused;
}

/// <summary>An example for calibration, to one assessor.</summary>
/// <param name="ExampleId">Example.</param>
/// <param name="SheetId">Own sheet; null while it is not begun.</param>
/// <param name="IsWithin">Whether the own sheet is within the tolerance; null while it is not signed.</param>
internal sealed record PracticeExample(Guid ExampleId, Guid? SheetId, bool? IsWithin);

/// <summary>What examples say of assessors, computed from the sheets whenever it is asked.</summary>
internal static class Standings
{
    /// <summary>Examples in use with which an assessor has nothing to do: neither with the person nor with the grade that was told.</summary>
    public static IQueryable<ExamplePortfolio> ExamplesFor(this IAppDbContext db, Guid assessorId) =>
        db.ExamplePortfolios.Where(e => e.Status == ExampleStatus.InUse
            && db.IndependentOf(assessorId).Any(p => p.Versions.Any(v => v.Id == e.PortfolioVersionId))
            && !db.RubricSheets.Any(s => s.PortfolioVersionId == e.PortfolioVersionId && s.AuthorId == assessorId && !SheetRoles.ByExample.Contains(s.Role)));

    /// <summary>How an assessor stands, a line for each rubric with examples that concern them.</summary>
    public static async Task<IReadOnlyList<Standing>> StandingsAsync(this IAppDbContext db, Guid assessorId, CancellationToken cancellationToken)
    {
        var sheets = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .Where(s => s.AuthorId == assessorId && s.ReturnedAt == null && SheetRoles.ByExample.Contains(s.Role))
            .ToListAsync(cancellationToken);
        var marked = sheets.Select(s => s.PortfolioVersionId).ToList();
        var examples = await db.ExamplesFor(assessorId)
            .Concat(db.ExamplePortfolios.Where(e => e.Status != ExampleStatus.Draft && EF.Parameter(marked).Contains(e.PortfolioVersionId)))
            .Distinct()
            .ToListAsync(cancellationToken);
        if (examples.Count == 0)
        {
            return [];
        }

        var agreedIds = examples.Where(e => marked.Contains(e.PortfolioVersionId)).Select(e => e.AgreedSheetId).ToList();
        var agreed = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .Where(s => EF.Parameter(agreedIds).Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        var cleared = await db.MarkingClearances
            .Where(c => c.AssessorId == assessorId)
            .GroupBy(c => c.RubricId)
            .Select(g => new { g.Key, At = g.Max(c => c.GivenAt) })
            .ToDictionaryAsync(g => g.Key, g => (DateTime?)g.At, cancellationToken);
        return [.. examples.GroupBy(e => e.RubricId).Select(of =>
        {
            var since = cleared.GetValueOrDefault(of.Key);
            return new Standing(
                of.Key,
                [
                    .. of.Where(e => e.Use == ExampleUse.Calibration).OrderBy(e => e.StatusSince).ThenBy(e => e.Id)
                        .Select(e => new PracticeExample(e.Id, SheetOf(e)?.Id, IsWithin(e))),
                ],
                [
                    .. of.Where(e => e.Use == ExampleUse.Seed && SheetOf(e) is { SignedAt: { } at } && !(at <= since))
                        .OrderByDescending(e => SheetOf(e)!.SignedAt)
                        .Select(e => IsWithin(e)!.Value),
                ],
                since);
        })];

        RubricSheet? SheetOf(ExamplePortfolio example) => sheets.Find(s => s.PortfolioVersionId == example.PortfolioVersionId);

        bool? IsWithin(ExamplePortfolio example) => SheetOf(example) is { SignedAt: not null } sheet
            ? SheetComparison.Of(sheet.Marks, agreed[example.AgreedSheetId].Marks).IsWithin(example.Tolerance)
            : null;
    }

    /// <summary>
    /// The seed that an assessor gets in place of the work that is next; null usually. Nobody sees when one comes: the beginning
    /// differs from assessor to assessor.
    /// </summary>
    public static async Task<ExamplePortfolio?> DueSeedAsync(this IAppDbContext db, WaitingWork work, Guid assessorId, CancellationToken cancellationToken)
    {
        var rubricId = await (
            from portfolio in db.Portfolios
            where portfolio.Id == work.PortfolioId
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join of in db.GroupPlans() on enrolment.GroupId equals of.GroupId
            select of.Plan.RubricId).SingleAsync(cancellationToken);
        var taken = await db.RubricSheets.CountAsync(s => s.AuthorId == assessorId && s.RubricId == rubricId && s.Role != SheetRole.Feedback, cancellationToken);
        return ModerationSample.Takes(taken, Calibration.SeedPercent, assessorId)
            ? await db.ExamplesFor(assessorId)
                .Where(e => e.Use == ExampleUse.Seed && e.RubricId == rubricId
                    && !db.RubricSheets.Any(s => s.PortfolioVersionId == e.PortfolioVersionId && s.AuthorId == assessorId))
                .OrderBy(e => e.StatusSince)
                .ThenBy(e => e.Id)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
    }

    /// <summary>Begins an assessor's sheet by an example.</summary>
    public static async Task<RubricSheet> BeginExampleAsync(
        this IAppDbContext db, Guid sheetId, ExamplePortfolio example, SheetRole role, Guid assessorId, DateTime at, CancellationToken cancellationToken) => new()
    {
        Id = sheetId,
        PortfolioVersionId = example.PortfolioVersionId,
        Role = role,
        Turn = await db.RubricSheets.CountAsync(s => s.PortfolioVersionId == example.PortfolioVersionId && s.Role == role, cancellationToken),
        RubricId = example.RubricId,
        AuthorId = assessorId,
        StartedAt = at,
    };
}
