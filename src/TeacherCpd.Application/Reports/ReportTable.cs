using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Reports;

/// <summary>What stands in a column.</summary>
public enum ColumnKind
{
    /// <summary>A number of people or things, counted.</summary>
    Count,

    /// <summary>A number whose sum means nothing, such as people who may stand in several rows.</summary>
    CountApart,

    /// <summary>One count of a row as a share of another one of the same row.</summary>
    ShareOfRow,

    /// <summary>A count as a share of its sum over all rows.</summary>
    ShareOfAll,

    /// <summary>A count as a share of its sum over the rows whose first name is the same.</summary>
    ShareOfGroup,

    /// <summary>What a document asks for, in tenths of a per cent; none where it names nothing.</summary>
    Target,
}

/// <summary>A column of a report.</summary>
/// <param name="Key">Stable name, in files of programs; its heading is a text.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Part">Of a share: the column that is the part.</param>
/// <param name="Whole">Of a share of the row: the column that is the whole.</param>
public sealed record ReportColumn(string Key, ColumnKind Kind, string Part = "", string Whole = "")
{
    /// <summary>Whether a part and a whole stand behind the figure.</summary>
    public bool IsShare => Kind is ColumnKind.ShareOfRow or ColumnKind.ShareOfAll or ColumnKind.ShareOfGroup;

    /// <summary>The heading in the three languages.</summary>
    public LocalizedText Heading => TextCatalogue.Has($"reports.column.{Key}") ? TextCatalogue.Raw($"reports.column.{Key}") : new(Key, Key, Key);
}

/// <summary>What a row is about.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Text">Name in the three languages.</param>
public sealed record ReportName(string Code, LocalizedText Text)
{
    /// <summary>A name that is a text of the product.</summary>
    public static ReportName Of(string code, string textKey) => new(code, TextCatalogue.Raw(textKey));

    /// <summary>A kind or state.</summary>
    public static ReportName Of<T>(T value)
        where T : struct, Enum => Of(value.ToString(), $"enum.{typeof(T).Name}.{value}");

    /// <summary>A year.</summary>
    public static ReportName Of(int year)
    {
        var digits = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(digits, new LocalizedText(digits, digits, digits));
    }
}

/// <summary>A row of a report.</summary>
/// <param name="Names">As many names as the table has name columns.</param>
/// <param name="Counts">Counts and targets by the key of their column; a missing one is no data, which is not zero.</param>
public sealed record ReportRow(IReadOnlyList<ReportName> Names, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>A row with one name.</summary>
    public static ReportRow Of(ReportName name, params (string Key, int? Count)[] counts) => Of([name], counts);

    /// <summary>A row with several names.</summary>
    public static ReportRow Of(IReadOnlyList<ReportName> names, params (string Key, int? Count)[] counts) =>
        new(names, counts.Where(c => c.Count is not null).ToDictionary(c => c.Key, c => c.Count!.Value));
}

/// <summary>A figure.</summary>
/// <param name="Value">Count; of a share the part; of a target tenths of a per cent. Null for no data.</param>
/// <param name="Whole">Of a share the whole.</param>
public readonly record struct ReportCell(int? Value, int? Whole)
{
    /// <summary>The share in tenths of a per cent by the one rule of rounding; null without a whole.</summary>
    public int? PerMille => Value is { } part && Whole is > 0 and { } whole ? Rounded.PerMille(part, whole) : null;
}

/// <summary>
/// A report: rows of counts. Shares and sums are not part of what a report reads: they are computed here, for the page and for every file
/// alike, and keep the numbers they come from.
/// </summary>
/// <param name="Names">Keys of the columns of names.</param>
/// <param name="Columns">Columns of figures.</param>
/// <param name="Rows">Rows.</param>
public sealed record ReportTable(IReadOnlyList<string> Names, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>Whether the rows add up to something.</summary>
    public bool HasSum { get; init; } = true;

    /// <summary>The figure of a row.</summary>
    public ReportCell Cell(ReportRow row, ReportColumn column) => column.Kind switch
    {
        ColumnKind.ShareOfRow => new(Count(row, column.Part), Count(row, column.Whole)),
        ColumnKind.ShareOfAll => new(Count(row, column.Part), Add(Rows, column.Part)),
        ColumnKind.ShareOfGroup => new(Count(row, column.Part), Add(Rows.Where(r => r.Names[0].Code == row.Names[0].Code), column.Part)),
        ColumnKind.Count or ColumnKind.CountApart or ColumnKind.Target => new(Count(row, column.Key), null),
    };

    /// <summary>The figure of all rows together; empty where there is none.</summary>
    public ReportCell Sum(ReportColumn column) => column.Kind switch
    {
        ColumnKind.Count => new(Add(Rows, column.Key), null),
        ColumnKind.ShareOfRow => new(AddOf(column.Part), AddOf(column.Whole)),
        ColumnKind.ShareOfAll => new(Add(Rows, column.Part), Add(Rows, column.Part)),
        ColumnKind.CountApart or ColumnKind.ShareOfGroup or ColumnKind.Target => default,
    };

    private static int? Count(ReportRow row, string key) => row.Counts.TryGetValue(key, out var count) ? count : null;

    private static int Add(IEnumerable<ReportRow> rows, string key) => rows.Sum(r => r.Counts.GetValueOrDefault(key));

    private int? AddOf(string key) => Columns.Any(c => c.Key == key && c.Kind == ColumnKind.CountApart) ? null : Add(Rows, key);
}
