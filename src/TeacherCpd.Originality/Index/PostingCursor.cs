namespace TeacherCpd.Originality.Index;

/// <summary>Postings in the order of fingerprints and, for one fingerprint, of numbers.</summary>
internal sealed class PostingCursor : IAsyncDisposable
{
    // Bits that are left beside a fingerprint in 64.
    private const int MostDocumentBits = 64 - Fingerprints.Bits;

    private readonly IndexSegment? segment;
    private readonly IAsyncEnumerator<PackedBlock>? blocks;
    private long[] hashes = [];
    private int[] numbers = [];
    private int count;
    private int at;

    private PostingCursor(IndexSegment? segment, IAsyncEnumerator<PackedBlock>? blocks)
    {
        this.segment = segment;
        this.blocks = blocks;
    }

    /// <summary>Fingerprint of the posting; <see cref="long.MaxValue"/> behind the last.</summary>
    public long Hash => at < count ? hashes[at] : long.MaxValue;

    /// <summary>Number of its document.</summary>
    public int Number => numbers[at];

    /// <summary>Postings in memory.</summary>
    public int Count => count;

    /// <summary>Postings of recent documents; they stand at the first one.</summary>
    public static PostingCursor Of(IReadOnlyList<RecentDocument> recent)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recent.Count, 1 << MostDocumentBits);
        List<ulong> sorted = [];
        for (int i = 0; i < recent.Count; i++)
        {
            foreach (long hash in PackedFingerprints.Unpack(recent[i].Fingerprints))
            {
                sorted.Add(((ulong)hash << MostDocumentBits) | (uint)i);
            }
        }

        sorted.Sort();
        var cursor = new PostingCursor(null, null) { count = sorted.Count, hashes = new long[sorted.Count], numbers = new int[sorted.Count] };
        for (int i = 0; i < sorted.Count; i++)
        {
            cursor.hashes[i] = (long)(sorted[i] >> MostDocumentBits);
            cursor.numbers[i] = recent[(int)(sorted[i] & ((1 << MostDocumentBits) - 1))].Number;
        }

        return cursor;
    }

    /// <summary>Postings of a segment; they stand at the first one.</summary>
    public static async Task<PostingCursor> OfAsync(IndexSegment segment, IAsyncEnumerable<PackedBlock> blocks, CancellationToken cancellationToken)
    {
        var cursor = new PostingCursor(segment, blocks.GetAsyncEnumerator(cancellationToken));
        await cursor.FillAsync();
        return cursor;
    }

    /// <summary>Goes to the next posting.</summary>
    public ValueTask NextAsync() => ++at < count || blocks is null ? ValueTask.CompletedTask : FillAsync();

    public ValueTask DisposeAsync() => blocks?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask FillAsync()
    {
        at = 0;
        count = 0;
        while (count == 0 && await blocks!.MoveNextAsync())
        {
            Decode(blocks.Current);
        }
    }

    private void Decode(PackedBlock block)
    {
        // a posting is one byte at least
        if (hashes.Length < block.Data.Length)
        {
            hashes = new long[block.Data.Length];
            numbers = new int[block.Data.Length];
        }

        for (var postings = new BlockReader(segment!, block); postings.Read(); count++)
        {
            hashes[count] = postings.Hash;
            numbers[count] = postings.Number;
        }
    }
}
