using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Stemming;

/// <summary>
/// Stems of the words met last. A few thousand words make up nearly all of any text, and stemming is most of the work
/// of preparing it. One a thread, of fixed size; it changes the speed and never the answer.
/// </summary>
internal sealed class StemCache
{
    private const int Size = 1 << 14;
    private const ulong KazakhKey = 0xA5A5_5A5A_0F0F_F0F1;

    [ThreadStatic]
    private static StemCache? ofThisThread;

    private readonly ulong[] keys = new ulong[Size];
    private readonly uint[] stems = new uint[Size];

    /// <summary>The cache of the thread.</summary>
    public static StemCache OfThisThread => ofThisThread ??= new StemCache();

    /// <summary>Hash of the stem of a folded word, or 0 for a stop word. The letters may be spoilt.</summary>
    public uint StemOf(Span<char> letters, ulong hash, Script script, bool kazakh)
    {
        ulong key = kazakh ? hash ^ KazakhKey : hash;
        int slot = (int)(key & (Size - 1));
        if (keys[slot] == key && key != 0)
        {
            return stems[slot];
        }

        uint stem = StopWords.Contains(letters)
            ? 0
            : StableHash.Short(StableHash.OfLetters(letters[..Stemmer.Stem(letters, script, kazakh)]));
        keys[slot] = key;
        stems[slot] = stem;
        return stem;
    }
}
