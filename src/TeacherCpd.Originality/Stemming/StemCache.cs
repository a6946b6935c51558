using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Stems of the words met last. A few ten thousand words make up nearly all of any text, and stemming is most of the
/// work of preparing it. One a thread, half a megabyte; it changes the speed and never the answer.
/// </summary>
internal sealed class StemCache
{
    // Two entries a set: the one used last stays, so that two words of one set do not drive each other out for ever.
    private const int Sets = 1 << 14;
    private const ulong KazakhKey = 0xA5A5_5A5A_0F0F_F0F1;

    [ThreadStatic]
    private static StemCache? ofThisThread;

    private readonly Entry[] entries = new Entry[Sets * 2];

    /// <summary>The cache of the thread.</summary>
    public static StemCache OfThisThread => ofThisThread ??= new StemCache();

    /// <summary>Looks up the hash of the stem, or 0 for a stop word.</summary>
    /// <param name="hash">Hash of the folded word.</param>
    /// <param name="kazakh">Whether it is read as Kazakh.</param>
    /// <param name="stem">The answer.</param>
    public bool TryGet(ulong hash, bool kazakh, out uint stem)
    {
        ulong key = KeyOf(hash, kazakh);
        ref Entry first = ref entries[SetOf(key)];
        ref Entry second = ref entries[SetOf(key) + 1];
        if (first.Key == key)
        {
            stem = first.Stem;
            return true;
        }

        if (second.Key == key)
        {
            (first, second) = (second, first);
            stem = first.Stem;
            return true;
        }

        stem = 0;
        return false;
    }

    /// <summary>Stems a word and keeps the answer. The letters are spoilt.</summary>
    public uint Add(Span<char> letters, ulong hash, Script script, bool kazakh)
    {
        uint stem = StopWords.Contains(letters)
            ? 0
            : StableHash.Short(StableHash.OfLetters(letters[..Stemmer.Stem(letters, script, kazakh)]));
        ulong key = KeyOf(hash, kazakh);
        entries[SetOf(key) + 1] = entries[SetOf(key)];
        entries[SetOf(key)] = new Entry(key, stem);
        return stem;
    }

    // Zero is the key of a free entry.
    private static ulong KeyOf(ulong hash, bool kazakh) => Math.Max(1, kazakh ? hash ^ KazakhKey : hash);

    private static int SetOf(ulong key) => (int)(key & (Sets - 1)) * 2;

    private readonly record struct Entry(ulong Key, uint Stem);
}
