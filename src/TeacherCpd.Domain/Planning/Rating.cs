using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Planning;

/// <summary>
/// A version of the rubric of a rating: blocks of criteria and bands of size. A year with other blocks or other points has another version, and
/// ratings of two versions are not compared (Karaganda 2013, lines 793-794: new positions raised the points of every school).
/// </summary>
public sealed class RatingRubric : Aggregate
{
    /// <summary>Longest title and name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Longest list of criteria of a block, in characters.</summary>
    public const int CriteriaLength = 2000;

    /// <summary>Most blocks.</summary>
    public const int MostBlocks = 20;

    /// <summary>Most bands.</summary>
    public const int MostBands = 12;

    private readonly List<RatingBlock> blocks = [];
    private readonly List<RatingBand> bands = [];

    private RatingRubric()
    {
    }

    /// <summary>Who rates by it; whoever rates for that organisation keeps it.</summary>
    public Guid OrganisationId { get; private init; }

    /// <summary>Title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>Kind of organisations that are rated together, in words: schools are not rated with nurseries.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>First year of the school year from which it holds.</summary>
    public int FromYear { get; private init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>Blocks.</summary>
    public IReadOnlyCollection<RatingBlock> Blocks => blocks;

    /// <summary>Bands of size.</summary>
    public IReadOnlyCollection<RatingBand> Bands => bands;

    /// <summary>Makes a version. It is frozen: what changes is another version.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="organisationId">Who rates by it.</param>
    /// <param name="title">Title.</param>
    /// <param name="kind">Kind of organisations.</param>
    /// <param name="fromYear">First year from which it holds.</param>
    /// <param name="blockNames">Names of the blocks, each with its criteria; at least one, none twice.</param>
    /// <param name="sizes">Bands of size; they are kept as they are printed, also where they overlap.</param>
    /// <param name="at">Now (UTC).</param>
    public static Result<RatingRubric> Make(
        Guid id, Guid organisationId, string title, string kind, int fromYear, IReadOnlyList<(string Name, string Criteria)> blockNames, IReadOnlyList<SizeBand> sizes, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(blockNames);
        ArgumentNullException.ThrowIfNull(sizes);
        if (blockNames.Count is 0 or > MostBlocks || blockNames.Select(b => PlanItem.KeyOf(b.Name)).Distinct().Count() < blockNames.Count)
        {
            return new BlocksWrong(MostBlocks);
        }

        var rubric = new RatingRubric { Id = id, OrganisationId = organisationId, Title = title, Kind = kind, FromYear = fromYear, MadeAt = at };
        rubric.blocks.AddRange(blockNames.Select((b, i) => new RatingBlock { RubricId = id, Position = i + 1, Name = b.Name, Criteria = b.Criteria }));
        rubric.bands.AddRange(sizes.Select((s, i) => new RatingBand { RubricId = id, Position = i + 1, From = s.From, To = s.To }));
        return rubric;
    }
}

/// <summary>A block of criteria.</summary>
public sealed class RatingBlock : Entity
{
    /// <summary>Rubric.</summary>
    public Guid RubricId { get; init; }

    /// <summary>Place, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its criteria, one a line; may be empty where only the sum of the block is known.</summary>
    public string Criteria { get; init; } = "";
}

/// <summary>A band of size, by learners.</summary>
public sealed class RatingBand : Entity
{
    /// <summary>Rubric.</summary>
    public Guid RubricId { get; init; }

    /// <summary>Place, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Fewest learners; null for no limit.</summary>
    public int? From { get; init; }

    /// <summary>Most learners; null for no limit.</summary>
    public int? To { get; init; }

    /// <summary>The band itself.</summary>
    public SizeBand Size => new(From, To);
}

/// <summary>A band of size; both limits belong to it.</summary>
/// <param name="From">Fewest learners; null for no limit.</param>
/// <param name="To">Most learners; null for no limit.</param>
public readonly record struct SizeBand(int? From, int? To)
{
    /// <summary>Whether so many learners belong to it.</summary>
    public bool Contains(int learners) => (From is null || learners >= From) && (To is null || learners <= To);

    /// <summary>As it is printed: 300–600, up to 150, from 1200.</summary>
    public override string ToString() => (From, To) switch
    {
        (null, null) => "0–∞",
        (null, { } to) => FormattableString.Invariant($"≤ {to}"),
        ({ } from, null) => FormattableString.Invariant($"≥ {from}"),
        ({ } from, { } to) => FormattableString.Invariant($"{from}–{to}"),
    };
}

/// <summary>Numbers of learners that belong to two bands, or to none.</summary>
/// <param name="IsOverlap">Two bands; otherwise none.</param>
/// <param name="From">First number.</param>
/// <param name="To">Last number; null: every larger one.</param>
public sealed record BandFault(bool IsOverlap, int From, int? To);

/// <summary>How places are given.</summary>
public static class RatingRules
{
    /// <summary>Numbers of learners that belong to two bands ("600-900" and "300-600" share 600) or to none ("150-300", "over 330").</summary>
    public static IReadOnlyList<BandFault> Check(IEnumerable<SizeBand> bands)
    {
        var faults = new List<BandFault>();
        var next = 0;
        foreach (var band in bands.OrderBy(b => b.From ?? 0).ThenBy(b => b.To ?? int.MaxValue))
        {
            var from = band.From ?? 0;
            if (from > next)
            {
                faults.Add(new BandFault(false, next, from - 1));
            }
            else if (from < next)
            {
                faults.Add(new BandFault(true, from, next == int.MaxValue ? band.To : Math.Min(next - 1, band.To ?? int.MaxValue)));
            }

            next = band.To is { } to ? Math.Max(next, to + 1) : int.MaxValue;
        }

        if (next != int.MaxValue && next > 0)
        {
            faults.Add(new BandFault(false, next, null));
        }

        return faults;
    }

    /// <summary>The sum of points in tenths: plain, without weights and cap; what is blank adds nothing and is not zero.</summary>
    public static int Sum(IEnumerable<int?> tenths) => tenths.Sum(t => t ?? 0);

    /// <summary>Places by points, the most first. Equal points share a place and the next ones are left out: 1, 2, 2, 4.</summary>
    public static IReadOnlyDictionary<Guid, int> Places(IEnumerable<(Guid Id, int Tenths)> rows)
    {
        var sorted = rows.OrderByDescending(r => r.Tenths).ToList();
        var places = new Dictionary<Guid, int>();
        for (var i = 0; i < sorted.Count; i++)
        {
            places[sorted[i].Id] = i > 0 && sorted[i].Tenths == sorted[i - 1].Tenths ? places[sorted[i - 1].Id] : i + 1;
        }

        return places;
    }

    /// <summary>Points of a cell in tenths: one decimal after a comma or a point, negative ones too; null for a blank cell.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="tenths">The points; null for blank.</param>
    public static bool TryRead(string text, out int? tenths)
    {
        tenths = null;
        var clean = new string([.. Groups.Lists.ListText.Clean(text).Where(c => !char.IsWhiteSpace(c))]).Replace(',', '.').Replace('−', '-').Replace('–', '-').Replace('—', '-');
        if (clean is "" or "-")
        {
            return true;
        }

        if (!decimal.TryParse(clean, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var points)
            || Math.Abs(points) > 100_000 || points * 10 != decimal.Truncate(points * 10))
        {
            return false;
        }

        tenths = (int)(points * 10);
        return true;
    }
}
