namespace TeacherCpd.Originality.Text;

/// <summary>
/// Hashes that never change between machines and versions, since an index stores them. A change here is a change of
/// <see cref="PreparedText.FormatVersion"/>.
/// </summary>
internal static class StableHash
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>64-bit hash of folded letters.</summary>
    public static ulong OfLetters(ReadOnlySpan<char> letters)
    {
        ulong hash = (ulong)letters.Length * Golden;
        while (letters.Length >= 4)
        {
            hash = Mix(hash ^ Four(letters[0], letters[1], letters[2], letters[3]));
            letters = letters[4..];
        }

        return letters.Length switch
        {
            3 => Mix(hash ^ Four(letters[0], letters[1], letters[2], '\0')),
            2 => Mix(hash ^ Four(letters[0], letters[1], '\0', '\0')),
            1 => Mix(hash ^ letters[0]),
            _ => hash,
        };
    }

    /// <summary>The same hash of the first eight letters of a word, four to a number, the first one in its lowest bits.</summary>
    /// <param name="length">Letters of the whole word, from 1.</param>
    /// <param name="first">Four letters, or zeros behind the last.</param>
    /// <param name="second">The next four.</param>
    public static ulong OfPlainLetters(int length, ulong first, ulong second)
    {
        ulong four = Mix(((ulong)length * Golden) ^ first);
        ulong eight = Mix(four ^ second);

        // Chosen without a branch: whether a word has five letters is anybody's guess, and a wrong guess costs more
        // than the second number.
        ulong longer = (ulong)((4L - length) >> 63);
        return four ^ ((four ^ eight) & longer);
    }

    /// <summary>Goes on with the letters behind the eighth.</summary>
    public static ulong OfMoreLetters(ulong hash, int length, ulong third, ulong fourth)
    {
        hash = Mix(hash ^ third);
        return length > 12 ? Mix(hash ^ fourth) : hash;
    }

    /// <summary>The 32 bits of a hash that stand for a word; never zero, which means "no stem".</summary>
    public static uint Short(ulong hash) => Math.Max(1, (uint)(hash >> 32));

    /// <summary>Hash of three stems, the same in whatever order they stand.</summary>
    public static ulong OfTriple(uint a, uint b, uint c)
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
        return Mix(low ^ (c * Golden));
    }

    private static ulong Four(char a, char b, char c, char d) =>
        a | ((ulong)b << 16) | ((ulong)c << 32) | ((ulong)d << 48);

    // The finaliser of SplitMix64: every bit of the input moves half the bits of the output.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
