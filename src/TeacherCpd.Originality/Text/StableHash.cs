namespace TeacherCpd.Originality.Text;

/// <summary>
/// Hashes that never change between machines and versions, since an index stores them. A change here is a change of
/// <see cref="PreparedText.FormatVersion"/>.
/// </summary>
internal static class StableHash
{
    /// <summary>Hash of a folded word; never zero, which means "no stem".</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in word)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        uint folded = (uint)(Mix(hash) >> 32);
        return folded == 0 ? 1 : folded;
    }

    /// <summary>Hash of three stems, the same in whatever order they stand.</summary>
    public static long OfTriple(uint a, uint b, uint c)
    {
        if (a > b)
        {
            (a, b) = (b, a);
        }

        if (b > c)
        {
            (b, c) = (c, b);
        }

        if (a > b)
        {
            (a, b) = (b, a);
        }

        ulong low = Mix(((ulong)a << 32) | b);
        return (long)Mix(low ^ (c * 0x9E3779B97F4A7C15));
    }

    // The finaliser of SplitMix64: every bit of the input moves half the bits of the output.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
