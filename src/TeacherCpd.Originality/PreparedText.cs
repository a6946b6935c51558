using TeacherCpd.Originality.Matching;
using TeacherCpd.Originality.Stemming;
using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality;

/// <summary>
/// A text made ready for comparison, once: its words with their places in the original, their stems, its sentences
/// and the signs of evasion. Every offset of this library is a UTF-16 unit of <see cref="Text"/>, exactly as given.
/// It does not change and may be used by several threads.
/// </summary>
public sealed class PreparedText
{
    /// <summary>
    /// Version of normalisation, stems, fingerprints and the layout of their blocks. An index that was made with another one must be rebuilt.
    /// </summary>
    public const int FormatVersion = 2;

    // Words to each side by which the language of a Cyrillic word is judged, and the share with letters of Kazakh.
    private const int LanguageWindow = 12;
    private const int KazakhShare = 4;
    private const int FewestLetters = 4;

    private readonly int[] starts;
    private readonly int[] ends;
    private readonly uint[] wordHashes;
    private readonly uint[] stems;
    private readonly int[] contentWords;
    private readonly int[] sentenceStarts;
    private readonly Lazy<StemIndex> stemIndex;
    private readonly Lazy<StemIndex> phrases;

    private PreparedText(string text, IReadOnlyList<TextRange> hidden, Tokeniser read)
    {
        Text = text;
        Hidden = [.. hidden];
        Span<Word> words = read.Words.Span;
        starts = GC.AllocateUninitializedArray<int>(words.Length);
        ends = GC.AllocateUninitializedArray<int>(words.Length);
        wordHashes = GC.AllocateUninitializedArray<uint>(words.Length);
        var content = new Growing<int>(Math.Max(16, words.Length));
        var contentStems = new Growing<uint>(Math.Max(16, words.Length));
        var openings = new Growing<int>(64);
        StemCache cache = StemCache.OfThisThread;
        var language = new LanguageOfWord(words, LanguageWindow, KazakhShare);
        for (int i = 0; i < words.Length; i++)
        {
            ref readonly Word word = ref words[i];
            starts[i] = word.Start;
            ends[i] = word.End;
            wordHashes[i] = StableHash.Short(word.Hash);
            if (word.OpensSentence || i == 0)
            {
                openings.Add(i);
            }

            if (word.FoldedLength < FewestLetters || word.Digits)
            {
                continue;
            }

            bool kazakh = word.Script == Script.Cyrillic && language.IsKazakh(i);
            if (!cache.TryGet(word.Hash, kazakh, out uint stem))
            {
                stem = cache.Add(read.LettersOf(word), word.Hash, word.Script, kazakh);
            }

            if (stem != 0)
            {
                content.Add(i);
                contentStems.Add(stem);
            }
        }

        contentWords = content.Span.ToArray();
        stems = contentStems.Span.ToArray();
        sentenceStarts = openings.Span.ToArray();
        content.Return();
        contentStems.Return();
        openings.Return();
        stemIndex = new Lazy<StemIndex>(() => new StemIndex(stems));
        phrases = new Lazy<StemIndex>(() => new StemIndex(SharedPhrases.Of(wordHashes)));
        Evidence = read.Evidence;
        EvidenceCount = read.EvidenceCount;
    }

    /// <summary>The original text, unchanged.</summary>
    public string Text { get; }

    /// <summary>Runs that a reader cannot see, in order.</summary>
    public IReadOnlyList<TextRange> Hidden { get; }

    /// <summary>Words of the text that can be seen. A word with a hyphen counts once, a number is a word.</summary>
    public int Words => starts.Length;

    /// <summary>Signs of evasion in the order of the text, at most 1,000.</summary>
    public IReadOnlyList<Evidence> Evidence { get; }

    /// <summary>All signs of evasion, also those that <see cref="Evidence"/> has no room for.</summary>
    public int EvidenceCount { get; }

    /// <summary>First unit of each word.</summary>
    internal ReadOnlySpan<int> WordStarts => starts;

    /// <summary>Unit after each word.</summary>
    internal ReadOnlySpan<int> WordEnds => ends;

    /// <summary>Hash of each folded word.</summary>
    internal ReadOnlySpan<uint> WordHashes => wordHashes;

    /// <summary>Stems of the content words.</summary>
    internal ReadOnlySpan<uint> Stems => stems;

    /// <summary>Where each stem stands among the content words; made when first asked for.</summary>
    internal StemIndex StemIndex => stemIndex.Value;

    /// <summary>Where each short phrase begins among the words; made when first asked for.</summary>
    internal StemIndex Phrases => phrases.Value;

    /// <summary>Word of each content word.</summary>
    internal ReadOnlySpan<int> ContentWords => contentWords;

    /// <summary>First word of each sentence.</summary>
    internal ReadOnlySpan<int> SentenceStarts => sentenceStarts;

    /// <summary>Prepares a text.</summary>
    /// <param name="text">Any text; unpaired surrogates and control characters do no harm.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static PreparedText From(string text) => From(text, []);

    /// <summary>Prepares a text of which parts cannot be seen; they take no part in the comparison.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="hidden">Hidden runs, in order, without overlaps, inside the text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The runs overlap, are out of order or leave the text.</exception>
    public static PreparedText From(string text, IReadOnlyList<TextRange> hidden)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(hidden);
        int last = 0;
        foreach (TextRange run in hidden)
        {
            if (run.Start < last || run.Length < 0 || run.End > text.Length)
            {
                throw new ArgumentException("Hidden runs must stand in order inside the text.", nameof(hidden));
            }

            last = run.End;
        }

        var tokeniser = new Tokeniser(text, hidden);
        try
        {
            tokeniser.Run();
            return new PreparedText(text, hidden, tokeniser);
        }
        finally
        {
            tokeniser.Words.Return();
            tokeniser.Folded.Return();
        }
    }

    /// <summary>The word's place in the original text.</summary>
    /// <param name="index">From 0 to <see cref="Words"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such word.</exception>
    public TextRange WordAt(int index) => new(starts[index], ends[index] - starts[index]);

    /// <summary>First word that begins at or after a unit of the original text.</summary>
    internal int FirstWordFrom(int unit)
    {
        int at = Array.BinarySearch(starts, unit);
        return at < 0 ? ~at : at;
    }

    /// <summary>The sentence of a word.</summary>
    internal int SentenceOf(int word)
    {
        int at = Array.BinarySearch(sentenceStarts, word);
        return at < 0 ? ~at - 1 : at;
    }

    /// <summary>The word after the last one of a sentence.</summary>
    internal int SentenceEnd(int sentence) =>
        sentence + 1 < sentenceStarts.Length ? sentenceStarts[sentence + 1] : starts.Length;
}
