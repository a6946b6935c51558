using System.Globalization;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Planning;

/// <summary>A rating of organisations for a school year by a version of a rubric.</summary>
public sealed class Rating : Aggregate
{
    /// <summary>Most organisations.</summary>
    public const int MostRows = 1000;

    private readonly List<RatingRow> rows = [];

    private Rating()
    {
    }

    /// <summary>Version of the rubric.</summary>
    public Guid RubricId { get; private init; }

    /// <summary>Year in which the school year begins.</summary>
    public int Year { get; private init; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTime BegunAt { get; private init; }

    /// <summary>Organisations with their points.</summary>
    public IReadOnlyCollection<RatingRow> Rows => rows;

    /// <summary>Begins a rating.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="rubric">Version of the rubric.</param>
    /// <param name="year">Year in which the school year begins; not before the version holds.</param>
    /// <param name="at">Now (UTC).</param>
    public static Result<Rating> Begin(Guid id, RatingRubric rubric, int year, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        return year < rubric.FromYear ? new YearBeforeRubric(rubric.FromYear) : new Rating { Id = id, RubricId = rubric.Id, Year = year, BegunAt = at };
    }

    /// <summary>Writes the points of an organisation; those written before under the same name, its spelling folded, are replaced.</summary>
    /// <param name="row">The organisation as it is stated.</param>
    /// <param name="blocks">Blocks of the rubric, in their order: as many as the row has points.</param>
    public Error? Write(StatedRating row, IReadOnlyList<RatingBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(blocks);
        var key = PlanItem.KeyOf(row.Name);
        if (rows.Find(r => r.Key == key) is { } known)
        {
            known.Take(row, blocks);
            return null;
        }

        if (rows.Count == MostRows)
        {
            return new RatingFull(MostRows);
        }

        rows.Add(RatingRow.Of(Id, key, row, blocks));
        return null;
    }
}

/// <summary>An organisation as a table states it.</summary>
/// <param name="Name">Name as it is written.</param>
/// <param name="Learners">Number of learners; null where the table has none.</param>
/// <param name="Tenths">Points of each block in tenths, in the order of the blocks; null for blank.</param>
/// <param name="StatedTenths">The total as it is stated; null where there is none.</param>
public sealed record StatedRating(string Name, int? Learners, IReadOnlyList<int?> Tenths, int? StatedTenths);

/// <summary>An organisation of a rating.</summary>
public sealed class RatingRow : Entity
{
    private readonly List<RatingPoint> points = [];

    /// <summary>Rating.</summary>
    public Guid RatingId { get; init; }

    /// <summary>The name with its spelling folded.</summary>
    public string Key { get; init; } = "";

    /// <summary>Name as it is written.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number of learners; null where it is not known.</summary>
    public int? Learners { get; private set; }

    /// <summary>The total as it is stated, in tenths; null where there is none. It is kept beside the sum and never put in its place.</summary>
    public int? StatedTenths { get; private set; }

    /// <summary>Points; a block without one is blank.</summary>
    public IReadOnlyCollection<RatingPoint> Points => points;

    internal static RatingRow Of(Guid ratingId, string key, StatedRating stated, IReadOnlyList<RatingBlock> blocks)
    {
        var row = new RatingRow { RatingId = ratingId, Key = key };
        row.Take(stated, blocks);
        return row;
    }

    internal void Take(StatedRating stated, IReadOnlyList<RatingBlock> blocks)
    {
        (Name, Learners, StatedTenths) = (stated.Name, stated.Learners, stated.StatedTenths);
        foreach (var (block, tenths) in blocks.Zip(stated.Tenths))
        {
            var known = points.Find(p => p.BlockId == block.Id);
            if (tenths is not { } value)
            {
                points.Remove(known!);
            }
            else if (known is null)
            {
                points.Add(new RatingPoint { RowId = Id, BlockId = block.Id, Tenths = value });
            }
            else
            {
                known.Is(value);
            }
        }
    }
}

/// <summary>Points of an organisation in a block.</summary>
public sealed class RatingPoint : Entity
{
    /// <summary>Organisation of the rating.</summary>
    public Guid RowId { get; init; }

    /// <summary>Block.</summary>
    public Guid BlockId { get; init; }

    /// <summary>Points in tenths; negative ones are legal, and there is no cap.</summary>
    public int Tenths { get; set; }

    internal void Is(int tenths) => Tenths = tenths;
}

/// <summary>A cell or column of a file that was not understood.</summary>
/// <param name="Row">Row of the file; 0 for the headings.</param>
/// <param name="Words">The words.</param>
public sealed record RatingFileFault(int Row, string Words);

/// <summary>A file with a rating: columns are known by the names of the blocks, in any order.</summary>
public sealed class RatingSheet
{
    private static readonly string[] Names = Keys("атау", "ұйым", "мектеп", "мекеме", "білім беру", "наименован", "организац", "школ", "name");
    private static readonly string[] Learners = Keys("оқушы сан", "оқушылар сан", "бала сан", "балалар сан", "контингент", "количество уч", "учащи", "learners");
    private static readonly string[] Totals = Keys("барлығ", "жалпы ұпай", "жиынтығ", "жалпы балл", "қорытынды", "итог", "всего", "сумма", "total");

    private RatingSheet(IReadOnlyList<StatedRating> rows, IReadOnlyList<RatingFileFault> faults) => (Rows, Faults) = (rows, faults);

    /// <summary>The organisations.</summary>
    public IReadOnlyList<StatedRating> Rows { get; }

    /// <summary>What was not understood; such a row is left out as a whole.</summary>
    public IReadOnlyList<RatingFileFault> Faults { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="blocks">Blocks of the rubric, in their order.</param>
    public static Result<RatingSheet> Read(IReadOnlyList<PlanSheetRow> rows, IReadOnlyList<RatingBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(blocks);
        var head = rows.Select((row, i) => (Row: row, Index: i)).Take(20).FirstOrDefault(r => Column(r.Row, Names) >= 0 && blocks.Any(b => Block(r.Row, b) >= 0));
        if (head.Row is null)
        {
            return new RatingWithoutHeadings();
        }

        var (name, learners, total) = (Column(head.Row, Names), Column(head.Row, Learners), Column(head.Row, Totals));
        var places = blocks.Select(b => Block(head.Row, b)).ToList();
        var (read, faults) = (new List<StatedRating>(), new List<RatingFileFault>());
        faults.AddRange(head.Row.Cells.Select((cell, i) => (cell, i))
            .Where(c => ListText.Clean(c.cell).Length > 0 && c.i != name && c.i != learners && c.i != total && !places.Contains(c.i) && !ListText.Clean(c.cell).StartsWith('№'))
            .Select(c => new RatingFileFault(head.Row.Row, ListText.Clean(c.cell))));
        foreach (var row in rows.Skip(head.Index + 1))
        {
            var title = ListText.Clean(Cell(row, name));
            if (title.Length == 0 || row.Cells.Count(c => ListText.Clean(c).Length > 0) < 2)
            {
                continue;
            }

            var bad = places.Append(total).Where(at => at >= 0).Select(at => Cell(row, at)).FirstOrDefault(c => !RatingRules.TryRead(c, out _));
            if (bad is not null || title.Length > RatingRubric.NameLength)
            {
                faults.Add(new RatingFileFault(row.Row, bad ?? title));
                continue;
            }

            read.Add(new StatedRating(
                title,
                int.TryParse(ListText.Clean(Cell(row, learners)), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null,
                [.. places.Select(at => Tenths(Cell(row, at)))],
                Tenths(Cell(row, total))));
        }

        return new RatingSheet(read, faults);
    }

    private static int? Tenths(string cell) => RatingRules.TryRead(cell, out var tenths) ? tenths : null;

    private static string Cell(PlanSheetRow row, int at) => at >= 0 && at < row.Cells.Count ? row.Cells[at] : "";

    private static int Column(PlanSheetRow row, string[] words) =>
        row.Cells.Select((cell, i) => (Key: $" {ListText.Key(cell)}", Index: i)).Where(c => Array.Exists(words, w => c.Key.Contains($" {w}", StringComparison.Ordinal))).Select(c => c.Index).DefaultIfEmpty(-1).First();

    // "4. Әдістемелік жұмыс" is the block of that name
    private static int Block(PlanSheetRow row, RatingBlock block) =>
        row.Cells.Select((cell, i) => (Key: ListText.Key(cell).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '), Index: i))
            .Where(c => c.Key.Length > 0 && c.Key == ListText.Key(block.Name).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '))
            .Select(c => c.Index).DefaultIfEmpty(-1).First();

    private static string[] Keys(params string[] words) => [.. words.Select(ListText.Key)];
}

/// <summary>Blocks of a rubric have names, each once.</summary>
/// <param name="Most">Most blocks.</param>
public sealed record BlocksWrong(int Most) : Error("blocks_wrong", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Most];

    /// <inheritdoc/>
    public override string Field => "Blocks";
}

/// <summary>The rubric does not hold in that year yet.</summary>
/// <param name="From">Year from which it holds.</param>
public sealed record YearBeforeRubric(int From) : Error("year_before_rubric", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [From];

    /// <inheritdoc/>
    public override string Field => "Year";
}

/// <summary>The rating has as many organisations as are taken.</summary>
/// <param name="Most">How many.</param>
public sealed record RatingFull(int Most) : Error("rating_full", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Most];
}

/// <summary>No row of the file names organisations and a block.</summary>
public sealed record RatingWithoutHeadings() : Error("rating_without_headings", ErrorKind.Invalid);

/// <summary>Ratings of two versions of a rubric are not compared: their points mean different things.</summary>
public sealed record RatingsOfTwoRubrics() : Error("ratings_of_two_rubrics", ErrorKind.Conflict);
