namespace TeacherCpd.Originality.Index;

/// <summary>Reads a block posting by posting, in the order of <see cref="BlockWriter"/>.</summary>
internal ref struct BlockReader(IndexSegment segment, PackedBlock block)
{
    private readonly ReadOnlySpan<byte> data = block.Data;
    private readonly int firstNumber = segment.FirstNumber;
    private int at;
    private ulong more;

    /// <summary>Fingerprint of the posting.</summary>
    public long Hash { get; private set; } = Fingerprints.FirstOf(block.Bucket, segment.BucketBits);

    /// <summary>Number of its document.</summary>
    public int Number { get; private set; }

    /// <summary>Goes to the next posting; false behind the last.</summary>
    public bool Read()
    {
        if (more > 0)
        {
            more--;
            Number += (int)Varint.Read(data, ref at);
            return true;
        }

        if (at == data.Length)
        {
            return false;
        }

        ulong entry = Varint.Read(data, ref at);
        Hash += (long)(entry >> 1);
        Number = firstNumber + (int)Varint.Read(data, ref at);
        more = (entry & 1) == 0 ? 0 : Varint.Read(data, ref at);
        return true;
    }
}
