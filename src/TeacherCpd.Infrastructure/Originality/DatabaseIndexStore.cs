using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;
using Segment = TeacherCpd.Originality.Index.IndexSegment;
using SegmentRow = TeacherCpd.Domain.Originality.IndexSegment;

namespace TeacherCpd.Infrastructure.Originality;

/// <summary>
/// The index in a database. Blocks are read and written some thousand at a time, each time in a step of its own: a merge
/// keeps nobody waiting, and one that breaks leaves a segment that nobody reads.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="time">The clock.</param>
public sealed class DatabaseIndexStore(DbContext db, TimeProvider time) : IIndexStore
{
    private const int DocumentsAtOnce = 500;
    private const int BlocksAtOnce = 4_000;
    private const int BlocksAskedAtOnce = 30_000;

    // Far longer than a merge should take. One that took longer after all is refused when it wants to publish.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(6);

    private IQueryable<IndexedDocument> Recent => db.Set<IndexedDocument>().Where(d => d.Fingerprints != null);

    /// <inheritdoc/>
    public async Task<IndexState> ReadStateAsync(CancellationToken cancellationToken)
    {
        // in two parts, since no index answers "other than"
        if (await db.Set<IndexedDocument>().AnyAsync(d => d.FormatVersion < PreparedText.FormatVersion, cancellationToken)
            || await db.Set<IndexedDocument>().AnyAsync(d => d.FormatVersion > PreparedText.FormatVersion, cancellationToken))
        {
            throw new IndexOutdatedException();
        }

        var segments = await db.Set<SegmentRow>()
            .Where(s => s.Status == IndexSegmentStatus.Published)
            .OrderBy(s => s.FirstNumber)
            .Select(s => new Segment(s.Id, s.FirstNumber, s.LastNumber, s.BucketBits, s.Postings))
            .ToListAsync(cancellationToken);
        var withdrawn = await db.Set<IndexedDocument>().Where(d => d.Status == IndexedDocumentStatus.Withdrawn).Select(d => d.Number).ToListAsync(cancellationToken);
        return new IndexState(segments, withdrawn.ToHashSet());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecentDocument> RecentAsync(int after, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var isMore = true; isMore && most > 0;)
        {
            var page = Math.Min(most, DocumentsAtOnce);
            var recent = await Recent
                .Where(d => d.Number > after)
                .OrderBy(d => d.Number)
                .Select(d => new { d.Number, d.Fingerprints })
                .Take(page)
                .ToListAsync(cancellationToken);
            foreach (var document in recent)
            {
                yield return new RecentDocument(document.Number, document.Fingerprints!);
                after = document.Number;
            }

            most -= recent.Count;
            isMore = recent.Count == page;
        }
    }

    /// <inheritdoc/>
    public async Task ReadBlocksAsync(Segment segment, IReadOnlyList<int> buckets, Action<PackedBlock> take, CancellationToken cancellationToken)
    {
        foreach (var ids in buckets.Select(bucket => IndexBlock.IdOf(segment.Id, bucket)).Chunk(BlocksAskedAtOnce))
        {
            // one parameter with all of them: a parameter for each takes five times as long
            var blocks = db.Set<IndexBlock>().Where(b => EF.Parameter(ids).Contains(b.Id)).Select(b => new { b.Id, b.Data }).AsAsyncEnumerable();
            await foreach (var block in blocks.WithCancellation(cancellationToken))
            {
                take(new PackedBlock(IndexBlock.BucketOf(block.Id), block.Data));
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PackedBlock> BlocksAsync(Segment segment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = IndexBlock.IdOf(segment.Id, 0);
        var end = IndexBlock.IdOf(segment.Id + 1, 0);
        for (var isMore = true; isMore;)
        {
            var some = await db.Set<IndexBlock>()
                .Where(b => b.Id >= next && b.Id < end)
                .OrderBy(b => b.Id)
                .Take(BlocksAtOnce)
                .Select(b => new { b.Id, b.Data })
                .ToListAsync(cancellationToken);
            foreach (var block in some)
            {
                yield return new PackedBlock(IndexBlock.BucketOf(block.Id), block.Data);
                next = block.Id + 1;
            }

            isMore = some.Count == BlocksAtOnce;
        }
    }

    /// <inheritdoc/>
    public async Task<int> BeginSegmentAsync(CancellationToken cancellationToken)
    {
        var segment = new SegmentRow { BegunAt = time.GetUtcNow().UtcDateTime };
        db.Add(segment);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return segment.Id;
    }

    /// <inheritdoc/>
    public async Task AddBlocksAsync(int segmentId, IReadOnlyList<PackedBlock> blocks, CancellationToken cancellationToken)
    {
        db.AddRange(blocks.Select(block => new IndexBlock { Id = IndexBlock.IdOf(segmentId, block.Bucket), Data = block.Data }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <inheritdoc/>
    public Task<bool> PublishAsync(Segment segment, IReadOnlyList<Segment> replaced, int recent, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            // not beside another that takes segments away or begins the index anew
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, token);

            // of two merges of the same documents the second waits here for the first, and finds none of them left
            var moved = await Recent
                .Where(d => d.Number >= segment.FirstNumber && d.Number <= segment.LastNumber && d.FormatVersion == PreparedText.FormatVersion)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.Fingerprints, (byte[]?)null), token);
            var ids = replaced.Select(s => s.Id).ToList();
            var gone = await db.Set<SegmentRow>()
                .Where(s => ids.Contains(s.Id) && s.Status == IndexSegmentStatus.Published)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, IndexSegmentStatus.Replaced), token);
            var published = await db.Set<SegmentRow>().Where(s => s.Id == segment.Id && s.Status == IndexSegmentStatus.Building).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.Status, IndexSegmentStatus.Published)
                    .SetProperty(x => x.FirstNumber, segment.FirstNumber)
                    .SetProperty(x => x.LastNumber, segment.LastNumber)
                    .SetProperty(x => x.BucketBits, segment.BucketBits)
                    .SetProperty(x => x.Postings, segment.Postings),
                token);
            if (moved != recent || gone != replaced.Count || published != 1)
            {
                // another was faster: what was built for nothing is deleted with the next merge
                await transaction.RollbackAsync(token);
                await db.Set<SegmentRow>()
                    .Where(s => s.Id == segment.Id && s.Status == IndexSegmentStatus.Building)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, IndexSegmentStatus.Replaced), token);
                return false;
            }

            await transaction.CommitAsync(token);
            return true;
        }, cancellationToken);

    /// <inheritdoc/>
    public async Task DropLeftoversAsync(CancellationToken cancellationToken)
    {
        var abandoned = time.GetUtcNow().UtcDateTime - Abandoned;
        var left = await db.Set<SegmentRow>()
            .Where(s => s.Status == IndexSegmentStatus.Replaced || (s.Status == IndexSegmentStatus.Building && s.BegunAt < abandoned))
            .Select(s => s.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in left)
        {
            var blocks = db.Set<IndexBlock>().Where(b => b.Id >= IndexBlock.IdOf(id, 0) && b.Id < IndexBlock.IdOf(id + 1, 0));
            while (await blocks.OrderBy(b => b.Id).Skip(BlocksAtOnce - 1).Select(b => (long?)b.Id).FirstOrDefaultAsync(cancellationToken) is { } last)
            {
                await blocks.Where(b => b.Id <= last).ExecuteDeleteAsync(cancellationToken);
            }

            await blocks.ExecuteDeleteAsync(cancellationToken);
            await db.Set<SegmentRow>().Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
