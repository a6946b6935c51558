namespace TeacherCpd.Originality.Matching;

/// <summary>Literally shared phrases: for each word of the query the longest run of equal words that holds it.</summary>
internal static class SharedPhrases
{
    /// <summary>Words of a phrase that counts as literal.</summary>
    public const int ShortPhrase = 5;

    /// <summary>Words of a phrase that counts as copied at length.</summary>
    public const int LongPhrase = 25;

    // Places of one phrase in the source that are followed; a refrain has no need of more. The words that are followed
    // in all have a bound too: a text of one word over and over has runs at every place.
    private const int MostPlaces = 64;

    /// <summary>Raises <paramref name="longest"/>, one number a word of the query, to the runs shared with the source.</summary>
    public static void Mark(PreparedText query, PreparedText source, Span<int> longest)
    {
        ReadOnlySpan<uint> queryWords = query.WordHashes;
        ReadOnlySpan<uint> sourceWords = source.WordHashes;
        if (queryWords.Length < ShortPhrase || sourceWords.Length < ShortPhrase)
        {
            return;
        }

        // most sources share none, and are not indexed
        uint[] sourcePhrases = Of(sourceWords);
        if (!query.Phrases.HasAny(sourcePhrases))
        {
            return;
        }

        var index = new StemIndex(sourcePhrases);
        ReadOnlySpan<uint> phrases = Of(queryWords);
        long left = MostPlaces * ((long)queryWords.Length + sourceWords.Length);
        for (int q = 0; q < phrases.Length && left > 0; q++)
        {
            ReadOnlySpan<int> places = index.Of(phrases[q]);
            foreach (int s in places[..Math.Min(places.Length, MostPlaces)])
            {
                if (q > 0 && s > 0 && queryWords[q - 1] == sourceWords[s - 1])
                {
                    // The inside of a run that was followed from its start.
                    continue;
                }

                int run = queryWords[q..].CommonPrefixLength(sourceWords[s..]);
                left -= run;
                if (run >= ShortPhrase)
                {
                    foreach (ref int word in longest.Slice(q, run))
                    {
                        word = Math.Max(word, run);
                    }
                }
            }
        }
    }

    /// <summary>A hash, never zero, of the phrase that begins at each word.</summary>
    public static uint[] Of(ReadOnlySpan<uint> words)
    {
        uint[] phrases = new uint[Math.Max(0, words.Length - ShortPhrase + 1)];
        for (int i = 0; i < phrases.Length; i++)
        {
            uint hash = 0;
            foreach (uint word in words.Slice(i, ShortPhrase))
            {
                hash = (System.Numerics.BitOperations.RotateLeft(hash, 7) ^ word) * 0x85EBCA6B;
            }

            phrases[i] = Math.Max(hash, 1);
        }

        return phrases;
    }
}
