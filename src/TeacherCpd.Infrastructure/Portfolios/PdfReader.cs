using TeacherCpd.Application.Portfolios;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// PDF, page by page in reading order; every block of lines is a paragraph. What a reader cannot see is laid out apart
/// and follows the rest of its page, so that it cannot tear visible words asunder.
/// </summary>
internal sealed class PdfReader : IFormatReader
{
    public string Extension => ".pdf";

    public string MediaType => "application/pdf";

    // readers accept some bytes before the signature, and some scanners write them
    public bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct) => head.IndexOf("%PDF-"u8) >= 0;

    public PageCount Read(Stream file, DocumentText text, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var filters = new CountingFilters(bytes.Length, ct);
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                FilterProvider = filters,
            });
            PdfLetters.Check(pdf, filters, ct);
            var maps = new PdfCharacterMaps(ct);
            var withoutText = 0;
            for (var number = 1; number <= pdf.NumberOfPages; number++)
            {
                ct.ThrowIfCancellationRequested();
                withoutText += ReadPage(pdf.GetPage(number), maps, text) ? 0 : 1;
            }

            return new PageCount(pdf.NumberOfPages, withoutText);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedFileException(new FileEncrypted());
        }
    }

    /// <summary>Reads a page; false when it shows something but gives no text, as a scan does.</summary>
    private static bool ReadPage(Page page, PdfCharacterMaps maps, DocumentText text)
    {
        var visibility = new PdfVisibility(page);
        var letters = page.Letters.ToLookup(visibility.WhyHidden);
        var paragraphs = PdfLayout.Paragraphs([.. letters[null]], maps);
        var words = paragraphs.SelectMany(p => p).ToList();

        // where most words cannot be read the rest is chance, and a percentage of it would say nothing
        var isReadable = words.Count(w => w.IsBroken) * 2 <= words.Count;
        if (isReadable)
        {
            foreach (var paragraph in paragraphs)
            {
                Append(text, paragraph, null);
            }
        }

        foreach (var hidden in letters)
        {
            foreach (var paragraph in hidden.Key is null ? [] : PdfLayout.Paragraphs([.. hidden], maps))
            {
                Append(text, paragraph, hidden.Key);
            }
        }

        // the number of a page is often all that is written on a scan
        return isReadable && words.Any(w => w.HasLetter || (w.HasDigit && page.NumberOfImages == 0)) || !ShowsSomething(page, words);
    }

    private static bool ShowsSomething(Page page, List<PdfWord> words) =>
        words.Count > 0 || page.NumberOfImages > 0 || page.Paths.Any(p => p.IsFilled || p.IsStroked);

    private static void Append(DocumentText text, IReadOnlyList<PdfWord> paragraph, HiddenRunKind? hidden)
    {
        text.Begin();
        for (var i = 0; i < paragraph.Count; i++)
        {
            var word = paragraph[i];
            var next = i + 1 < paragraph.Count ? paragraph[i + 1] : null;
            var isHyphenated = next is not null && word.IsCutBefore(next);
            text.Append(isHyphenated ? word.Text.AsSpan(..^1) : word.Text, hidden ?? (word.IsBroken ? HiddenRunKind.Unreadable : null));
            if (next is not null && !isHyphenated)
            {
                text.Append(" ", hidden);
            }
        }

        text.End();
    }
}
