using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Puts the letters of a PDF page into words and paragraphs, in the order in which they are read.</summary>
internal static class PdfLayout
{
    public static IReadOnlyList<IReadOnlyList<PdfWord>> Paragraphs(IReadOnlyList<Letter> letters, PdfCharacterMaps maps)
    {
        if (letters.Count > FileLimits.MaxLettersForLayout)
        {
            return [InDrawingOrder(letters, maps)];
        }

        var words = NearestNeighbourWordExtractor.Instance.GetWords(letters).Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return
        [
            .. UnsupervisedReadingOrderDetector.Instance.Get(blocks).Select(block => block.TextLines
                .SelectMany(line => line.Words.Select((w, i) => PdfWord.Of(w.Text, w.Letters, maps, i == line.Words.Count - 1)))
                .ToList()),
        ];
    }

    private static List<PdfWord> InDrawingOrder(IReadOnlyList<Letter> letters, PdfCharacterMaps maps)
    {
        var words = new List<PdfWord>();
        var word = new List<Letter>();
        foreach (var letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                EndWord();
            }
            else
            {
                word.Add(letter);
            }
        }

        EndWord();
        return words;

        void EndWord()
        {
            if (word.Count > 0)
            {
                words.Add(PdfWord.Of(string.Concat(word.Select(l => l.Value)), word, maps, endsLine: false));
                word.Clear();
            }
        }
    }
}

/// <summary>A word of a PDF page.</summary>
/// <param name="Text">Its letters.</param>
/// <param name="IsBroken">Whether it has a sign of which the file does not say what letter it is.</param>
/// <param name="EndsLine">Whether it is the last of its line.</param>
internal sealed record PdfWord(string Text, bool IsBroken, bool EndsLine)
{
    public bool HasLetter => !IsBroken && Text.Any(char.IsLetter);

    public bool HasDigit => !IsBroken && Text.Any(char.IsDigit);

    public static PdfWord Of(string text, IReadOnlyList<Letter> letters, PdfCharacterMaps maps, bool endsLine) =>

        // a lone sign without a letter is a bullet or an ornament, not a word that cannot be read
        new(text.Trim(), letters.Count > 1 && !letters.All(maps.CanBeRead), endsLine);

    /// <summary>Whether a hyphen at the end of the line cuts a word of which <paramref name="next"/> is the rest.</summary>
    public bool IsCutBefore(PdfWord next) =>
        EndsLine && Text.Length > 1 && Text[^1] is '-' or '\u2010' or '\u00AD' && char.IsLetter(Text[^2]) && char.IsLower(next.Text[0]);
}
