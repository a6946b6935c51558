namespace TeacherCpd.Originality.Index;

/// <summary>An index in memory, for tests and for work that is over when the program ends. Safe for several threads.</summary>
public sealed class MemoryIndexStore : IIndexStore
{
    private readonly Lock gate = new();
    private readonly List<byte[]?> documents = [];
    private readonly HashSet<int> withdrawn = [];
    private readonly Dictionary<int, List<PackedBlock>> blocks = [];
    private IndexSegment[] published = [];
    private int lastSegment;

    /// <summary>Documents added.</summary>
    public int Count => documents.Count;

    /// <summary>Adds a document; returns its number.</summary>
    public int Add(PreparedText text)
    {
        lock (gate)
        {
            documents.Add(PackedFingerprints.Pack(Fingerprints.OfDocument(text, Fingerprints.WindowFor(documents.Count + 1))));
            return documents.Count;
        }
    }

    /// <summary>No answer names the document any more.</summary>
    public void Withdraw(int number)
    {
        lock (gate)
        {
            withdrawn.Add(number);
        }
    }

    /// <inheritdoc/>
    public Task<IndexState> ReadStateAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(new IndexState(published, new HashSet<int>(withdrawn)));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<RecentDocument> RecentAsync(int after, int most, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return documents
                .Select((packed, i) => (packed, Number: i + 1))
                .Where(document => document.Number > after && document.packed is not null)
                .Take(most)
                .Select(document => new RecentDocument(document.Number, document.packed!))
                .ToList()
                .ToAsyncEnumerable();
        }
    }

    /// <inheritdoc/>
    public async Task ReadBlocksAsync(IndexSegment segment, IReadOnlyList<int> buckets, Action<PackedBlock> take, CancellationToken cancellationToken)
    {
        HashSet<int> asked = [.. buckets];
        await foreach (PackedBlock block in BlocksAsync(segment, cancellationToken).Where(block => asked.Contains(block.Bucket)))
        {
            take(block);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<PackedBlock> BlocksAsync(IndexSegment segment, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return (blocks.TryGetValue(segment.Id, out List<PackedBlock>? found) ? found : []).ToAsyncEnumerable();
        }
    }

    /// <inheritdoc/>
    public Task<int> BeginSegmentAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            blocks.Add(++lastSegment, []);
            return Task.FromResult(lastSegment);
        }
    }

    /// <inheritdoc/>
    public Task AddBlocksAsync(int segmentId, IReadOnlyList<PackedBlock> blocks, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            this.blocks[segmentId].AddRange(blocks);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task<bool> PublishAsync(IndexSegment segment, IReadOnlyList<IndexSegment> replaced, int recent, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            int[] moved = [.. Enumerable.Range(segment.FirstNumber, segment.LastNumber - segment.FirstNumber + 1).Where(number => documents[number - 1] is not null)];
            if (moved.Length != recent || replaced.Except(published).Any())
            {
                return Task.FromResult(false);
            }

            foreach (int number in moved)
            {
                documents[number - 1] = null;
            }

            published = [.. published.Except(replaced), segment];
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public Task DropLeftoversAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (int left in blocks.Keys.Except(published.Select(segment => segment.Id)).ToList())
            {
                blocks.Remove(left);
            }

            return Task.CompletedTask;
        }
    }
}
