namespace TeacherCpd.Originality;

/// <summary>
/// An index in memory: twelve bytes a posting, about 20 KB for a document of 6,000 words. Documents are added first and
/// looked up after; looking up may be done from several threads at once.
/// </summary>
public sealed class MemoryIndex
{
    private readonly List<Guid> documents = [];
    private readonly List<long> hashes = [];
    private readonly List<int> owners = [];
    private readonly Lock sorting = new();
    private (long[] Hashes, int[] Owners)? sorted;

    /// <summary>Documents added.</summary>
    public int Count => documents.Count;

    /// <summary>Adds a document.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fingerprints">What it is known by, from <see cref="Fingerprints.OfDocument"/>.</param>
    public void Add(Guid id, IReadOnlyList<long> fingerprints)
    {
        ArgumentNullException.ThrowIfNull(fingerprints);
        hashes.AddRange(fingerprints);
        owners.AddRange(Enumerable.Repeat(documents.Count, fingerprints.Count));
        documents.Add(id);
        sorted = null;
    }

    /// <summary>The documents worth comparing with a text, the best first, see <see cref="Candidates.Rank"/>.</summary>
    /// <param name="text">The text to check.</param>
    /// <param name="most">Documents to return at most, from 1.</param>
    public IReadOnlyList<Candidate> Find(PreparedText text, int most = Candidates.DefaultMost)
    {
        IReadOnlyList<QueryFingerprint> query = Fingerprints.OfQuery(text);
        (long[] Hashes, int[] Owners) index = Sorted();
        return Candidates.Rank(query, query.Select(asked => asked.Hash).Distinct().SelectMany(hash => Postings(index, hash)), most);
    }

    private (long[] Hashes, int[] Owners) Sorted()
    {
        lock (sorting)
        {
            if (sorted is not { } ready)
            {
                ready = ([.. hashes], [.. owners]);
                Array.Sort(ready.Hashes, ready.Owners);
                sorted = ready;
            }

            return ready;
        }
    }

    private IEnumerable<Posting> Postings((long[] Hashes, int[] Owners) index, long hash)
    {
        int at = Array.BinarySearch(index.Hashes, hash);
        while (at > 0 && index.Hashes[at - 1] == hash)
        {
            at--;
        }

        for (; at >= 0 && at < index.Hashes.Length && index.Hashes[at] == hash; at++)
        {
            yield return new Posting(hash, documents[index.Owners[at]]);
        }
    }
}
