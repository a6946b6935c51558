using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Planning;

/// <summary>
/// The body of an Office Open XML text as rows: a row of a table as its cells, a paragraph beside tables as a row of one cell. A table in a cell
/// is text of that cell. Deleted text stays out.
/// </summary>
internal static class DocxTables
{
    /// <summary>Most rows that are read.</summary>
    internal const int MostRows = 5_000;

    /// <summary>Columns further to the right are not looked at.</summary>
    internal const int MostColumns = 30;

    /// <summary>Most letters of all cells together.</summary>
    internal const int MostLetters = 2_000_000;

    /// <summary>Reads the rows that are not empty.</summary>
    public static IReadOnlyList<PlanSheetRow> Read(Stream file, CancellationToken ct)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (!new DocxReader().Matches(file, head, ct))
        {
            throw new RefusedFileException(new ListFileNotTaken());
        }

        file.Position = 0;
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        if (document.MainDocumentPart is not { } main)
        {
            throw new RefusedFileException(new FileDamaged());
        }

        using var xml = new SafeXml(main.GetStream(FileMode.Open, FileAccess.Read), ct);
        return new Walk(xml).Rows();
    }

    private sealed class Walk(SafeXml xml)
    {
        private readonly List<PlanSheetRow> rows = [];
        private readonly StringBuilder text = new();
        private List<string> cells = [];
        private int tables;
        private int letters;
        private int span = 1;

        public List<PlanSheetRow> Rows()
        {
            while (xml.Read())
            {
                if (xml.IsStart)
                {
                    Begin();
                }
                else if (xml.IsEnd)
                {
                    End(xml.Name);
                }
            }

            return rows;
        }

        private void Begin()
        {
            switch (xml.Name)
            {
                case "tbl" when !xml.IsEmpty:
                    tables++;
                    break;
                case "tr" when tables == 1:
                    cells = [];
                    break;
                case "tc" when tables == 1:
                    text.Clear();
                    span = 1;
                    break;
                case "gridSpan" when tables == 1:
                    span = int.TryParse(xml.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var wide) ? Math.Clamp(wide, 1, MostColumns) : 1;
                    break;
                case "t" when !xml.IsEmpty:
                    Take();
                    break;
                case "tab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "del" or "delText" or "instrText" or "pict" or "Fallback" when !xml.IsEmpty:
                    xml.Skip();
                    break;
            }
        }

        private void End(string name)
        {
            switch (name)
            {
                case "p" when tables == 0:
                    Add([text.ToString()]);
                    text.Clear();
                    break;
                case "p":
                    text.Append('\n');
                    break;
                case "tc" when tables == 1 && cells.Count < MostColumns:
                    cells.Add(text.ToString().Trim());
                    cells.AddRange(Enumerable.Repeat("", Math.Min(span - 1, MostColumns - cells.Count)));
                    text.Clear();
                    break;
                case "tr" when tables == 1:
                    Add(cells);
                    break;
                case "tbl":
                    tables--;
                    text.Clear();
                    break;
            }
        }

        private void Take()
        {
            while (xml.Read() && !xml.IsEnd)
            {
                if (xml.IsText)
                {
                    letters += xml.Value.Length;
                    text.Append(xml.Value);
                }
            }

            if (letters > MostLetters)
            {
                throw new RefusedFileException(new ListFileSwells());
            }
        }

        private void Add(List<string> row)
        {
            if (row.All(string.IsNullOrWhiteSpace))
            {
                return;
            }

            if (rows.Count == MostRows)
            {
                throw new RefusedFileException(new ListFileSwells());
            }

            rows.Add(new PlanSheetRow(rows.Count + 1, row));
        }
    }
}
