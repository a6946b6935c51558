using System.Runtime.InteropServices;

namespace TeacherCpd.Originality.Index;

/// <summary>What an index answered to the fingerprints of a text, and the choice of the documents to compare in full.</summary>
internal sealed class Hits
{
    // Content words by which two hits are apart before it halves what they say together.
    private const int HalfAsNear = 8;

    private readonly IReadOnlyList<QueryFingerprint> query;
    private readonly Predicate<int> isSource;
    private readonly long[] asked;
    private readonly byte[] holders;
    private readonly List<(int Asked, int Number)> found = [];

    /// <summary>Begins with no answers.</summary>
    /// <param name="query">From <see cref="Fingerprints.OfQuery"/>.</param>
    /// <param name="isSource">Documents that may be named.</param>
    public Hits(IReadOnlyList<QueryFingerprint> query, Predicate<int> isSource)
    {
        this.query = query;
        this.isSource = isSource;
        long[] hashes = [.. query.Select(fingerprint => fingerprint.Hash)];
        asked = Fingerprints.Distinct(hashes).ToArray();
        holders = new byte[asked.Length];
    }

    /// <summary>The buckets in which the asked fingerprints lie, ascending.</summary>
    public List<int> BucketsOf(IndexSegment segment)
    {
        List<int> buckets = [];
        foreach (long hash in asked)
        {
            int bucket = Fingerprints.BucketOf(hash, segment.BucketBits);
            if (buckets.Count == 0 || buckets[^1] != bucket)
            {
                buckets.Add(bucket);
            }
        }

        return buckets;
    }

    /// <summary>
    /// Takes the answers that a block holds. Blocks come segment by segment, the earliest documents first; those of one segment
    /// may come from several threads at once, since each fingerprint is in one of them.
    /// </summary>
    public void Add(IndexSegment segment, PackedBlock block)
    {
        var postings = new BlockReader(segment, block);
        int at = Array.BinarySearch(asked, postings.Hash);
        at = at < 0 ? ~at : at;
        while (postings.Read())
        {
            while (at < asked.Length && asked[at] < postings.Hash)
            {
                at++;
            }

            if (at == asked.Length)
            {
                return;
            }

            if (asked[at] == postings.Hash)
            {
                Add(at, postings.Number);
            }
        }
    }

    /// <summary>Takes the answers that a recent document holds; after all segments, the earliest first.</summary>
    public void Add(RecentDocument document)
    {
        ReadOnlySpan<byte> packed = document.Fingerprints;
        long hash = 0;
        int reached = 0;
        for (int at = 0; at < packed.Length && reached < asked.Length;)
        {
            hash += (long)Varint.Read(packed, ref at);
            while (reached < asked.Length && asked[reached] < hash)
            {
                reached++;
            }

            if (reached < asked.Length && asked[reached] == hash)
            {
                Add(reached, document.Number);
            }
        }
    }

    /// <summary>
    /// The best documents first: those whose hits stand near each other in the text, and are shared with few documents.
    /// Chance strews its hits over the whole text; a passage has them side by side. Ties go to the earlier document. Where more
    /// documents were hit than can be compared, those with a single hit are left out: which of them are compared would be chance.
    /// </summary>
    /// <param name="most">Documents to return at most.</param>
    public IReadOnlyList<Candidate> Best(int most)
    {
        int[] firsts = new int[asked.Length + 1];
        for (int i = 0; i < asked.Length; i++)
        {
            firsts[i + 1] = firsts[i] + holders[i];
        }

        // by fingerprint; those of one came in the order of their numbers, and stay in it
        int[] numbers = new int[found.Count];
        Array.Clear(holders);
        foreach ((int at, int number) in found)
        {
            numbers[firsts[at] + holders[at]++] = number;
        }

        Dictionary<int, Tally> tallies = [];
        Array.Clear(holders);
        foreach (QueryFingerprint fingerprint in query)
        {
            int at = Array.BinarySearch(asked, fingerprint.Hash);
            int count = firsts[at + 1] - firsts[at];
            if (count == 0 || holders[at] > 0)
            {
                continue;
            }

            // a fingerprint that the text has several times counts where it stands first
            holders[at] = 1;
            for (int i = firsts[at]; i < firsts[at + 1]; i++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(tallies, numbers[i], out _).Count(fingerprint.Position, 1.0 / count);
            }
        }

        int several = tallies.Count <= most ? 0 : tallies.Values.Count(tally => tally.Hits > 1);
        return [.. tallies
            .Where(entry => several == 0 || entry.Value.Hits > 1)
            .OrderByDescending(entry => entry.Value.Score)
            .ThenByDescending(entry => entry.Value.Weight)
            .ThenBy(entry => entry.Key)
            .Take(most)
            .Select(entry => new Candidate(entry.Key, entry.Value.Score, entry.Value.Hits))];
    }

    private void Add(int at, int number)
    {
        if (holders[at] < Fingerprints.MostHolders && isSource(number))
        {
            holders[at]++;
            lock (found)
            {
                found.Add((at, number));
            }
        }
    }

    private struct Tally
    {
        private int lastPosition;
        private double lastWeight;

        public double Score { get; private set; }

        public double Weight { get; private set; }

        public int Hits { get; private set; }

        public void Count(int position, double weight)
        {
            Score += Hits > 0 ? Math.Sqrt(weight * lastWeight) / (HalfAsNear + position - lastPosition) : 0;
            lastPosition = position;
            lastWeight = weight;
            Weight += weight;
            Hits++;
        }
    }
}
