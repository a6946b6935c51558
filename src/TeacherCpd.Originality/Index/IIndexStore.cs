namespace TeacherCpd.Originality.Index;

/// <summary>
/// An index as it can be read. Documents have numbers from 1 in the order in which they were added; one that was added has
/// the next number, and whoever sees a number sees all smaller ones. New documents are kept as they came, each with its
/// packed fingerprints, until a merge moves them into a segment: an immutable run of blocks.
/// </summary>
public interface IIndexReader
{
    /// <summary>Segments and withdrawn documents as they are now.</summary>
    /// <exception cref="IndexOutdatedException">The index was made with another <see cref="PreparedText.FormatVersion"/>.</exception>
    Task<IndexState> ReadStateAsync(CancellationToken cancellationToken);

    /// <summary>Documents that are in no segment yet, the earliest first; withdrawn ones may be among them.</summary>
    /// <param name="after">The last number of the last segment, or 0: the documents come after it.</param>
    /// <param name="most">Documents to read at most, from 1.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<RecentDocument> RecentAsync(int after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Hands over those of the asked blocks of a segment that exist, in any order, from several threads at once: so a block is
    /// done with before the next is read.
    /// </summary>
    /// <param name="segment">A published segment.</param>
    /// <param name="buckets">Buckets, ascending and each one once.</param>
    /// <param name="take">Takes a block.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task ReadBlocksAsync(IndexSegment segment, IReadOnlyList<int> buckets, Action<PackedBlock> take, CancellationToken cancellationToken);
}

/// <summary>Where an index is kept, and grows.</summary>
public interface IIndexStore : IIndexReader
{
    /// <summary>All blocks of a segment, by bucket ascending.</summary>
    IAsyncEnumerable<PackedBlock> BlocksAsync(IndexSegment segment, CancellationToken cancellationToken);

    /// <summary>Begins a segment that nobody reads before it is published; returns its id, larger than all before.</summary>
    Task<int> BeginSegmentAsync(CancellationToken cancellationToken);

    /// <summary>Adds blocks to a segment that was begun; saved at once.</summary>
    Task AddBlocksAsync(int segmentId, IReadOnlyList<PackedBlock> blocks, CancellationToken cancellationToken);

    /// <summary>
    /// In one step: the segment can be read, the replaced segments and the recent documents within its numbers cannot.
    /// </summary>
    /// <param name="segment">The finished segment.</param>
    /// <param name="replaced">Segments whose postings it holds.</param>
    /// <param name="recent">How many recent documents it holds: all within its numbers, also those without a fingerprint.</param>
    /// <param name="cancellationToken">Stops before anything is changed.</param>
    /// <returns>False, and nothing is changed, when another merge was faster.</returns>
    Task<bool> PublishAsync(IndexSegment segment, IReadOnlyList<IndexSegment> replaced, int recent, CancellationToken cancellationToken);

    /// <summary>Deletes segments that were replaced and those that a broken merge left behind.</summary>
    Task DropLeftoversAsync(CancellationToken cancellationToken);
}

/// <summary>What of an index can be read.</summary>
/// <param name="Segments">Segments, those with the earliest documents first.</param>
/// <param name="Withdrawn">Numbers of documents that no answer may name.</param>
public sealed record IndexState(IReadOnlyList<IndexSegment> Segments, IReadOnlySet<int> Withdrawn)
{
    /// <summary>The last document that is in a segment; 0 when none is.</summary>
    internal int LastNumber => Segments.Count == 0 ? 0 : Segments[^1].LastNumber;
}

/// <summary>A published run of blocks.</summary>
/// <param name="Id">Id in its store.</param>
/// <param name="FirstNumber">Its earliest document.</param>
/// <param name="LastNumber">Its latest document; it holds all numbers between.</param>
/// <param name="BucketBits">The first bits of a fingerprint that name its bucket, 0 to 26.</param>
/// <param name="Postings">Postings in it.</param>
public sealed record IndexSegment(int Id, int FirstNumber, int LastNumber, int BucketBits, long Postings);

/// <summary>A document that is in no segment yet.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Fingerprints">From <see cref="PackedFingerprints.Pack"/>.</param>
public readonly record struct RecentDocument(int Number, byte[] Fingerprints);

/// <summary>The postings of all fingerprints that begin with the same bits.</summary>
/// <param name="Bucket">These bits.</param>
/// <param name="Data">Postings, see <see cref="BlockWriter"/>.</param>
public readonly record struct PackedBlock(int Bucket, byte[] Data);

/// <summary>The index was made by a version that prepared texts differently: its answers would be wrong.</summary>
public sealed class IndexOutdatedException() : Exception("The index was made by another version of the program and must be made anew.");
