using System.Numerics;

namespace TeacherCpd.Originality.Index;

/// <summary>
/// Packs postings into the blocks of a segment. A block holds the fingerprints of one bucket, ascending. Each is the
/// difference to the one before, times two, plus one when several documents have it; then the number of its first
/// document, counted from the first of the segment; then, for several, how many more and their differences. All are
/// <see cref="Varint"/>s: about 5 bytes a posting.
/// </summary>
internal sealed class BlockWriter
{
    // A question of 20,000 fingerprints meets every block of a small segment and few of each block of a large one: there
    // the number of blocks takes the time, here their length.
    private const int PostingsInABlock = 100;
    private const int PostingsInABlockOfASmallSegment = 250;
    private const int SmallSegment = 4_000_000;

    private const int MostBucketBits = 26;

    private readonly int firstNumber;
    private readonly List<int> holders = [];
    private byte[] data = new byte[4_096];
    private int length;
    private int bucket;
    private long last;
    private long current = -1;

    /// <summary>Begins a segment.</summary>
    /// <param name="firstNumber">Number of its first document.</param>
    /// <param name="postings">Postings that it will hold at most.</param>
    public BlockWriter(int firstNumber, long postings)
    {
        this.firstNumber = firstNumber;
        int inABlock = postings < SmallSegment ? PostingsInABlockOfASmallSegment : PostingsInABlock;
        BucketBits = Math.Min(MostBucketBits, BitOperations.Log2((ulong)Math.Max(1, postings / inABlock)));
    }

    /// <summary>Bits of a fingerprint that name its bucket.</summary>
    public int BucketBits { get; }

    /// <summary>Postings written.</summary>
    public long Postings { get; private set; }

    /// <summary>Blocks that are finished; whoever takes them clears the list.</summary>
    public List<PackedBlock> Finished { get; } = [];

    /// <summary>Adds a posting, by fingerprint and then by number ascending; more holders than the index keeps are left out.</summary>
    public void Add(long hash, int number)
    {
        if (hash != current)
        {
            WriteCurrent();
            current = hash;
        }

        if (holders.Count < Fingerprints.MostHolders)
        {
            holders.Add(number);
        }
    }

    /// <summary>Finishes the last block.</summary>
    public void Complete()
    {
        WriteCurrent();
        FinishBlock();
    }

    private void WriteCurrent()
    {
        if (holders.Count == 0)
        {
            return;
        }

        int next = Fingerprints.BucketOf(current, BucketBits);
        if (next != bucket)
        {
            FinishBlock();
            bucket = next;
            last = Fingerprints.FirstOf(bucket, BucketBits);
        }

        bool several = holders.Count > 1;
        Write(((ulong)(current - last) << 1) | (several ? 1UL : 0));
        Write((ulong)(holders[0] - firstNumber));
        if (several)
        {
            Write((ulong)(holders.Count - 1));
            for (int i = 1; i < holders.Count; i++)
            {
                Write((ulong)(holders[i] - holders[i - 1]));
            }
        }

        last = current;
        Postings += holders.Count;
        holders.Clear();
    }

    private void FinishBlock()
    {
        if (length > 0)
        {
            Finished.Add(new PackedBlock(bucket, data.AsSpan(0, length).ToArray()));
            length = 0;
        }
    }

    private void Write(ulong value)
    {
        if (length + Varint.Longest > data.Length)
        {
            Array.Resize(ref data, data.Length * 2);
        }

        length += Varint.Write(data.AsSpan(length), value);
    }
}
