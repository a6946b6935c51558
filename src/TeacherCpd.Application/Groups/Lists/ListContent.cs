using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>A list as it is kept: of the columns only those that are known, so that nothing more about people is stored than is needed.</summary>
/// <param name="Columns">Columns that are known.</param>
/// <param name="Headings">Their headings as given.</param>
/// <param name="LeftOut">Headings of columns that are not known and were left out.</param>
/// <param name="Lines">Rows.</param>
public sealed record ListContent(
    IReadOnlyList<ListColumn> Columns, IReadOnlyList<string> Headings, IReadOnlyList<string> LeftOut, IReadOnlyList<ListLine> Lines)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The list as it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what was stored.</summary>
    public static ListContent Of(string json) => JsonSerializer.Deserialize<ListContent>(json, Options)!;

    /// <summary>What a row says in a column; empty where the list has none of it.</summary>
    public string Cell(ListLine line, ListColumn column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return line.Cells[i];
            }
        }

        return "";
    }

    /// <summary>Finds the headings and the rows of people below them.</summary>
    public static Result<ListContent> Of(ListTable table)
    {
        if (table.Rows.Count == 0)
        {
            return new ListEmpty();
        }

        var at = 0;
        IReadOnlyList<ListColumn?> found = [];
        for (; at < Math.Min(table.Rows.Count, IListFileReader.MostTitleRows); at++)
        {
            found = ListColumns.OfRow(table.Rows[at].Cells);
            if (found.Contains(ListColumn.Iin))
            {
                break;
            }
        }

        if (!found.Contains(ListColumn.Iin))
        {
            return new ListWithoutIinColumn();
        }

        var places = Enumerable.Range(0, found.Count).Where(i => found[i] is not null).ToList();
        var lines = table.Rows.Skip(at + 1)
            .Select(row => new ListLine(row.Number, [.. places.Select(i => i >= row.Cells.Count ? "" : Shifted(row.Cells[i], found[i], table.DayShift))], null))
            .Where(line => line.Cells.Any(cell => ListText.Clean(cell).Length > 0))
            .ToList();
        if (lines.Count == 0)
        {
            return new ListEmpty();
        }

        if (lines.Count > EnrolmentList.MostRows)
        {
            return new ListTooLong();
        }

        var headings = table.Rows[at].Cells;
        return new ListContent(
            [.. places.Select(i => found[i]!.Value)],
            [.. places.Select(i => headings[i])],
            [.. headings.Where((heading, i) => found[i] is null && ListText.Clean(heading).Length > 0)],
            lines);
    }

    private static string Shifted(string cell, ListColumn? column, int days) =>
        days != 0 && column == ListColumn.OrderDate && int.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var serial)
            ? (serial + days).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : cell;
}

/// <summary>A row of a list.</summary>
/// <param name="Number">Number of the row in the file, from 1.</param>
/// <param name="Cells">Cells of the known columns as given.</param>
/// <param name="Why">Why the row was not taken; null before an import.</param>
public sealed record ListLine(int Number, IReadOnlyList<string> Cells, LocalizedText? Why);
