using System.Text;

namespace TeacherCpd.Originality.Text;

/// <summary>
/// Cuts a text into words and folds them: lower case, marks and invisible characters dropped, halves joined at a
/// hyphen, look-alikes judged word by word. Bounded in time (one pass) and in memory (a few times the text).
/// </summary>
internal ref partial struct Tokeniser(string text, IReadOnlyList<TextRange> hidden)
{
    /// <summary>Letters of a word that count; a longer one is compared by these and its length.</summary>
    public const int LongestWord = 64;

    /// <summary>Signs of evasion kept for a text; the rest is counted only.</summary>
    public const int MostEvidence = 1_000;

    private readonly ReadOnlySpan<UnitInfo> table = Letters.Table;
    private readonly UnitInfo[] letters = new UnitInfo[LongestWord];
    private readonly char[] word = new char[LongestWord];
    private readonly bool narrowSpacesCut = NarrowSpaces.CutWords(text);
    private int position;
    private int nextHidden;
    private int hiddenFrom = hidden.Count > 0 ? hidden[0].Start : int.MaxValue;
    private Script context;

    /// <summary>Words in the order of the text.</summary>
    public Growing<Word> Words { get; } = new(Math.Max(16, text.Length / 5));

    /// <summary>Folded letters of the words that are not plain.</summary>
    public Growing<char> Folded { get; } = new(1_024);

    /// <summary>Signs of evasion, at most <see cref="MostEvidence"/>.</summary>
    public List<Evidence> Evidence { get; } = [];

    /// <summary>All signs of evasion.</summary>
    public int EvidenceCount { get; private set; }

    /// <summary>Reads the whole text.</summary>
    public void Run()
    {
        bool sentenceEnded = true;
        bool spaceSeen = true;
        bool abbreviation = false;
        while (position < text.Length)
        {
            if (position >= hiddenFrom)
            {
                SkipHidden();
                continue;
            }

            char unit = text[position];
            UnitKind kind = table[unit].Kind;
            if (kind == UnitKind.Separator)
            {
                sentenceEnded |= unit is '.' or '!' or '?' or '…' or '。';
                spaceSeen |= char.IsWhiteSpace(unit);
                position++;
                continue;
            }

            if (!(kind == UnitKind.Letter && TryReadPlainWord()) && !TryReadWord())
            {
                InfoAt(position, out int units);
                spaceSeen |= char.IsWhiteSpace(unit);
                position += units;
                continue;
            }

            ref Word added = ref Words.Last;
            added.OpensSentence = sentenceEnded && spaceSeen && (!abbreviation || IsCapital(unit));
            sentenceEnded = false;
            spaceSeen = false;
            abbreviation = added.FoldedLength <= 3;
        }
    }

    /// <summary>The folded letters of a word; whoever gets them may spoil them, until the next call.</summary>
    public readonly Span<char> LettersOf(in Word of)
    {
        if (of.FoldedStart != Word.Plain)
        {
            return Folded.Span.Slice(of.FoldedStart, of.FoldedLength);
        }

        for (int i = 0; i < of.FoldedLength; i++)
        {
            word[i] = table[text[of.Start + i]].Folded;
        }

        return word.AsSpan(0, of.FoldedLength);
    }

    private static bool IsCapital(char unit) => char.IsUpper(unit) || char.IsDigit(unit);

    private void SkipHidden()
    {
        int start = position;
        position = hidden[nextHidden++].End;
        hiddenFrom = nextHidden < hidden.Count ? hidden[nextHidden].Start : int.MaxValue;
        if (position > start)
        {
            Report(EvidenceKind.HiddenText, start, position, "");
        }
    }

    private readonly UnitInfo InfoAt(int at, out int units)
    {
        units = 1;
        UnitInfo info = table[text[at]];
        if (info.Kind != UnitKind.Surrogate)
        {
            return info;
        }

        if (Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int consumed) != System.Buffers.OperationStatus.Done)
        {
            return default;
        }

        units = consumed;
        return Letters.Supplementary(rune);
    }

    // Nearly all words are letters of one alphabet with a separator behind: they need no second look. In the alphabet
    // of the word before it does not even matter which letters have doubles in the other one.
    private bool TryReadPlainWord()
    {
        if (!PlainLetters.CanRead || context == Script.None || text.Length - position < PlainLetters.Step)
        {
            return false;
        }

        int length = PlainLetters.Read(text.AsSpan(position), context, out ulong hash);
        int end = position + length;
        if (length is 0 or PlainLetters.Step || end > hiddenFrom || !EndsWord(end))
        {
            return false;
        }

        AddPlain(end, hash, context, kazakh: false);
        return true;
    }

    // Any word, letter by letter.
    private bool TryReadWord()
    {
        if (InfoAt(position, out _).Kind is not (UnitKind.Letter or UnitKind.Digit or UnitKind.Ligature))
        {
            return false;
        }

        if (!TryReadUnchanged())
        {
            ReadWord();
        }

        return true;
    }

    private bool TryReadUnchanged()
    {
        int limit = Math.Min(Math.Min(text.Length, hiddenFrom), position + LongestWord);
        var seen = LetterMarks.None;
        int at = position;
        for (; at < limit; at++)
        {
            ref readonly UnitInfo info = ref table[text[at]];
            if (info.Kind != UnitKind.Letter)
            {
                break;
            }

            word[at - position] = info.Folded;
            seen |= info.Marks;
        }

        Script script = PlainScript(seen);
        if (script == Script.None || at == position || !EndsWord(at))
        {
            return false;
        }

        AddPlain(at, StableHash.OfLetters(word.AsSpan(0, at - position)), script, (seen & LetterMarks.Kazakh) != 0);
        return true;
    }

    private readonly bool EndsWord(int at) => at == text.Length || at == hiddenFrom
        || (table[text[at]].Kind == UnitKind.Separator && !CutsWord(at));

    private void AddPlain(int end, ulong hash, Script script, bool kazakh)
    {
        context = script;
        ref Word added = ref Words.AddUnset();
        added.Start = position;
        added.End = end;
        added.Hash = hash;
        added.FoldedStart = Word.Plain;
        added.FoldedLength = (byte)(end - position);
        added.Script = script;
        added.Kazakh = kazakh;
        added.Digits = false;
        position = end;
    }

    private readonly Script PlainScript(LetterMarks seen)
    {
        const LetterMarks latin = LetterMarks.OnlyLatin | LetterMarks.LatinDouble;
        const LetterMarks cyrillic = LetterMarks.OnlyCyrillic | LetterMarks.CyrillicDouble;
        seen &= ~LetterMarks.Kazakh;
        return (seen & LetterMarks.OnlyLatin) != 0 && (seen & ~latin) == 0 ? Script.Latin
            : (seen & LetterMarks.OnlyCyrillic) != 0 && (seen & ~cyrillic) == 0 ? Script.Cyrillic
            : seen == LetterMarks.LatinDouble && context == Script.Latin ? Script.Latin
            : seen == LetterMarks.CyrillicDouble && context == Script.Cyrillic ? Script.Cyrillic
            : Script.None;
    }

    private readonly bool CutsWord(int at) =>
        narrowSpacesCut && NarrowSpaces.Contains(text[at])
        && at + 1 < Math.Min(text.Length, hiddenFrom) && table[text[at + 1]].Kind == UnitKind.Letter;

    private void Report(EvidenceKind kind, int start, int end, string restored)
    {
        EvidenceCount++;
        if (Evidence.Count < MostEvidence)
        {
            Evidence.Add(new Evidence(kind, start, end - start, restored));
        }
    }
}
