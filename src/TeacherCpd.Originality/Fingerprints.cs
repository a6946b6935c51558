using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality;

/// <summary>A fingerprint of the checked text and where it stands.</summary>
/// <param name="Hash">64-bit fingerprint of three content stems near each other, their order ignored.</param>
/// <param name="Position">Number of the first of the three among the content words, from 0.</param>
public readonly record struct QueryFingerprint(long Hash, int Position);

/// <summary>
/// Fingerprints by which candidates are found. The index keeps a winnowed part of a document's triples; a query asks
/// for all of its triples and for some with a gap, so that a word put in or taken out hides nothing.
/// </summary>
public static class Fingerprints
{
    /// <summary>Of so many triples in a row at least one is in the index.</summary>
    public const int DefaultWindow = 4;

    // Content words from the first to the last of a triple of the query: 3 look-ups a word for 3, 6 for 4, 10 for 5.
    private const int Reach = 4;

    /// <summary>Fingerprints for the index: winnowed, each one once, in no particular order.</summary>
    /// <param name="text">Document.</param>
    /// <param name="window">Triples of which one is kept at least, from 1; wider makes a smaller index that finds less.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window is below 1.</exception>
    public static IReadOnlyList<long> OfDocument(PreparedText text, int window = DefaultWindow)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ReadOnlySpan<uint> stems = text.Stems;
        int triples = stems.Length - 2;
        if (triples <= 0)
        {
            return [];
        }

        long[] hashes = new long[triples];
        for (int i = 0; i < triples; i++)
        {
            hashes[i] = StableHash.OfTriple(stems[i], stems[i + 1], stems[i + 2]);
        }

        var kept = new HashSet<long>(triples / 2);
        int smallest = -1;
        int windows = Math.Max(1, triples - window + 1);
        for (int first = 0; first < windows; first++)
        {
            int last = Math.Min(first + window, triples) - 1;
            if (smallest < first)
            {
                smallest = first;
                for (int i = first + 1; i <= last; i++)
                {
                    smallest = hashes[i] <= hashes[smallest] ? i : smallest;
                }
            }
            else if (hashes[last] <= hashes[smallest])
            {
                smallest = last;
            }

            kept.Add(hashes[smallest]);
        }

        return [.. kept];
    }

    /// <summary>
    /// Fingerprints to look up, in the order of the text: triples, and triples with stems
    /// left out between. The same one may come twice.
    /// </summary>
    /// <param name="text">The text to check.</param>
    public static IReadOnlyList<QueryFingerprint> OfQuery(PreparedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<uint> stems = text.Stems;
        var found = new List<QueryFingerprint>(Math.Max(0, (stems.Length - 2) * (Reach * (Reach - 1) / 2)));
        for (int i = 0; i + 2 < stems.Length; i++)
        {
            int last = Math.Min(i + Reach, stems.Length - 1);
            for (int second = i + 1; second < last; second++)
            {
                for (int third = second + 1; third <= last; third++)
                {
                    found.Add(new QueryFingerprint(StableHash.OfTriple(stems[i], stems[second], stems[third]), i));
                }
            }
        }

        return found;
    }
}
