using TeacherCpd.Originality.Text;

namespace TeacherCpd.Originality.Index;

/// <summary>A fingerprint of the checked text and where it stands.</summary>
/// <param name="Hash">Fingerprint of three content stems near each other, their order ignored.</param>
/// <param name="Position">Number of the first of the three among the content words, from 0.</param>
public readonly record struct QueryFingerprint(long Hash, int Position);

/// <summary>
/// Fingerprints by which candidates are found. The index keeps a winnowed part of a document's triples; a query asks
/// for all of its triples and for some with a gap, so that a word put in or taken out hides nothing.
/// </summary>
public static class Fingerprints
{
    /// <summary>
    /// Bits of a fingerprint. Of a thousand million triples in an index, one question of 20,000 triples then meets about
    /// one by chance, which makes no candidate; each bit less makes the index smaller.
    /// </summary>
    public const int Bits = 44;

    /// <summary>
    /// Documents that the index keeps for a fingerprint, the earliest: a lesson copied by two hundred is still found, and
    /// a phrase of everybody does not fill it.
    /// </summary>
    public const int MostHolders = 64;

    /// <summary>Of so many triples in a row at least one is in the index.</summary>
    public const int DefaultWindow = 2;

    // From these numbers of documents on the index keeps less of each: there are so many that size matters more.
    private const int ManyDocuments = 100_000;
    private const int WindowOfMany = 4;
    private const int VeryManyDocuments = 200_000;
    private const int WindowOfVeryMany = 8;

    // Content words from the first to the last of a triple of the query: 3 look-ups a word for 3, 6 for 4, 10 for 5.
    private const int Reach = 4;

    /// <summary>The window for a document of this number; documents of different windows may be in one index.</summary>
    /// <param name="number">From 1, in the order of adding.</param>
    public static int WindowFor(int number) => number switch
    {
        <= ManyDocuments => DefaultWindow,
        <= VeryManyDocuments => WindowOfMany,
        _ => WindowOfVeryMany,
    };

    /// <summary>Fingerprints for the index: winnowed, ascending, each one once.</summary>
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

        // the order that winnows has nothing to do with the bits that are kept: else small fingerprints were the most
        uint[] order = new uint[triples];
        long[] hashes = new long[triples];
        for (int i = 0; i < triples; i++)
        {
            ulong whole = StableHash.OfTriple(stems[i], stems[i + 1], stems[i + 2]);
            order[i] = (uint)whole;
            hashes[i] = Cut(whole);
        }

        long[] kept = new long[triples];
        int count = 0;
        int smallest = -1;
        int windows = Math.Max(1, triples - window + 1);
        for (int first = 0; first < windows; first++)
        {
            int last = Math.Min(first + window, triples) - 1;
            int before = smallest;
            if (smallest < first)
            {
                smallest = first;
                for (int i = first + 1; i <= last; i++)
                {
                    smallest = order[i] <= order[smallest] ? i : smallest;
                }
            }
            else if (order[last] <= order[smallest])
            {
                smallest = last;
            }

            if (smallest != before)
            {
                kept[count++] = hashes[smallest];
            }
        }

        return Distinct(kept.AsSpan(0, count)).ToArray();
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
                    found.Add(new QueryFingerprint(Cut(StableHash.OfTriple(stems[i], stems[second], stems[third])), i));
                }
            }
        }

        return found;
    }

    /// <summary>The bucket of a fingerprint: its first bits.</summary>
    internal static int BucketOf(long hash, int bits) => (int)(hash >> (Bits - bits));

    /// <summary>The smallest fingerprint of a bucket.</summary>
    internal static long FirstOf(int bucket, int bits) => (long)bucket << (Bits - bits);

    /// <summary>The numbers ascending, each one once, at the beginning of the same span.</summary>
    internal static Span<long> Distinct(Span<long> numbers)
    {
        numbers.Sort();
        int count = 0;
        foreach (long number in numbers)
        {
            if (count == 0 || numbers[count - 1] != number)
            {
                numbers[count++] = number;
            }
        }

        return numbers[..count];
    }

    private static long Cut(ulong hash) => (long)(hash >> (64 - Bits));
}
