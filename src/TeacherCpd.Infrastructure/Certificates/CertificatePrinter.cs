using System.Globalization;
using System.Text;
using QRCoder;
using SkiaSharp;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Draws the certificate: Kazakh on the left, Russian on the right, the holder in the middle.</summary>
public sealed class CertificatePrinter(CertificateOptions options) : ICertificatePrinter, IDisposable
{
    // A4 landscape in points of 1/72 inch
    private const float PageWidth = 842;
    private const float PageHeight = 595;
    private const float Middle = PageWidth / 2;

    private const float Margin = 76;
    private const float Gutter = 26;
    private const float ColumnWidth = Middle - Margin - Gutter;
    private const float QrSide = 74;

    /// <summary>From one baseline to the next, in sizes of the font.</summary>
    private const float Leading = 1.22f;

    private const string Kk = "kk-KZ";
    private const string Ru = "ru-KZ";

    private static readonly SKColor Brand = SKColor.Parse("#0b6072");
    private static readonly SKColor Gold = SKColor.Parse("#a8731a");
    private static readonly SKColor Ink = SKColor.Parse("#1d2b30");
    private static readonly SKColor Quiet = SKColor.Parse("#55666c");

    private readonly Lazy<PrintFont> regular = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Regular.ttf")));
    private readonly Lazy<PrintFont> italic = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Italic.ttf")));
    private readonly Lazy<PrintFont> bold = new(() => new PrintFont(Path.Combine(options.FontFolder, "PTSerif-Bold.ttf")));

    private PrintFont Regular => regular.Value;

    private PrintFont Italic => italic.Value;

    private PrintFont Bold => bold.Value;

    /// <inheritdoc/>
    public byte[] Print(CertificatePrint print)
    {
        using var output = new MemoryStream();
        var pages = new List<TaggedPage>();
        using (var document = SKDocument.CreatePdf(output, Metadata(print)))
        {
            var first = new TaggedPage(document.BeginPage(PageWidth, PageHeight));
            DrawPage(first, print);
            pages.Add(first);
            document.EndPage();
            if (print.Facts.Appendix is { IsEmpty: false } appendix)
            {
                pages.AddRange(new AppendixPages(document, Regular, Bold).Draw(print.Facts, appendix));
            }

            document.Close();
        }

        return PdfTags.Add(output.ToArray(), pages);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in new[] { regular, italic, bold })
        {
            if (font.IsValueCreated)
            {
                font.Value.Dispose();
            }
        }
    }

    private static SKDocumentPdfMetadata Metadata(CertificatePrint print)
    {
        // the day of issue, not the moment of printing: the same certificate is the same file
        var facts = print.Facts;
        var issued = (facts.ReissuedOn ?? facts.IssuedOn).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new SKDocumentPdfMetadata
        {
            Title = $"{print.Words.Kk.Heading} {facts.Serial}",
            Author = facts.Issuer.Kk,
            Subject = facts.ProgrammeTitle.Kk,
            Creation = issued,
            Modified = issued,
            RasterDpi = 72,
            EncodingQuality = 101,
        };
    }

    private void DrawPage(TaggedPage page, CertificatePrint print)
    {
        var (facts, words) = (print.Facts, print.Words);
        CertificateOrnament.DrawFrame(page.Canvas, new SKRect(0, 0, PageWidth, PageHeight), Brand, Gold);
        DrawIssuer(page, facts);
        DrawHeading(page, words);

        DrawHolder(page, facts.HolderName);
        page.Begin("P", Kk);
        Centre(page, Regular, words.Kk.Subject, LeftCentre, 310, 10, Gold, ColumnWidth, tracking: 0.4f);
        page.Begin("P", Ru);
        Centre(page, Regular, words.Ru.Subject, RightCentre, 310, 10, Gold, ColumnWidth, tracking: 0.4f);
        DrawPair(page, facts.ProgrammeTitle.Kk, facts.ProgrammeTitle.In(Language.Ru), 350, ColumnWidth, 5, 62, 16);
        DrawLinesOf(page, words.Kk.Lines, LeftCentre, Kk, CertificateFields.Kk(facts));
        DrawLinesOf(page, words.Ru.Lines, RightCentre, Ru, CertificateFields.Ru(facts));
        DrawRule(page, Middle, 302, Middle, 436);

        DrawFoot(page, print);
    }

    private void DrawHeading(TaggedPage page, TemplateText words)
    {
        if (words.Kk.Heading == words.Ru.Heading)
        {
            page.Begin("H1");
            Centre(page, Bold, words.Kk.Heading, Middle, 182, 40, Brand, PageWidth - (2 * Margin), tracking: 5);
        }
        else
        {
            var size = Math.Min(Fitting(words.Kk.Heading), Fitting(words.Ru.Heading));
            page.Begin("H1", Kk);
            Centre(page, Bold, words.Kk.Heading, LeftCentre, 182, size, Brand, tracking: 3);
            page.Begin("H1", Ru);
            Centre(page, Bold, words.Ru.Heading, RightCentre, 182, size, Brand, tracking: 3);
        }

        page.Begin("P", Kk);
        Centre(page, Italic, words.Kk.Statement, LeftCentre, 208, 12.5f, Quiet, ColumnWidth + Gutter);
        page.Begin("P", Ru);
        Centre(page, Italic, words.Ru.Statement, RightCentre, 208, 12.5f, Quiet, ColumnWidth + Gutter);

        float Fitting(string heading) => 34 * Math.Min(1, ColumnWidth / Bold.Width(heading, 34, 3));
    }

    private void DrawLinesOf(TaggedPage page, string lines, float centre, string language, Func<string, string?> values)
    {
        var filled = CertificateTemplate.Fill(lines, values);

        // three lines fill the room; fewer stand in its middle
        var y = 414f + 4 - ((filled.Count - 1) * 8f);
        foreach (var line in filled)
        {
            page.Begin("P", language);
            Centre(page, Regular, line, centre, y, 11.5f, Ink, ColumnWidth);
            y += 16;
        }
    }

    private static float LeftCentre => Margin + (ColumnWidth / 2);

    private static float RightCentre => PageWidth - LeftCentre;

    private void DrawIssuer(TaggedPage page, CertificateFacts facts)
    {
        CertificateOrnament.DrawRosette(page.Canvas, Middle, 92, 1.15f, Gold, Brand);
        DrawPair(page, facts.Issuer.Kk, facts.Issuer.In(Language.Ru), 92, ColumnWidth - 36, 4, 54, 12);
    }

    private void DrawHolder(TaggedPage page, string name)
    {
        var (size, lines) = Bold.Fit(Composed(name), 31, PageWidth - (2 * Margin) - 20, 2, 46, Leading);
        page.Begin("H2");
        DrawLines(page, lines, Middle, 250, size, Ink);
        DrawRule(page, Middle - 150, 279, Middle - 9, 279);
        DrawRule(page, Middle + 9, 279, Middle + 150, 279);
        CertificateOrnament.DrawRhombus(page.Canvas, Middle, 279, 3.2f, Gold);
    }

    private void DrawFoot(TaggedPage page, CertificatePrint print)
    {
        const float top = 448;
        var facts = print.Facts;
        DrawRule(page, Margin, top, PageWidth - Margin, top);

        var third = (PageWidth - (2 * Margin) - QrSide - 20) / 3;
        DrawFact(page, Margin, third, "Нөмірі / Номер", facts.Serial, null);
        DrawFact(page, Margin + third, third, "Берілген күні / Дата выдачи", CertificateWords.DateKk(facts.IssuedOn), CertificateWords.DateRu(facts.IssuedOn));
        if (facts.ReissuedOn is { } again)
        {
            var day = again.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
            Left(page, Regular, $"Қайта берілді / Выдан повторно: {day}", Margin + third, 512, 8.5f, Quiet, third - 10);
        }

        if (facts.ProgrammeCode is { } code)
        {
            var version = facts.ProgrammeVersionNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}-нұсқа / версия {number}") : null;
            DrawFact(page, Margin + (2 * third), third, "Бағдарлама коды / Код программы", code, version);
        }

        var address = print.VerificationUrl.AbsoluteUri;
        page.Begin("P");
        Left(page, Regular, "Түпнұсқалығын мына бетте тексеруге болады / Подлинность можно проверить на странице", Margin, 527, 8.5f, Quiet, (3 * third) - 8);
        Left(page, Regular, address, Margin, 540, 9, Brand, (3 * third) - 8);

        var qr = SKRect.Create(PageWidth - Margin - QrSide, top + 16, QrSide, QrSide);
        DrawQr(page, address, qr);
        page.Canvas.DrawUrlAnnotation(qr, address);
    }

    private void DrawFact(TaggedPage page, float x, float width, string label, string first, string? second)
    {
        page.Begin("P");
        Left(page, Regular, label, x, 470, 8.5f, Quiet, width - 10);
        Left(page, Bold, first, x, 486, 11.5f, Ink, width - 10);
        if (second is not null)
        {
            Left(page, Regular, second, x, 500, 10, Ink, width - 10);
        }
    }

    private static void DrawQr(TaggedPage page, string address, SKRect place)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);

        // the quiet zone is part of the matrix; the page is white around the code, so that it is cut off here
        const int quiet = 4;
        var modules = code.ModuleMatrix.Skip(quiet).SkipLast(quiet).Select(r => r.Cast<bool>().Skip(quiet).SkipLast(quiet).ToArray()).ToArray();
        var side = place.Width / modules.Length;
        using var path = new SKPath();
        for (var row = 0; row < modules.Length; row++)
        {
            for (var start = 0; start < modules.Length; start++)
            {
                var end = start;
                while (end < modules.Length && modules[row][end])
                {
                    end++;
                }

                if (end > start)
                {
                    path.AddRect(SKRect.Create(place.Left + (start * side), place.Top + (row * side), (end - start) * side, side));
                    start = end;
                }
            }
        }

        using var paint = new SKPaint { Color = Ink };
        page.Canvas.DrawPath(path, paint);
    }

    private static void DrawRule(TaggedPage page, float x1, float y1, float x2, float y2)
    {
        using var paint = new SKPaint { Color = Gold, StrokeWidth = 0.7f, Style = SKPaintStyle.Stroke, IsAntialias = true };
        page.Canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>The same in both languages, in one size: the largest at which each fits its column.</summary>
    private void DrawPair(TaggedPage page, string kk, string ru, float y, float width, int mostLines, float height, float largest)
    {
        var size = Math.Min(
            Bold.Fit(Composed(kk), largest, width, mostLines, height, Leading).Size,
            Bold.Fit(Composed(ru), largest, width, mostLines, height, Leading).Size);
        foreach (var (text, centre, language) in new[] { (kk, LeftCentre, Kk), (ru, RightCentre, Ru) })
        {
            page.Begin("P", language);
            DrawLines(page, Bold.Fit(Composed(text), size, width, mostLines, height, Leading).Lines, centre, y, size, Brand);
        }
    }

    /// <summary>Lines centred on a point in both directions.</summary>
    private void DrawLines(TaggedPage page, IReadOnlyList<string> lines, float x, float y, float size, SKColor colour)
    {
        const float capHeight = 0.7f;
        var step = size * Leading;
        var baseline = y + (size * capHeight / 2) - (step * (lines.Count - 1) / 2);
        foreach (var line in lines)
        {
            Centre(page, Bold, line, x, baseline, size, colour);
            baseline += step;
        }
    }

    /// <summary>A letter typed as two characters is drawn as the one the font has.</summary>
    private static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    private static void Centre(TaggedPage page, PrintFont font, string text, float x, float y, float size, SKColor colour, float width = float.MaxValue, float tracking = 0)
    {
        size = Shrunk(font, text, size, width);
        page.Draw(font, text, x - (font.Width(text, size, tracking) / 2), y, size, colour, tracking);
    }

    private static void Left(TaggedPage page, PrintFont font, string text, float x, float y, float size, SKColor colour, float width) =>
        page.Draw(font, text, x, y, Shrunk(font, text, size, width), colour);

    /// <summary>The size at which one line keeps to a width.</summary>
    private static float Shrunk(PrintFont font, string text, float size, float width) => size * Math.Min(1, width / font.Width(text, size));
}
