using CsvHelper;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Groups;

/// <summary>
/// Text with separators: semicolon, comma or tab, in the letters that <see cref="PlainText"/> reads. What our own files keep
/// from being a formula by an apostrophe is read without it.
/// </summary>
internal static class CsvList
{
    private const string Separators = ";\t,";
    private const string Formula = "=+-@\t\r";
    private const string Said = "sep=";
    private const int LongestRow = 1 << 20;
    private const int LinesLookedAt = 30;
    private const int CharactersLookedAt = 32_000;

    public static ListTable Read(Stream file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var text = PlainText.Decode(bytes);
        var said = text.StartsWith(Said, StringComparison.OrdinalIgnoreCase) && text.Length > Said.Length;
        var separator = said ? text[Said.Length] : SeparatorOf(text);
        var table = new TableBuilder();
        using var reader = CsvReader.FromText(said ? text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : text, Options(separator));
        for (var number = said ? 2 : 1; reader.Read(); number++)
        {
            ct.ThrowIfCancellationRequested();
            table.Add(number, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, ListFileReader.MostColumns)).Select(i => Plain(reader.GetString(i)))]);
        }

        return new ListTable(table.Rows, 0);
    }

    /// <summary>The rows of a text that is too long to stand in memory, as they are asked for.</summary>
    /// <param name="open">Opens the text from its beginning.</param>
    /// <param name="ct">Stops the reading.</param>
    public static IEnumerable<ListTableRow> Stream(Func<TextReader> open, CancellationToken ct)
    {
        var start = new char[CharactersLookedAt];
        int read;
        using (var text = open())
        {
            read = text.ReadBlock(start, 0, start.Length);
        }

        var beginning = new string(start, 0, read);
        var said = beginning.StartsWith(Said, StringComparison.OrdinalIgnoreCase) && beginning.Length > Said.Length;
        using var whole = open();
        if (said)
        {
            whole.ReadLine();
        }

        using var reader = CsvReader.Create(whole, Options(said ? beginning[Said.Length] : SeparatorOf(beginning)), leaveOpen: false);
        for (var number = said ? 2 : 1; reader.Read(); number++)
        {
            ct.ThrowIfCancellationRequested();
            string[] cells = [.. Enumerable.Range(0, Math.Min(reader.FieldCount, ListFileReader.MostColumns)).Select(i => Plain(reader.GetString(i)))];
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                yield return new ListTableRow(number, cells);
            }
        }
    }

    private static CsvReaderOptions Options(char separator) => new()
    {
        MaxRecordSize = LongestRow,
        Separator = Separators.Contains(separator, StringComparison.Ordinal) ? separator : Separators[0],
        DetectSeparatorHint = false,
        HasHeader = false,
        SkipEmptyLines = false,
    };

    // the one that parts most lines alike: an address has commas too, but not in every line as many
    private static char SeparatorOf(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (lines.Count == LinesLookedAt)
            {
                break;
            }

            if (!line.IsWhiteSpace())
            {
                lines.Add(line.ToString());
            }
        }

        return Separators.MaxBy(separator => lines
            .Select(line => line.Count(c => c == separator))
            .Where(count => count > 0)
            .CountBy(count => count)
            .Select(count => count.Value)
            .DefaultIfEmpty()
            .Max());
    }

    private static string Plain(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && Formula.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
