namespace TeacherCpd.Originality.Index;

/// <summary>
/// An index that grows. New documents are looked through one by one; <see cref="MergeAsync"/> moves them, when there are
/// many, into segments in which only the blocks are read that may hold an answer. Merging changes no answer, may be
/// broken off anywhere, and runs beside looking up and adding.
/// </summary>
public sealed class FingerprintIndex : FingerprintLookup
{
    /// <summary>Recent documents from which a merge is worth its work.</summary>
    public const int MergeFrom = 256;

    // Documents merged at once, which bounds the memory: about 12 million postings, 300 MB while they are sorted.
    private const int MostMerged = 8_192;

    // A segment that is larger than what comes after it by this is left alone. So there are few segments, each much
    // larger than the next, and a posting is written again a few times only, however large the index grows.
    private const int Growth = 6;

    private const int BlocksAtOnce = 2_000;

    private readonly IIndexStore store;

    /// <summary>The index of a store.</summary>
    public FingerprintIndex(IIndexStore store)
        : base(store) => this.store = store;

    /// <summary>Moves recent documents into segments until few are left.</summary>
    /// <param name="from">Recent documents from which it is done, from 1.</param>
    /// <param name="cancellationToken">Breaks it off; the next merge clears away what was begun.</param>
    /// <exception cref="IndexOutdatedException">The index must be made anew.</exception>
    public async Task MergeAsync(int from = MergeFrom, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        await store.DropLeftoversAsync(cancellationToken);
        while (await MergeOnceAsync(from, cancellationToken))
        {
        }
    }

    private async Task<bool> MergeOnceAsync(int from, CancellationToken cancellationToken)
    {
        IndexState state = await store.ReadStateAsync(cancellationToken);
        List<RecentDocument> recent = [];
        await foreach (RecentDocument document in store.RecentAsync(state.LastNumber, MostMerged, cancellationToken))
        {
            recent.Add(document);
        }

        if (recent.Count < from)
        {
            return false;
        }

        IReadOnlySet<int> withdrawn = state.Withdrawn;
        List<PostingCursor> cursors = [PostingCursor.Of(recent)];
        long postings = cursors[0].Count;
        List<IndexSegment> replaced = [];
        foreach (IndexSegment segment in state.Segments.Reverse().TakeWhile(segment => segment.Postings <= Growth * postings))
        {
            replaced.Insert(0, segment);
            postings += segment.Postings;
        }

        int first = replaced.Count > 0 ? replaced[0].FirstNumber : recent[0].Number;
        int id = await store.BeginSegmentAsync(cancellationToken);
        var writer = new BlockWriter(first, postings);
        try
        {
            // the segment with the earlier documents comes first
            for (int i = 0; i < replaced.Count; i++)
            {
                cursors.Insert(i, await PostingCursor.OfAsync(replaced[i], store.BlocksAsync(replaced[i], cancellationToken), cancellationToken));
            }

            for (long hash = Smallest(cursors); hash < long.MaxValue; hash = Smallest(cursors))
            {
                foreach (PostingCursor cursor in cursors)
                {
                    for (; cursor.Hash == hash; await cursor.NextAsync())
                    {
                        if (withdrawn.Count == 0 || !withdrawn.Contains(cursor.Number))
                        {
                            writer.Add(hash, cursor.Number);
                        }
                    }
                }

                if (writer.Finished.Count == BlocksAtOnce)
                {
                    await SaveAsync();
                }
            }

            writer.Complete();
            await SaveAsync();
        }
        finally
        {
            foreach (PostingCursor cursor in cursors)
            {
                await cursor.DisposeAsync();
            }
        }

        var finished = new IndexSegment(id, first, recent[^1].Number, writer.BucketBits, writer.Postings);
        return await store.PublishAsync(finished, replaced, recent.Count, cancellationToken) && recent.Count == MostMerged;

        async Task SaveAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.AddBlocksAsync(id, writer.Finished, cancellationToken);
            writer.Finished.Clear();
        }
    }

    private static long Smallest(List<PostingCursor> cursors)
    {
        long smallest = long.MaxValue;
        foreach (PostingCursor cursor in cursors)
        {
            smallest = Math.Min(smallest, cursor.Hash);
        }

        return smallest;
    }
}
