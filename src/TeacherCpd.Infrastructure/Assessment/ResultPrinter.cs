using System.Globalization;
using SkiaSharp;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Infrastructure.Certificates;

namespace TeacherCpd.Infrastructure.Assessment;

/// <summary>Sets a sheet line by line on A4 pages, in the font of the certificates.</summary>
public sealed class ResultPrinter(CertificateOptions options) : IResultPrinter, IDisposable
{
    // A4 in points of 1/72 inch
    private const float PageWidth = 595;
    private const float PageHeight = 842;
    private const float Margin = 62;
    private const float ColumnWidth = PageWidth - (2 * Margin);
    private const float Bottom = PageHeight - 74;
    private const float FactsIndent = 150;

    /// <summary>From one baseline to the next, in sizes of the font.</summary>
    private const float Leading = 1.35f;

    private static readonly SKColor Brand = SKColor.Parse("#0b6072");
    private static readonly SKColor Ink = SKColor.Parse("#1d2b30");
    private static readonly SKColor Quiet = SKColor.Parse("#55666c");

    private readonly Lazy<PrintFont> regular = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Regular.ttf")));
    private readonly Lazy<PrintFont> bold = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Bold.ttf")));

    /// <inheritdoc/>
    public byte[] Print(PrintedSheet sheet)
    {
        // the day of the document, not the moment of printing: the same sheet is the same file
        var day = sheet.On.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        using var output = new MemoryStream();
        using (var document = SKDocument.CreatePdf(output, new SKDocumentPdfMetadata { Title = sheet.Title, Creation = day, Modified = day, RasterDpi = 72, EncodingQuality = 101 }))
        {
            var pages = new Pages(document, canvas => DrawFoot(canvas, sheet.Foot));
            Write(pages, bold.Value, sheet.Title, 20, Brand);
            pages.Space(6);
            foreach (var fact in sheet.Facts)
            {
                pages.Need(10.5f * Leading);
                regular.Value.Draw(pages.Canvas, fact.Name, Margin, pages.Y + 10.5f, 10.5f, Quiet);
                Write(pages, regular.Value, fact.Value, 10.5f, Ink, FactsIndent);
            }

            foreach (var section in sheet.Sections)
            {
                pages.Space(10);

                // a heading is not left alone at the foot of a page
                pages.Need(50);
                Write(pages, bold.Value, section.Mark.Length > 0 ? $"{section.Heading}: {section.Mark}" : section.Heading, 12, Brand);
                foreach (var line in section.Paragraphs.SelectMany(p => p.Split('\n')))
                {
                    Write(pages, regular.Value, line, 10.5f, Ink);
                    pages.Space(2);
                }
            }

            pages.End();
            document.Close();
        }

        return output.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in new[] { regular, bold }.Where(f => f.IsValueCreated))
        {
            font.Value.Dispose();
        }
    }

    private static void Write(Pages pages, PrintFont font, string text, float size, SKColor colour, float indent = 0)
    {
        foreach (var line in font.Lines(text, size, ColumnWidth - indent))
        {
            pages.Need(size * Leading);
            font.Draw(pages.Canvas, line, Margin + indent, pages.Y + size, size, colour);
            pages.Space(size * Leading);
        }
    }

    private void DrawFoot(Page page, string foot)
    {
        using var rule = new SKPaint { Color = Brand, StrokeWidth = 0.6f, IsAntialias = true };
        page.Canvas.DrawLine(Margin, Bottom + 18, PageWidth - Margin, Bottom + 18, rule);
        regular.Value.Draw(page.Canvas, foot, Margin, Bottom + 34, 8.5f, Quiet);
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        regular.Value.Draw(page.Canvas, number, PageWidth - Margin - regular.Value.Width(number, 8.5f), Bottom + 34, 8.5f, Quiet);
    }

    private readonly record struct Page(SKCanvas Canvas, int Number);

    /// <summary>The page that is written on; a new one begins where no room is left.</summary>
    private sealed class Pages
    {
        private readonly SKDocument document;
        private readonly Action<Page> foot;
        private int number;

        public Pages(SKDocument document, Action<Page> foot)
        {
            (this.document, this.foot) = (document, foot);
            Begin();
        }

        public SKCanvas Canvas { get; private set; } = null!;

        /// <summary>Top of the next line.</summary>
        public float Y { get; private set; }

        public void Need(float height)
        {
            if (Y + height > Bottom)
            {
                document.EndPage();
                Begin();
            }
        }

        public void Space(float height) => Y += height;

        public void End() => document.EndPage();

        private void Begin()
        {
            Canvas = document.BeginPage(PageWidth, PageHeight);
            Y = Margin;
            foot(new Page(Canvas, ++number));
        }
    }
}
