using System.Text;
using TeacherCpd.Application.Portfolios;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>PDF, page by page in reading order; every block of lines is a paragraph.</summary>
internal sealed class PdfReader : IFormatReader
{
    public string Extension => ".pdf";

    public string MediaType => "application/pdf";

    // readers accept some bytes before the signature, and some scanners write them
    public bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct) => head.IndexOf("%PDF-"u8) >= 0;

    public int? Read(Stream file, DocumentText text, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = new CountingFilters(bytes.Length, ct),
            });
            for (var number = 1; number <= pdf.NumberOfPages; number++)
            {
                ct.ThrowIfCancellationRequested();
                ReadPage(pdf.GetPage(number), text);
            }

            return pdf.NumberOfPages;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedFileException(new FileEncrypted());
        }
    }

    private static void ReadPage(Page page, DocumentText text)
    {
        if (page.Letters.Count == 0)
        {
            return;
        }

        if (page.Letters.Count > FileLimits.MaxLettersForLayout)
        {
            AppendParagraph(text, page.Text);
            return;
        }

        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).Where(w => !string.IsNullOrWhiteSpace(w.Text));
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        foreach (var block in UnsupervisedReadingOrderDetector.Instance.Get(blocks))
        {
            AppendParagraph(text, Join(block.TextLines));
        }
    }

    private static string Join(IReadOnlyList<TextLine> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var next = line.Text.Trim();
            if (joined.Length > 0 && next.Length > 0)
            {
                if (IsHyphenated(joined, next))
                {
                    joined.Length--;
                }
                else
                {
                    joined.Append(' ');
                }
            }

            joined.Append(next);
        }

        return joined.ToString();
    }

    private static bool IsHyphenated(StringBuilder sofar, string next) =>
        sofar.Length > 1 && sofar[^1] is '-' or '\u2010' or '\u00AD' && char.IsLetter(sofar[^2]) && char.IsLower(next[0]);

    private static void AppendParagraph(DocumentText text, string paragraph)
    {
        text.Begin();
        text.Append(paragraph);
        text.End();
    }
}
