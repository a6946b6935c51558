using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Application.Assessment.Examples;

/// <summary>How an assessor stands with a rubric that has examples.</summary>
/// <param name="AssessorId">Assessor.</param>
/// <param name="RubricId">Rubric.</param>
/// <param name="Examples">Examples that the assessor may mark or has marked, in the order in which they were put in use.</param>
/// <param name="Seeds">Seeds signed since a moderator last cleared the assessor, the newest first: whether each was within its tolerance.</param>
/// <param name="ClearedAt">When a moderator last cleared the assessor (UTC); null where none did.</param>
internal sealed record Standing(Guid AssessorId, Guid RubricId, IReadOnlyList<PracticeExample> Examples, IReadOnlyList<bool> Seeds, DateTime? ClearedAt)
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
    public static async Task<IReadOnlyList<Standing>> StandingsAsync(this IAppDbContext db, Guid assessorId, CancellationToken cancellationToken) =>
        await db.StandingsAsync(
            db.RubricSheets.Where(s => s.AuthorId == assessorId),
            (await db.ExamplesFor(assessorId).ToListAsync(cancellationToken)).ConvertAll(e => (assessorId, e)),
            cancellationToken);

    /// <summary>How all assessors stand by the examples that they marked; those that still lie before them are left out.</summary>
    public static Task<IReadOnlyList<Standing>> StandingsByMarkedAsync(this IAppDbContext db, CancellationToken cancellationToken) =>
        db.StandingsAsync(db.RubricSheets.Where(s => s.SignedAt != null), [], cancellationToken);

    private static async Task<IReadOnlyList<Standing>> StandingsAsync(
        this IAppDbContext db, IQueryable<RubricSheet> of, List<(Guid AssessorId, ExamplePortfolio Example)> open, CancellationToken cancellationToken)
    {
        var sheets = await of
            .AsNoTracking()
            .Include(s => s.Marks)
            .Where(s => s.ReturnedAt == null && SheetRoles.ByExample.Contains(s.Role))
            .ToListAsync(cancellationToken);
        if (sheets.Count == 0 && open.Count == 0)
        {
            return [];
        }

        var versions = sheets.Select(s => s.PortfolioVersionId).Distinct().ToList();
        var marked = await db.ExamplePortfolios
            .Where(e => e.Status != ExampleStatus.Draft && EF.Parameter(versions).Contains(e.PortfolioVersionId))
            .ToListAsync(cancellationToken);
        var agreedIds = marked.Select(e => e.AgreedSheetId).ToList();
        var agreed = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .Where(s => EF.Parameter(agreedIds).Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.Marks, cancellationToken);
        var assessors = sheets.Select(s => s.AuthorId).Concat(open.Select(o => o.AssessorId)).Distinct().ToList();
        var clearances = await db.MarkingClearances
            .Where(c => EF.Parameter(assessors).Contains(c.AssessorId))
            .GroupBy(c => new { c.AssessorId, c.RubricId })
            .Select(g => new { g.Key.AssessorId, g.Key.RubricId, At = g.Max(c => c.GivenAt) })
            .ToListAsync(cancellationToken);
        return
        [
            .. sheets
                .Join(marked, s => s.PortfolioVersionId, e => e.PortfolioVersionId, (sheet, example) => (sheet.AuthorId, Example: example, Sheet: (RubricSheet?)sheet))
                .Concat(open
                    .Where(o => !sheets.Exists(s => s.AuthorId == o.AssessorId && s.PortfolioVersionId == o.Example.PortfolioVersionId))
                    .Select(o => (AuthorId: o.AssessorId, o.Example, Sheet: (RubricSheet?)null)))
                .GroupBy(x => (x.AuthorId, x.Example.RubricId))
                .Select(same =>
                {
                    var cleared = clearances.Find(c => c.AssessorId == same.Key.AuthorId && c.RubricId == same.Key.RubricId)?.At;
                    return new Standing(
                        same.Key.AuthorId,
                        same.Key.RubricId,
                        [
                            .. same.Where(x => x.Example.Use == ExampleUse.Calibration).OrderBy(x => x.Example.StatusSince).ThenBy(x => x.Example.Id)
                                .Select(x => new PracticeExample(x.Example.Id, x.Sheet?.Id, IsWithin(x.Example, x.Sheet))),
                        ],
                        [
                            .. same.Where(x => x.Example.Use == ExampleUse.Seed && x.Sheet is { SignedAt: { } at } && !(at <= cleared))
                                .OrderByDescending(x => x.Sheet!.SignedAt)
                                .Select(x => IsWithin(x.Example, x.Sheet)!.Value),
                        ],
                        cleared);
                }),
        ];

        bool? IsWithin(ExamplePortfolio example, RubricSheet? sheet) => sheet is { SignedAt: not null }
            ? SheetComparison.Of(sheet.Marks, agreed[example.AgreedSheetId]).IsWithin(example.Tolerance)
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
