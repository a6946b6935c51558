using TeacherCpd.Originality.Index;

namespace TeacherCpd.Originality.Tests.Index;

public sealed class FingerprintIndexTests
{
    private static readonly PreparedText[] Texts = [.. Samples.All.SelectMany(Halves).Select(PreparedText.From)];

    private readonly MemoryIndexStore store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ADocument_IsFoundFromTheMomentItWasAdded()
    {
        Assert.Empty(await FindAsync(Texts[1]));

        foreach (PreparedText text in Texts)
        {
            int number = store.Add(text);
            Assert.Contains(await FindAsync(text), c => c.Number == number);
        }
    }

    [Fact]
    public async Task ATextWithoutWords_IsNoAnswerAndFindsNone()
    {
        store.Add(PreparedText.From("12 345"));
        store.Add(Texts[0]);

        Assert.Empty(await FindAsync(PreparedText.From("")));
        Assert.Equal([2], (await FindAsync(Texts[0])).Select(c => c.Number));
    }

    [Fact]
    public async Task Merging_ChangesNoAnswer_WhereverItComes()
    {
        var unmerged = new MemoryIndexStore();
        for (int round = 0; round < 40; round++)
        {
            PreparedText text = Texts[round % Texts.Length];
            store.Add(text);
            unmerged.Add(text);
            if (round % 3 == 2)
            {
                await new FingerprintIndex(store).MergeAsync(1, Stop);
            }

            Assert.Equal(await new FingerprintIndex(unmerged).FindAsync(text, null, 40, Stop), await FindAsync(text));
        }

        IndexState state = await store.ReadStateAsync(Stop);
        Assert.InRange(state.Segments.Count, 1, 4);
        Assert.Equal(1, state.Segments[0].FirstNumber);
        Assert.Equal(39, state.Segments[^1].LastNumber);
    }

    [Fact]
    public async Task FewRecentDocuments_AreNotWorthAMerge()
    {
        AddAll();

        await new FingerprintIndex(store).MergeAsync(Texts.Length + 1, Stop);
        Assert.Empty((await store.ReadStateAsync(Stop)).Segments);

        await new FingerprintIndex(store).MergeAsync(Texts.Length, Stop);
        Assert.Single((await store.ReadStateAsync(Stop)).Segments);
        Assert.Empty(await store.RecentAsync(0, 10, Stop).ToListAsync(Stop));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AWithdrawnDocument_IsNamedByNoAnswerAndLeavesWithTheNextMerge(bool merged)
    {
        AddAll();
        if (merged)
        {
            await new FingerprintIndex(store).MergeAsync(1, Stop);
        }

        store.Withdraw(2);

        Assert.DoesNotContain(await FindAsync(Texts[1]), c => c.Number == 2);
        AddAll();
        await new FingerprintIndex(store).MergeAsync(1, Stop);
        IndexSegment all = Assert.Single((await store.ReadStateAsync(Stop)).Segments);
        int expected = Texts.Concat(Texts).Sum(text => Fingerprints.OfDocument(text).Count) - Fingerprints.OfDocument(Texts[1]).Count;
        Assert.Equal(expected, all.Postings);
    }

    [Theory]
    [InlineData(nameof(IIndexStore.BeginSegmentAsync))]
    [InlineData(nameof(IIndexStore.AddBlocksAsync))]
    [InlineData(nameof(IIndexStore.PublishAsync))]
    public async Task AMergeThatBreaks_LosesNothing(string at)
    {
        AddAll();
        await new FingerprintIndex(store).MergeAsync(1, Stop);
        AddAll();
        IReadOnlyList<Candidate>[] before = await FindAllAsync();

        await Assert.ThrowsAsync<IOException>(() => new FingerprintIndex(new Troubled(store, at, () => throw new IOException())).MergeAsync(1, Stop));

        Assert.Equal(before, await FindAllAsync());
        await new FingerprintIndex(store).MergeAsync(1, Stop);
        Assert.Equal(before, await FindAllAsync());
        Assert.Single((await store.ReadStateAsync(Stop)).Segments);
    }

    [Theory]
    [InlineData(nameof(IIndexStore.ReadBlocksAsync))]
    [InlineData(nameof(IIndexStore.RecentAsync))]
    public async Task AnswersDuringAMerge_AreRight(string at)
    {
        AddAll();
        await new FingerprintIndex(store).MergeAsync(1, Stop);
        AddAll();
        IReadOnlyList<Candidate> before = await FindAsync(Texts[3]);
        int times = 0;
        var troubled = new Troubled(store, at, () =>
        {
            // a whole merge, and the one that clears up after it, between two reads of one look-up
            if (times++ == 0)
            {
                new FingerprintIndex(store).MergeAsync(1, Stop).Wait(Stop);
                store.DropLeftoversAsync(Stop).Wait(Stop);
            }
        });

        Assert.Equal(before, await new FingerprintIndex(troubled).FindAsync(Texts[3], null, 40, Stop));
        Assert.True(times > 1);
    }

    [Fact]
    public async Task OfTwoMergesAtOnce_OneCounts()
    {
        AddAll();
        IReadOnlyList<Candidate>[] before = await FindAllAsync();
        var slow = new Troubled(store, nameof(IIndexStore.PublishAsync), () => new FingerprintIndex(store).MergeAsync(1, Stop).Wait(Stop));

        await new FingerprintIndex(slow).MergeAsync(1, Stop);

        Assert.Single((await store.ReadStateAsync(Stop)).Segments);
        Assert.Equal(before, await FindAllAsync());
    }

    [Fact]
    public async Task OnlyDocumentsThatMayBeSources_AreNamed()
    {
        AddAll();
        AddAll();

        Assert.Equal([2], (await new FingerprintIndex(store).FindAsync(Texts[1], number => number < 3, 40, Stop)).Select(c => c.Number).Where(n => n % 2 == 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new FingerprintIndex(store).FindAsync(Texts[1], null, 0, Stop));
    }

    private static IEnumerable<string> Halves(string text)
    {
        int middle = text.IndexOf(". ", text.Length / 2, StringComparison.Ordinal) + 2;
        return [text, text[..middle], text[middle..]];
    }

    private void AddAll() => Array.ForEach(Texts, text => store.Add(text));

    private Task<IReadOnlyList<Candidate>> FindAsync(PreparedText text) => new FingerprintIndex(store).FindAsync(text, null, 40, Stop);

    private Task<IReadOnlyList<Candidate>[]> FindAllAsync() => Task.WhenAll(Texts.Select(FindAsync));

    /// <summary>A store to which something happens right before a step.</summary>
    private sealed class Troubled(IIndexStore store, string step, Action happens) : IIndexStore
    {
        public Task<IndexState> ReadStateAsync(CancellationToken cancellationToken) => Before(nameof(ReadStateAsync)).ReadStateAsync(cancellationToken);

        public IAsyncEnumerable<RecentDocument> RecentAsync(int after, int most, CancellationToken cancellationToken) =>
            Before(nameof(RecentAsync)).RecentAsync(after, most, cancellationToken);

        public Task ReadBlocksAsync(IndexSegment segment, IReadOnlyList<int> buckets, Action<PackedBlock> take, CancellationToken cancellationToken) =>
            Before(nameof(ReadBlocksAsync)).ReadBlocksAsync(segment, buckets, take, cancellationToken);

        public IAsyncEnumerable<PackedBlock> BlocksAsync(IndexSegment segment, CancellationToken cancellationToken) =>
            Before(nameof(BlocksAsync)).BlocksAsync(segment, cancellationToken);

        public Task<int> BeginSegmentAsync(CancellationToken cancellationToken) => Before(nameof(BeginSegmentAsync)).BeginSegmentAsync(cancellationToken);

        public Task AddBlocksAsync(int segmentId, IReadOnlyList<PackedBlock> blocks, CancellationToken cancellationToken) =>
            Before(nameof(AddBlocksAsync)).AddBlocksAsync(segmentId, blocks, cancellationToken);

        public Task<bool> PublishAsync(IndexSegment segment, IReadOnlyList<IndexSegment> replaced, int recent, CancellationToken cancellationToken) =>
            Before(nameof(PublishAsync)).PublishAsync(segment, replaced, recent, cancellationToken);

        public Task DropLeftoversAsync(CancellationToken cancellationToken) => Before(nameof(DropLeftoversAsync)).DropLeftoversAsync(cancellationToken);

        private IIndexStore Before(string now)
        {
            if (now == step)
            {
                happens();
            }

            return store;
        }
    }
}
