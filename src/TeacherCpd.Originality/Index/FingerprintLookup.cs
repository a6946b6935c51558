namespace TeacherCpd.Originality.Index;

/// <summary>Finds the documents that a text may come from.</summary>
public class FingerprintLookup(IIndexReader reader)
{
    /// <summary>Candidates that are usually compared.</summary>
    public const int DefaultMost = 40;

    /// <summary>The documents worth comparing with a text, the best first.</summary>
    /// <param name="text">The text to check.</param>
    /// <param name="isSource">Which numbers may be named; null for all. Withdrawn documents never are.</param>
    /// <param name="most">Documents to return at most, from 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="IndexOutdatedException">The index must be made anew.</exception>
    public async Task<IReadOnlyList<Candidate>> FindAsync(
        PreparedText text, Predicate<int>? isSource = null, int most = DefaultMost, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        IReadOnlyList<QueryFingerprint> query = Fingerprints.OfQuery(text);
        IndexState state = await reader.ReadStateAsync(cancellationToken);
        while (true)
        {
            IReadOnlySet<int> withdrawn = state.Withdrawn;
            var hits = new Hits(query, number => !withdrawn.Contains(number) && isSource?.Invoke(number) != false);
            foreach (IndexSegment segment in state.Segments)
            {
                await reader.ReadBlocksAsync(segment, hits.BucketsOf(segment), block => hits.Add(segment, block), cancellationToken);
            }

            await foreach (RecentDocument document in reader.RecentAsync(state.LastNumber, int.MaxValue, cancellationToken))
            {
                hits.Add(document);
            }

            // documents may have moved from the recent ones to a segment while this read one and then the other
            IndexState after = await reader.ReadStateAsync(cancellationToken);
            if (after.Segments.SequenceEqual(state.Segments))
            {
                return hits.Best(most);
            }

            // a merge takes longer than looking up, so this comes to an end
            state = after;
        }
    }
}
