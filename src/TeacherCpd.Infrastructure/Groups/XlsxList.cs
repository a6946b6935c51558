using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Groups;

/// <summary>
/// Office Open XML workbooks: the first sheet that is shown. Sheet and texts are streamed, and of the texts only those are
/// kept that the rows read so far name.
/// </summary>
internal static class XlsxList
{
    private const string MainPartType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Relationships = "id";
    private const int DaysFrom1900To1904 = 1462;

    public static ListTable Read(Stream file, CancellationToken ct)
    {
        CheckParts(file, ct);
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        if (document.WorkbookPart is not { } workbook)
        {
            throw new RefusedFileException(new ListFileDamaged());
        }

        var (sheet, from1904) = FirstSheet(workbook, ct);
        var rows = SheetRows(sheet, ct);
        var wanted = rows.SelectMany(r => r.Cells).Where(c => c.IsShared).Select(c => c.Index).ToHashSet();
        var texts = SharedTexts(workbook.SharedStringTablePart, wanted, ct);
        var table = new TableBuilder();
        foreach (var row in rows)
        {
            var cells = new string[row.Cells.Count == 0 ? 0 : row.Cells.Max(c => c.Column) + 1];
            Array.Fill(cells, "");
            foreach (var cell in row.Cells)
            {
                cells[cell.Column] = cell.IsShared ? texts.GetValueOrDefault(cell.Index, "") : cell.Text;
            }

            table.Add(row.Number, cells);
        }

        return new ListTable(table.Rows, from1904 ? DaysFrom1900To1904 : 0);
    }

    // every entry is unpacked into nothing, counting, before a parser sees it; then the programs and files inside are refused
    private static void CheckParts(Stream file, CancellationToken ct)
    {
        using var zip = Archive.OpenChecked(file, ct);
        var isWorkbook = false;
        if (zip.GetEntry("[Content_Types].xml") is { } types)
        {
            using var xml = new SafeXml(types.Open(), ct);
            while (xml.Read())
            {
                var type = xml.IsStart ? xml.Attribute("ContentType") : null;
                isWorkbook |= type == MainPartType;
                if (type is not null && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
                {
                    throw new RefusedFileException(new WorkbookWithMacros());
                }
            }
        }

        Span<byte> head = stackalloc byte[8];
        foreach (var entry in zip.Entries)
        {
            if (entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                throw new RefusedFileException(new WorkbookWithMacros());
            }

            using var content = entry.Open();
            var read = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            if (Archive.LooksLikeZip(read) || OleContainer.Matches(read))
            {
                throw new RefusedFileException(new WorkbookHoldsFiles());
            }
        }

        if (!isWorkbook)
        {
            throw new RefusedFileException(new ListFileNotTaken());
        }
    }

    private static (OpenXmlPart Sheet, bool From1904) FirstSheet(WorkbookPart workbook, CancellationToken ct)
    {
        var from1904 = false;
        string? first = null;
        using var xml = Open(workbook, ct);
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "workbookPr")
            {
                from1904 = xml.Attribute("date1904") is "1" or "true";
            }
            else if (xml.IsStart && xml.Name == "sheet" && xml.Attribute("state") is null or "visible")
            {
                first ??= xml.Attribute(Relationships);
            }
        }

        return first is not null && workbook.TryGetPartById(first, out var sheet) ? (sheet, from1904) : throw new RefusedFileException(new ListFileDamaged());
    }

    private static List<Row> SheetRows(OpenXmlPart sheet, CancellationToken ct)
    {
        var rows = new List<Row>();
        long letters = 0;
        using var xml = Open(sheet, ct);
        while (xml.Read())
        {
            if (!xml.IsStart || xml.Name != "row")
            {
                continue;
            }

            var row = new Row(xml.Number("r") ?? (rows.Count == 0 ? 1 : rows[^1].Number + 1), []);
            foreach (var node in xml.Inside())
            {
                if (node.IsStart && node.Name == "c" && ReadCell(node, row.Cells.Count == 0 ? 0 : row.Cells[^1].Column + 1) is { } cell)
                {
                    row.Cells.Add(cell);
                    letters += cell.Text.Length;
                }
            }

            if (letters > ListFileReader.MostLetters)
            {
                throw new RefusedFileException(new ListFileSwells());
            }

            if (row.Cells.Count == 0)
            {
                continue;
            }

            if (rows.Count == ListFileReader.MostRows)
            {
                throw new RefusedFileException(new ListTooLong());
            }

            rows.Add(row);
        }

        return rows;
    }

    private static Cell? ReadCell(SafeXml xml, int next)
    {
        var (type, column) = (xml.Attribute("t"), ColumnOf(xml.Attribute("r")) ?? next);
        var text = new StringBuilder();
        var within = "";
        foreach (var node in xml.Inside())
        {
            if (node.IsStart)
            {
                within = node.Name;
            }
            else if (node.IsText && within is "v" or "t")
            {
                text.Append(node.Value);
            }
        }

        if (text.Length == 0 || column >= ListFileReader.MostColumns)
        {
            return null;
        }

        var value = text.ToString();
        return type == "s" && int.TryParse(value, CultureInfo.InvariantCulture, out var index)
            ? new Cell(column, "", index, IsShared: true)
            : new Cell(column, type is null or "n" ? Figure(value) : value, 0, IsShared: false);
    }

    // a number of twelve digits may stand as 8.50315400014E11
    private static string Figure(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : value;

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            column = Math.Min((column * 26) + letter - 'A' + 1, ListFileReader.MostColumns + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static Dictionary<int, string> SharedTexts(OpenXmlPart? part, HashSet<int> wanted, CancellationToken ct)
    {
        var texts = new Dictionary<int, string>();
        if (part is null || wanted.Count == 0)
        {
            return texts;
        }

        using var xml = Open(part, ct);
        long letters = 0;
        for (var index = 0; xml.Read();)
        {
            if (!xml.IsStart || xml.Name != "si")
            {
                continue;
            }

            if (!wanted.Contains(index++))
            {
                xml.Skip();
                continue;
            }

            var text = new StringBuilder();
            var within = "";
            foreach (var node in xml.Inside())
            {
                if (node.IsStart && node.Name == "rPh")
                {
                    // how a text is read aloud is no part of it
                    node.Skip();
                }
                else if (node.IsStart)
                {
                    within = node.Name;
                }
                else if (node.IsText && within == "t")
                {
                    text.Append(node.Value);
                }
            }

            texts[index - 1] = text.ToString();
            letters += text.Length;
            if (letters > ListFileReader.MostLetters)
            {
                throw new RefusedFileException(new ListFileSwells());
            }
        }

        return texts;
    }

    private static SafeXml Open(OpenXmlPart part, CancellationToken ct) => new(part.GetStream(FileMode.Open, FileAccess.Read), ct);

    private sealed record Row(int Number, List<Cell> Cells);

    private sealed record Cell(int Column, string Text, int Index, bool IsShared);
}
