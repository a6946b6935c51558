using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>A document of the index of fingerprints. Its number is the order in which it was handed in.</summary>
public sealed class IndexedDocument : INotAudited
{
    /// <summary>Number without gaps, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Material of a portfolio, or a document from outside.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Version of the engine that made the fingerprints.</summary>
    public required int FormatVersion { get; set; }

    /// <summary>Packed fingerprints until a segment holds them; null from then on.</summary>
    public byte[]? Fingerprints { get; set; }

    /// <summary>Whether answers may name it.</summary>
    public IndexedDocumentStatus Status { get; set; }
}

/// <summary>Whether answers may name a document.</summary>
public enum IndexedDocumentStatus
{
    /// <summary>They may.</summary>
    Compared,

    /// <summary>They may not, from a moment on and for good.</summary>
    Withdrawn,
}

/// <summary>What may be done with a segment.</summary>
public enum IndexSegmentStatus
{
    /// <summary>A merge is writing it.</summary>
    Building,

    /// <summary>It can be read.</summary>
    Published,

    /// <summary>A larger one holds its postings; it waits to be deleted.</summary>
    Replaced,
}

/// <summary>An immutable run of blocks of the index.</summary>
public sealed class IndexSegment : INotAudited
{
    /// <summary>Id; a later one is larger.</summary>
    public int Id { get; init; }

    /// <summary>State.</summary>
    public IndexSegmentStatus Status { get; set; }

    /// <summary>When a merge began to write it (UTC).</summary>
    public required DateTime BegunAt { get; init; }

    /// <summary>Number of its earliest document.</summary>
    public int FirstNumber { get; set; }

    /// <summary>Number of its latest document.</summary>
    public int LastNumber { get; set; }

    /// <summary>First bits of a fingerprint that name its block.</summary>
    public int BucketBits { get; set; }

    /// <summary>Postings in it.</summary>
    public long Postings { get; set; }
}

/// <summary>A block of a segment.</summary>
public sealed class IndexBlock : INotAudited
{
    /// <summary>Bits of <see cref="Id"/> that are the bucket.</summary>
    public const int BucketBits = 26;

    /// <summary>Segment and bucket in one number, so that a block is found with one step in every database.</summary>
    public required long Id { get; init; }

    /// <summary>Packed postings.</summary>
    public required byte[] Data { get; init; }

    /// <summary>The id of a block.</summary>
    public static long IdOf(int segmentId, int bucket) => ((long)segmentId << BucketBits) | (uint)bucket;

    /// <summary>The bucket of a block.</summary>
    public static int BucketOf(long id) => (int)(id & ((1L << BucketBits) - 1));
}
