using System.Globalization;
using System.Text.RegularExpressions;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Planning;

/// <summary>A row of a file with a plan.</summary>
/// <param name="Row">Number of the row in the file, from 1.</param>
/// <param name="Cells">Cells from the left.</param>
public sealed record PlanSheetRow(int Row, IReadOnlyList<string> Cells);

/// <summary>A line of a file that becomes an item.</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Facts">What it says.</param>
public sealed record PlanLine(int Row, PlanItemFacts Facts);

/// <summary>No row of the file says in which columns activity and deadline stand.</summary>
public sealed record PlanWithoutHeadings() : Error("plan_without_headings", ErrorKind.Invalid);

/// <summary>
/// A plan as a table of others: columns are known by their headings in Kazakh or Russian, in any order and however often the headings are
/// repeated; a row with words in one cell only is the title of a section. What is not understood is told, nothing is made up.
/// </summary>
public sealed partial class PlanSheet
{
    /// <summary>Most items of a file.</summary>
    public const int MostItems = 1000;

    private enum Column
    {
        Number,
        Title,
        Deadline,
        Responsible,
        Form,
    }

    // beginnings of the words of headings, by the column that they name
    private static readonly (Column Column, string[] Words)[] Headings =
    [
        (Column.Deadline, Keys("мерзім", "орындау мерзім", "өткізу мерзім", "срок", "дата", "уақыт", "когда")),
        (Column.Responsible, Keys("жауапты", "орындаушы", "ответствен", "исполнител")),
        (Column.Form, Keys("аяқтау", "аяқталу", "есеп беру нысан", "нысан", "форма", "завершен", "отчетн")),
        (Column.Title, Keys("мазмұн", "қызмет", "іс шара", "атау", "шара", "жұмыс", "содержан", "мероприят", "наименован", "тема", "работ")),
        (Column.Number, Keys("р с", "рс", "п п", "пп", "р н", "рет")),
    ];

    private PlanSheet(IReadOnlyList<PlanLine> lines, IReadOnlyList<PlanFinding> findings) => (Lines, Findings) = (lines, findings);

    /// <summary>The items, in the order of the file.</summary>
    public IReadOnlyList<PlanLine> Lines { get; }

    /// <summary>What is to be looked at.</summary>
    public IReadOnlyList<PlanFinding> Findings { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="year">Year of the plan.</param>
    public static Result<PlanSheet> Read(IEnumerable<PlanSheetRow> rows, PlanYear year)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (lines, findings) = (new List<PlanLine>(), new List<PlanFinding>());
        Column?[]? columns = null;
        var section = "";
        foreach (var row in rows)
        {
            var filled = row.Cells.Where(c => ListText.Clean(c).Length > 0).ToList();
            if (filled.Count == 0)
            {
                continue;
            }

            if (ColumnsOf(row.Cells) is { } named)
            {
                columns = named;
            }
            else if (filled.Select(ListText.Clean).Distinct().Count() == 1 && IsTitle(row, columns))
            {
                if (YearsOf(filled[0]).Where(y => y != year.First.Year && y != year.Last.Year).FirstOrDefault() is > 0 and var other && YearsOf(filled[0]).All(y => y == other))
                {
                    findings.Add(new PlanFinding(PlanFindingKind.OtherYear, row.Row, Cut(filled[0], PlanItem.LineLength), other.ToString(CultureInfo.InvariantCulture)));
                }

                section = columns is null ? section : Cut(filled[0], PlanItem.LineLength);
            }
            else if (columns is not null)
            {
                Take(row, columns, section, lines, findings);
            }
        }

        if (columns is null)
        {
            return new PlanWithoutHeadings();
        }

        foreach (var line in lines)
        {
            Look(line, year, findings);
        }

        var looks = lines.Select(l => new PlanLook(
            l.Row, l.Facts.Number, l.Facts.Section, l.Facts.Title, DeadlinePhrase.Read(l.Facts.Deadline, year).Windows, [])).ToList();
        findings.AddRange(PlanCheck.Duplicates(looks));
        findings.AddRange(PlanCheck.Numbers(looks));
        return new PlanSheet(lines, [.. findings.OrderBy(f => f.Row).ThenBy(f => f.Kind)]);
    }

    private static void Take(PlanSheetRow row, Column?[] columns, string section, List<PlanLine> lines, List<PlanFinding> findings)
    {
        var title = Cell(Column.Title);
        if (title.Length == 0 || lines.Count == MostItems)
        {
            // the rest of a row that a page has broken: its words belong to the item above, and only a person can tell where
            findings.Add(new PlanFinding(PlanFindingKind.RowLeftOut, row.Row, Cut(string.Join(" | ", row.Cells.Where(c => c.Trim().Length > 0)), PlanItem.LineLength)));
            return;
        }

        var deadline = Dated(Cell(Column.Deadline));
        if (title.Length > PlanItem.WordsLength || deadline.Length > DeadlinePhrase.MaxLength)
        {
            findings.Add(new PlanFinding(PlanFindingKind.Shortened, row.Row, Cut(title, PlanItem.LineLength)));
        }

        var people = Raw(Column.Responsible).Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => Cut(p, PlanResponsible.WordsLength)).Where(p => p.Length > 0).Select(p => new ResponsibleParty(p));
        lines.Add(new PlanLine(row.Row, new PlanItemFacts(
            Cut(Cell(Column.Number), PlanItem.NumberLength),
            section,
            Cut(title, PlanItem.WordsLength),
            Cut(deadline, DeadlinePhrase.MaxLength),
            Cut(Cell(Column.Form), PlanItem.LineLength),
            [.. people])));

        string Raw(Column column) => Array.IndexOf(columns, column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : "";
        string Cell(Column column) => ListText.Clean(Raw(column));
    }

    private static void Look(PlanLine line, PlanYear year, List<PlanFinding> findings)
    {
        var phrase = DeadlinePhrase.Read(line.Facts.Deadline, year);
        if (phrase.Kind == DeadlineKind.Unread)
        {
            findings.Add(phrase.Reason switch
            {
                UnreadReason.Empty => new PlanFinding(PlanFindingKind.DeadlineMissing, line.Row, line.Facts.Title),
                UnreadReason.OtherYear => new PlanFinding(PlanFindingKind.OtherYear, line.Row, phrase.Text, year.ToString()),
                _ => new PlanFinding(PlanFindingKind.DeadlineUnread, line.Row, phrase.Text),
            });
        }

        if (line.Facts.Responsible.Count == 0)
        {
            findings.Add(new PlanFinding(PlanFindingKind.NobodyResponsible, line.Row, line.Facts.Title));
        }
    }

    // words in one cell are the title of a section where a number or an activity would stand, and the rest of another row elsewhere
    private static bool IsTitle(PlanSheetRow row, Column?[]? columns) =>
        columns is null
        || row.Cells.TakeWhile(c => ListText.Clean(c).Length == 0).Count() is var at && (at == 0 || at >= columns.Length || columns[at] is null or Column.Number or Column.Title);

    // a row is headings where it names both the activity and the deadline
    private static Column?[]? ColumnsOf(IReadOnlyList<string> cells)
    {
        var columns = new Column?[cells.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            var column = ColumnOf(cells[i]);
            columns[i] = column is not null && Array.IndexOf(columns, column) < 0 ? column : null;
        }

        return columns.Contains(Column.Title) && columns.Contains(Column.Deadline) ? columns : null;
    }

    private static Column? ColumnOf(string cell)
    {
        var clean = ListText.Clean(cell);
        if (clean.Length > 60)
        {
            return null;
        }

        if (clean.StartsWith('№') || clean is "N" or "#")
        {
            return Column.Number;
        }

        var key = $" {ListText.Key(clean)}";
        foreach (var (column, words) in Headings)
        {
            if (Array.Exists(words, w => key.Contains($" {w}", StringComparison.Ordinal)))
            {
                return column;
            }
        }

        return null;
    }

    // a spreadsheet keeps a day as a count of days
    private static string Dated(string cell) =>
        cell.Length == 5 && cell.All(char.IsAsciiDigit) && WrittenDate.Parse(cell) is { } day ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : cell;

    private static List<int> YearsOf(string text) => [.. Year().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture))];

    private static string Cut(string text, int length) => ListText.Clean(text) is var clean && clean.Length > length ? clean[..length].TrimEnd() : ListText.Clean(text);

    private static string[] Keys(params string[] words) => [.. words.Select(ListText.Key)];

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])")]
    private static partial Regex Year();
}

/// <summary>A file with a plan that was read and waits to be confirmed: what is confirmed is what was looked at.</summary>
public sealed class PlanImport : Aggregate
{
    /// <summary>Longest name of a file, in characters.</summary>
    public const int FileNameLength = 200;

    /// <summary>Plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Who read it.</summary>
    public required Guid ById { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Rows of the file, as JSON.</summary>
    public required string Rows { get; init; }

    /// <summary>When it was read (UTC).</summary>
    public required DateTime ReadAt { get; init; }

    /// <summary>When its items were taken into the plan (UTC); null before.</summary>
    public DateTime? TakenAt { get; private set; }

    /// <summary>Its items are taken.</summary>
    public void Take(DateTime at) => TakenAt ??= at;
}
