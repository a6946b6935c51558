namespace TeacherCpd.Originality;

/// <summary>A row of the index that answers a fingerprint of the query.</summary>
/// <param name="Hash">Fingerprint.</param>
/// <param name="Document">Document that has it.</param>
public readonly record struct Posting(long Hash, Guid Document);

/// <summary>A document worth comparing.</summary>
/// <param name="Document">Id.</param>
/// <param name="Score">Sum of 1 / (documents with the fingerprint) over the shared fingerprints; larger is likelier.</param>
/// <param name="Hits">Shared fingerprints.</param>
public readonly record struct Candidate(Guid Document, double Score, int Hits);

/// <summary>Chooses the documents to compare in full from what the index answered.</summary>
public static class Candidates
{
    /// <summary>Candidates that are usually compared.</summary>
    public const int DefaultMost = 40;

    // Content words between two hits that make a passage rather than chance likely.
    private const int NearHits = 60;

    /// <summary>
    /// The best documents first: those with two hits near each other before the others, then by score, to which a
    /// fingerprint adds the more the fewer documents have it. Ties go to the smaller id, so that the order of the rows
    /// changes nothing.
    /// </summary>
    /// <param name="query">What was looked up, from <see cref="Fingerprints.OfQuery"/>.</param>
    /// <param name="postings">All rows of the index with one of its hashes, in any order; rows given twice count once.</param>
    /// <param name="most">Documents to return at most, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    public static IReadOnlyList<Candidate> Rank(
        IReadOnlyList<QueryFingerprint> query, IEnumerable<Posting> postings, int most = DefaultMost)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        Dictionary<long, HashSet<Guid>> holders = [];
        foreach (Posting posting in postings)
        {
            if (!holders.TryGetValue(posting.Hash, out HashSet<Guid>? documents))
            {
                holders[posting.Hash] = documents = [];
            }

            documents.Add(posting.Document);
        }

        Dictionary<Guid, Tally> tallies = [];
        foreach (QueryFingerprint asked in query)
        {
            if (!holders.Remove(asked.Hash, out HashSet<Guid>? documents))
            {
                continue;
            }

            foreach (Guid document in documents)
            {
                tallies.TryGetValue(document, out Tally tally);
                tallies[document] = tally.With(asked.Position, 1.0 / documents.Count);
            }
        }

        return tallies
            .OrderByDescending(entry => entry.Value.Near)
            .ThenByDescending(entry => entry.Value.Score)
            .ThenBy(entry => entry.Key)
            .Take(most)
            .Select(entry => new Candidate(entry.Key, entry.Value.Score, entry.Value.Hits))
            .ToList();
    }

    private readonly record struct Tally(double Score, int Hits, int LastPosition, bool Near)
    {
        public Tally With(int position, double weight) =>
            new(Score + weight, Hits + 1, position, Near || (Hits > 0 && position - LastPosition <= NearHits));
    }
}
