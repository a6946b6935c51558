using System.Globalization;
using SkiaSharp;
using TeacherCpd.Application.Reports;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Certificates;

namespace TeacherCpd.Infrastructure.Reports;

/// <summary>
/// Sets a report on A4 pages across, in the font of the certificates. The headings stand on each page; below a share stand its numerator and
/// denominator. Text is read row by row.
/// </summary>
public sealed class PdfReportWriter(CertificateOptions options) : IReportWriter, IDisposable
{
    // A4 across, in points of 1/72 inch
    private const float PageWidth = 842;
    private const float PageHeight = 595;
    private const float Margin = 40;
    private const float Inner = PageWidth - (2 * Margin);
    private const float Bottom = PageHeight - 52;
    private const float Gap = 6;
    private const float LeastNames = 110;
    private const float WidestFigure = 76;
    private const float Leading = 1.3f;
    private const float FactsIndent = 130;
    private const float FactSize = 9.5f;
    private const float FootSize = 8;

    /// <summary>Columns up to which the larger letters fit.</summary>
    private const int FewColumns = 10;

    private static readonly SKColor Brand = SKColor.Parse("#0b6072");
    private static readonly SKColor Ink = SKColor.Parse("#1d2b30");
    private static readonly SKColor Quiet = SKColor.Parse("#55666c");

    private readonly Lazy<PrintFont> regular = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Regular.ttf")));
    private readonly Lazy<PrintFont> bold = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Bold.ttf")));

    /// <inheritdoc/>
    public ReportFormat Format => ReportFormat.Pdf;

    /// <inheritdoc/>
    public byte[] Write(PrintedReport report)
    {
        var day = report.On.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var metadata = new SKDocumentPdfMetadata { Title = report.Title, Creation = day, Modified = day, RasterDpi = 72, EncodingQuality = 101 };
        using var output = new MemoryStream();
        List<TaggedPage> pages;
        using (var document = SKDocument.CreatePdf(output, metadata))
        {
            pages = new Sheet(document, report, regular.Value, bold.Value).Draw();
            document.Close();
        }

        return PdfTags.Add(output.ToArray(), pages);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in new[] { regular, bold }.Where(f => f.IsValueCreated))
        {
            font.Value.Dispose();
        }
    }

    /// <summary>The pages of one report.</summary>
    private sealed class Sheet
    {
        private readonly SKDocument document;
        private readonly PrintedReport report;
        private readonly PrintFont regular;
        private readonly PrintFont bold;
        private readonly CultureInfo culture;
        private readonly string language;
        private readonly float size;
        private readonly float nameWidth;
        private readonly float figureWidth;
        private readonly List<TaggedPage> pages = [];
        private float y;

        public Sheet(SKDocument document, PrintedReport report, PrintFont regular, PrintFont bold)
        {
            (this.document, this.report, this.regular, this.bold) = (document, report, regular, bold);
            culture = TextCatalogue.CultureOf(report.Language);
            language = report.Language == Language.En ? "en-GB" : culture.Name;
            size = report.Columns.Count <= FewColumns ? 9 : 7;
            figureWidth = Math.Min(WidestFigure, (Inner - (LeastNames * report.Names.Count)) / report.Columns.Count);
            nameWidth = (Inner - (figureWidth * report.Columns.Count)) / report.Names.Count;
        }

        private TaggedPage Page => pages[^1];

        public List<TaggedPage> Draw()
        {
            Begin();
            Page.Begin("H1", language);
            Text(bold, report.Title, Margin, 16, Inner, Brand);
            y += 4;
            foreach (var fact in report.Facts)
            {
                Need(FactSize * Leading);
                Page.Begin("P", language);
                Page.Draw(regular, fact.Name, Margin, y + FactSize, FactSize, Quiet);
                Text(regular, fact.Value, Margin + FactsIndent, FactSize, Inner - FactsIndent, Ink);
            }

            y += 8;
            Headings();
            foreach (var (names, cells) in report.Rows)
            {
                Row(regular, [.. names.Select(n => (n, "")), .. cells.Select(Figure)]);
            }

            if (report.Sum is { } sum)
            {
                Line();
                Row(bold, [(report.SumName, ""), .. Enumerable.Repeat(("", ""), report.Names.Count - 1), .. sum.Select(Figure)]);
            }

            document.EndPage();
            return pages;
        }

        // words of a cell, and what stands small below them
        private (string Words, string Below) Figure(ReportCell cell, int place) => report.Columns[place] switch
        {
            { IsShare: true } => cell.Value is null ? ("—", "") : (Percent(cell.PerMille), $"{Number(cell.Value)} / {Number(cell.Whole)}"),
            { Kind: ColumnKind.Target } => (Percent(cell.Value), ""),
            _ => (Number(cell.Value), ""),
        };

        private string Number(int? value) => value?.ToString(culture) ?? "—";

        private string Percent(int? perMille) => perMille is { } p ? $"{(p / 10m).ToString("0.0", culture)} %" : "—";

        private void Headings()
        {
            Row(bold, [.. report.Names.Concat(report.Headings).Select(h => (h, ""))], Brand);
            Line();
        }

        private void Row(PrintFont font, IReadOnlyList<(string Words, string Below)> cells, SKColor? colour = null)
        {
            var below = size - 1.5f;
            var lines = cells.Select((c, i) => font.Lines(c.Words, size, WidthOf(i) - Gap)).ToList();
            var smaller = cells.Select((c, i) => c.Below.Length == 0 ? [] : font.Lines(c.Below, below, WidthOf(i) - Gap)).ToList();
            var height = cells.Select((_, i) => (lines[i].Count * size * Leading) + (smaller[i].Count * below * Leading)).Max();
            if (Need(height) && colour is null)
            {
                Headings();
            }

            for (var i = 0; i < cells.Count; i++)
            {
                Page.Begin("P", language);
                var top = y;
                foreach (var (line, letters, ink) in lines[i].Select(l => (l, size, colour ?? Ink)).Concat(smaller[i].Select(l => (l, below, Quiet))))
                {
                    // names stand to the left, figures to the right
                    var x = i < report.Names.Count ? LeftOf(i) : LeftOf(i) + WidthOf(i) - Gap - font.Width(line, letters);
                    Page.Draw(font, line, x, top + letters, letters, ink);
                    top += letters * Leading;
                }
            }

            y += height + 3;
        }

        private float WidthOf(int column) => column < report.Names.Count ? nameWidth : figureWidth;

        private float LeftOf(int column) =>
            Margin + (Math.Min(column, report.Names.Count) * nameWidth) + (Math.Max(0, column - report.Names.Count) * figureWidth);

        private void Text(PrintFont font, string text, float x, float letters, float width, SKColor colour)
        {
            foreach (var line in font.Lines(text, letters, width))
            {
                Need(letters * Leading);
                Page.Draw(font, line, x, y + letters, letters, colour);
                y += letters * Leading;
            }
        }

        private void Line()
        {
            using var rule = new SKPaint { Color = Brand, StrokeWidth = 0.6f, IsAntialias = true };
            Page.Canvas.DrawLine(Margin, y, PageWidth - Margin, y, rule);
            y += 3;
        }

        // whether another page had to begin
        private bool Need(float height)
        {
            if (y + height <= Bottom)
            {
                return false;
            }

            document.EndPage();
            Begin();
            return true;
        }

        private void Begin()
        {
            pages.Add(new TaggedPage(document.BeginPage(PageWidth, PageHeight)));
            y = Margin;
            var number = pages.Count.ToString(CultureInfo.InvariantCulture);
            Page.Begin(TextElement.Artifact);
            Page.Draw(regular, report.Title, Margin, Bottom + 22, FootSize, Quiet);
            Page.Draw(regular, number, PageWidth - Margin - regular.Width(number, FootSize), Bottom + 22, FootSize, Quiet);
        }
    }
}
