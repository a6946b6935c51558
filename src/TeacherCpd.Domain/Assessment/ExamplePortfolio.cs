using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>What an example is for.</summary>
public enum ExampleUse
{
    /// <summary>Assessors mark it before they begin, and know that it is one.</summary>
    Calibration,

    /// <summary>It comes to assessors among other work, and they learn of it after signing.</summary>
    Seed,
}

/// <summary>Where an example is.</summary>
public enum ExampleStatus
{
    /// <summary>Its levels are being agreed on.</summary>
    Draft,

    /// <summary>Assessors get it.</summary>
    InUse,

    /// <summary>Nobody gets it any more; what was marked by it stands.</summary>
    Retired,
}

/// <summary>
/// A portfolio whose result was told long since, with levels on which moderators agreed: what an assessor's marking is compared with.
/// It belongs to one edition of a rubric, as levels do.
/// </summary>
public sealed class ExamplePortfolio : Aggregate
{
    /// <summary>Longest <see cref="AgreedWith"/>, in characters.</summary>
    public const int AgreedWithLength = 500;

    /// <summary>Largest <see cref="Tolerance"/>.</summary>
    public const int MostTolerance = 5;

    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<ExampleStatus> States = new(
        (ExampleStatus.Draft, [ExampleStatus.InUse, ExampleStatus.Retired]),
        (ExampleStatus.InUse, [ExampleStatus.Retired]));

    /// <summary>Version of the portfolio; an example once.</summary>
    public required Guid PortfolioVersionId { get; init; }

    /// <summary>Rubric.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>Sheet with the agreed levels and the words that explain them.</summary>
    public required Guid AgreedSheetId { get; init; }

    /// <summary>What it is for.</summary>
    public required ExampleUse Use { get; init; }

    /// <summary>Criteria in which an assessor may differ by a level, 0 to 5; by two levels in none.</summary>
    public required int Tolerance { get; init; }

    /// <summary>Where and with whom the levels were agreed on.</summary>
    public required string AgreedWith { get; init; }

    /// <summary>State.</summary>
    public ExampleStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Moves to the next state.</summary>
    /// <param name="to">State.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Move(ExampleStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            (Status, StatusSince) = (to, at);
        }

        return error;
    }
}

/// <summary>How the levels of one sheet stand to those of another, criterion by criterion.</summary>
/// <param name="Criteria">Criteria that both have.</param>
public sealed record SheetComparison(IReadOnlyList<LevelDifference> Criteria)
{
    /// <summary>Criteria in which they differ.</summary>
    public int Differing => Criteria.Count(c => c.Steps != 0);

    /// <summary>Compares the marks of a sheet with the agreed ones.</summary>
    public static SheetComparison Of(IEnumerable<RubricMark> own, IEnumerable<RubricMark> agreed) => new(
    [
        .. own.Where(m => m.Level is not null)
            .Join(agreed.Where(m => m.Level is not null), m => m.CriterionId, m => m.CriterionId, (mine, theirs) => new LevelDifference(mine.CriterionId, mine.Level!.Value, theirs.Level!.Value)),
    ]);

    /// <summary>Whether no more criteria differ than an example allows, and none by two levels.</summary>
    /// <param name="tolerance">Criteria that may differ by a level.</param>
    public bool IsWithin(int tolerance) => Differing <= tolerance && Criteria.All(c => Math.Abs(c.Steps) < 2);
}

/// <summary>One criterion in two sheets.</summary>
/// <param name="CriterionId">Criterion.</param>
/// <param name="Own">Level in the assessor's sheet.</param>
/// <param name="Reference">Level in the other.</param>
public sealed record LevelDifference(Guid CriterionId, Grade Own, Grade Reference)
{
    /// <summary>Levels by which the other is higher, -2 to 2: above zero where the assessor is severe.</summary>
    public int Steps => Reference - Own;
}

/// <summary>
/// Who may mark by a rubric: whoever marked its examples as agreed, and does not go wrong in several of the last seeds. The
/// sources name uniform understanding of criteria as an aim (2022 report, lines 3198 to 3214) and no figures; these are ours.
/// </summary>
public static class Calibration
{
    /// <summary>Examples that have to be marked within their tolerance; fewer where fewer are there.</summary>
    public const int Needed = 2;

    /// <summary>Last seeds that count.</summary>
    public const int SeedsCounted = 3;

    /// <summary>Missed seeds of those after which an assessor pauses.</summary>
    public const int MissesToPause = 2;

    /// <summary>Share of an assessor's work that is a seed while there are any, in per cent.</summary>
    public const int SeedPercent = 5;

    /// <summary>Whether enough examples were marked as agreed.</summary>
    /// <param name="hits">Examples marked within their tolerance.</param>
    /// <param name="available">Examples that the assessor may mark or has marked.</param>
    public static bool IsEnough(int hits, int available) => hits >= Math.Min(Needed, available);

    /// <summary>Whether the assessor pauses.</summary>
    /// <param name="seeds">Seeds since a moderator last cleared the assessor, the newest first: whether each was within its tolerance.</param>
    public static bool IsPaused(IEnumerable<bool> seeds) => seeds.Take(SeedsCounted).Count(isWithin => !isWithin) >= MissesToPause;
}

/// <summary>A moderator spoke with an assessor and lets them mark by a rubric: what was missed before does not count any more.</summary>
public sealed class MarkingClearance : Aggregate
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLength = 1000;

    /// <summary>Assessor.</summary>
    public required Guid AssessorId { get; init; }

    /// <summary>Rubric.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>Moderator.</summary>
    public required Guid GivenById { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime GivenAt { get; init; }

    /// <summary>What was talked about.</summary>
    public required string Note { get; init; }
}

/// <summary>
/// How an assessor's levels stood to those of others on the same work in the year before a day. The assessor sees it first;
/// moderators after that, or a week later.
/// </summary>
public sealed class MarkingReport : Aggregate
{
    /// <summary>Days for which only the assessor sees it.</summary>
    public const int DaysOfOwn = 7;

    /// <summary>Fewer compared criteria say nothing about severity.</summary>
    public const int LeastComparisons = 30;

    /// <summary>From this mean difference on an assessor counts as severe: a level in every fifth criterion, in thousandths of a level.</summary>
    public const int SevereFrom = 200;

    /// <summary>Assessor.</summary>
    public required Guid AssessorId { get; init; }

    /// <summary>Day; the figures are of the year before it.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>Criteria that somebody else marked too, each pair counted.</summary>
    public required int Comparisons { get; init; }

    /// <summary>Those with the same level.</summary>
    public required int Same { get; init; }

    /// <summary>Sum of the levels by which others were higher; below zero where they were lower.</summary>
    public required int Steps { get; init; }

    /// <summary>When the assessor read it (UTC); null before.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Share with the same level, of a thousand.</summary>
    public int AgreementPermille => Share(Same);

    /// <summary>Mean difference in thousandths of a level: above zero where the assessor is severe.</summary>
    public int SeverityPermille => Share(Steps);

    /// <summary>Whether the figures say that the assessor marks lower than others.</summary>
    public bool IsSevere => Comparisons >= LeastComparisons && SeverityPermille >= SevereFrom;

    /// <summary>Whether moderators see it.</summary>
    public bool IsShownToModerators(DateOnly today) => ReadAt is not null || MadeOn.AddDays(DaysOfOwn) <= today;

    /// <summary>The assessor read it.</summary>
    public void Read(DateTime at) => ReadAt ??= at;

    private int Share(int count) => Comparisons == 0 ? 0 : (int)Math.Round(1000m * count / Comparisons, MidpointRounding.AwayFromZero);
}
