using System.Globalization;
using System.Text;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Reports;

/// <summary>What is wrong with a table of somebody else's.</summary>
public enum FindingKind
{
    /// <summary>What is stated differs from what the other cells give.</summary>
    Differs,

    /// <summary>A share is more than the whole.</summary>
    ShareAboveWhole,

    /// <summary>A part is more than its whole.</summary>
    PartAboveWhole,

    /// <summary>Among numbers there are words.</summary>
    NoNumber,

    /// <summary>Two rows have the same name, written alike or in two alphabets.</summary>
    SameRow,

    /// <summary>A row is called a sum and is not marked as one: it is neither counted nor compared.</summary>
    UnmarkedTotal,
}

/// <summary>Something that was found in a table.</summary>
/// <param name="Kind">What.</param>
/// <param name="Row">Name of the row.</param>
/// <param name="Column">Name of the column; empty where the whole row is meant.</param>
/// <param name="Stated">What is stated, as text; empty where nothing is.</param>
/// <param name="Computed">What the other cells give; empty where nothing is computed.</param>
public sealed record AggregateFinding(FindingKind Kind, string Row, string Column, string Stated, string Computed)
{
    /// <summary>Whether a figure is wrong, and not only its name in doubt.</summary>
    public bool IsFault => Kind is not (FindingKind.SameRow or FindingKind.UnmarkedTotal);
}

/// <summary>
/// A table of other people: dimensions and numbers as people write them. What it states is kept, what follows from its other cells is computed
/// beside it, and where the two differ both are told.
/// <list type="bullet">
/// <item>A row that is called <c>total</c> states the sums of the columns.</item>
/// <item>A column that is called <c>total</c> states the whole of each row: no part is above it, and where the parts are said to add up
/// (<c>total =</c>) their sum is compared.</item>
/// <item>A column of the name of another one with a per cent sign states its share of the whole.</item>
/// </list>
/// Shares are rounded half up to one decimal. What is stated with fewer decimals, or cut off instead of rounded, differs by a tenth at most and is
/// not told (Kostanay, section 1.2: the districts do both).
/// </summary>
public sealed class AggregateTable
{
    private const string Total = "total";
    private const decimal SumTolerance = 0.05m;
    private const decimal ShareTolerance = 0.1m;
    private const int WholeShare = 100;

    // how sums are called where nobody marked them
    private static readonly string[] Sums = ["итого", "всего", "барлығы", "жиыны", "қорытынды", "total"];

    private readonly List<string> columns;
    private readonly List<Row> rows;

    private AggregateTable(List<string> columns, List<Row> rows)
    {
        this.columns = columns;
        this.rows = rows;
    }

    /// <summary>Names of the columns of numbers, in order.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>Names of the rows, stated sums among them.</summary>
    public IReadOnlyList<string> Rows => rows.ConvertAll(r => r.Name);

    /// <summary>What stands in the cells of numbers, as it is written: a list a row, as many as there are columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cells => rows.ConvertAll(r => r.Cells);

    /// <summary>Reads a table; null where nothing in it is one: no headings, or no numbers below them.</summary>
    /// <param name="cells">Rows that are not empty, from the top: titles, headings, then the rows. The first column with numbers ends the dimensions.</param>
    public static AggregateTable? Read(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var first = Enumerable.Range(0, cells.Count).FirstOrDefault(i => cells[i].Skip(1).Any(IsNumber), -1);
        if (first < 1)
        {
            return null;
        }

        var below = cells.Skip(first).ToList();
        var width = below.Max(r => r.Count);
        var from = Enumerable.Range(1, width - 1).First(c => below.Any(r => c < r.Count && IsNumber(r[c])));
        var headings = Headings([.. cells.Take(first).Where(r => r.Count(c => c.Trim().Length > 0) > 1)], width);
        if (headings is null)
        {
            return null;
        }

        return new AggregateTable(
            [.. headings.Skip(from)],
            below.ConvertAll(r => new Row(
                string.Join(", ", r.Take(from).Select(OneSpace).Where(c => c.Length > 0)),
                [.. Enumerable.Range(from, width - from).Select(c => c < r.Count ? OneSpace(r[c]) : "")])));
    }

    /// <summary>What is wrong with it, from the top to the bottom; sums last.</summary>
    public IReadOnlyList<AggregateFinding> Check()
    {
        var findings = new List<AggregateFinding>();
        var counted = rows.Where(r => !IsCalled(r.Name, Total)).ToList();
        foreach (var unmarked in counted.Where(r => IsSum(r.Name)).ToList())
        {
            findings.Add(new AggregateFinding(FindingKind.UnmarkedTotal, unmarked.Name, "", "", ""));
            counted.Remove(unmarked);
        }

        foreach (var same in counted.GroupBy(r => ForgivingText.Fold(r.Name)).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            findings.Add(new AggregateFinding(FindingKind.SameRow, string.Join(" = ", same.Select(r => r.Name)), "", "", ""));
        }

        foreach (var row in rows)
        {
            CheckRow(row, findings);
        }

        foreach (var total in rows.Where(r => IsCalled(r.Name, Total)))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                // shares do not add up
                if (!IsShare(i) && !counted.Exists(r => r[i].IsPercent) && total[i] is { Kind: WrittenKind.Number } stated && counted.Sum(r => r[i].Value) is var sum && Math.Abs(stated.Value - sum) > SumTolerance)
                {
                    findings.Add(Differs(total.Name, i, stated.Value, sum));
                }
            }
        }

        return findings;
    }

    private static bool IsNumber(string cell) => WrittenNumber.Read(cell).Kind == WrittenKind.Number;

    private static bool IsCalled(string name, string what) => string.Equals(name.TrimEnd(':', '=', ' ').Trim(), what, StringComparison.OrdinalIgnoreCase);

    private static bool IsSum(string name) => Sums.Any(s => IsCalled(name, s) || name.StartsWith($"{s} ", StringComparison.OrdinalIgnoreCase));

    private static string OneSpace(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    // merged headings stand in their first cell; those above are put before those below
    private static List<string>? Headings(List<IReadOnlyList<string>> above, int width)
    {
        if (above.Count == 0)
        {
            return null;
        }

        var lines = new List<string[]>();
        foreach (var row in above)
        {
            var isLast = ReferenceEquals(row, above[^1]);
            var line = new string[width];
            for (var i = 0; i < width; i++)
            {
                var own = i < row.Count ? OneSpace(row[i]) : "";
                line[i] = own.Length > 0 || isLast || i == 0 ? own : line[i - 1];
            }

            lines.Add(line);
        }

        return [.. Enumerable.Range(0, width).Select(i =>
        {
            var name = string.Join(", ", lines.Select(l => l[i]).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal));
            return name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"column {i + 1}");
        })];
    }

    private static string Shown(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private void CheckRow(Row row, List<AggregateFinding> findings)
    {
        var whole = columns.FindIndex(c => IsCalled(c, Total));
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = row[i];
            if (cell.Kind == WrittenKind.Words)
            {
                findings.Add(new AggregateFinding(FindingKind.NoNumber, row.Name, columns[i], row.Cells[i], ""));
            }
            else if (cell.Kind != WrittenKind.Number)
            {
                continue;
            }
            else if (IsShare(i) || cell.IsPercent)
            {
                if (cell.Value > WholeShare)
                {
                    findings.Add(new AggregateFinding(FindingKind.ShareAboveWhole, row.Name, columns[i], Shown(cell.Value), ""));
                }
                else if (PartOf(i) is { } part && whole >= 0 && row[part].Kind == WrittenKind.Number && row[whole] is { Kind: WrittenKind.Number, Value: > 0 } base_
                    && decimal.Round(WholeShare * row[part].Value / base_.Value, 1, MidpointRounding.AwayFromZero) is var share && Math.Abs(share - cell.Value) > ShareTolerance)
                {
                    findings.Add(Differs(row.Name, i, cell.Value, share));
                }
            }
            else if (whole >= 0 && i != whole && !row.HasNegative && row[whole].Kind == WrittenKind.Number && cell.Value > row[whole].Value)
            {
                findings.Add(new AggregateFinding(FindingKind.PartAboveWhole, row.Name, columns[i], Shown(cell.Value), Shown(row[whole].Value)));
            }
        }

        if (whole >= 0 && columns[whole].TrimEnd().EndsWith('=') && row[whole].Kind == WrittenKind.Number)
        {
            var sum = Enumerable.Range(0, columns.Count).Where(i => i != whole && !IsShare(i)).Sum(i => row[i].Value);
            if (Math.Abs(sum - row[whole].Value) > SumTolerance)
            {
                findings.Add(Differs(row.Name, whole, row[whole].Value, sum));
            }
        }
    }

    private AggregateFinding Differs(string row, int column, decimal stated, decimal computed) =>
        new(FindingKind.Differs, row, columns[column], Shown(stated), Shown(computed));

    private bool IsShare(int column) => columns[column].Contains('%', StringComparison.Ordinal);

    // the column of numbers of which this one states the shares
    private int? PartOf(int column)
    {
        var name = NameOf(columns[column]);
        var part = columns.FindIndex(c => !c.Contains('%', StringComparison.Ordinal) && NameOf(c) == name);
        return part < 0 ? null : part;
    }

    private static string NameOf(string heading)
    {
        var name = new StringBuilder();
        foreach (var letter in ForgivingText.Fold(heading).Where(char.IsLetterOrDigit))
        {
            name.Append(letter);
        }

        return name.ToString();
    }

    private sealed class Row(string name, IReadOnlyList<string> cells)
    {
        private readonly WrittenNumber[] numbers = [.. cells.Select(WrittenNumber.Read)];

        public string Name { get; } = name;

        public IReadOnlyList<string> Cells { get; } = cells;

        // points may be taken away: then a part may be more than the whole
        public bool HasNegative => numbers.Any(n => n.Value < 0);

        public WrittenNumber this[int column] => numbers[column];
    }
}
