namespace TeacherCpd.Originality.Index;

/// <summary>The fingerprints of one document as a store keeps them: sorted, the differences in as few bytes as they need.</summary>
public static class PackedFingerprints
{
    /// <summary>Packs fingerprints: about 5 bytes each.</summary>
    /// <param name="fingerprints">From <see cref="Fingerprints.OfDocument"/>: ascending, each one once.</param>
    public static byte[] Pack(IReadOnlyList<long> fingerprints)
    {
        ArgumentNullException.ThrowIfNull(fingerprints);
        byte[] packed = new byte[fingerprints.Count * Varint.Longest];
        int length = 0;
        long last = 0;
        foreach (long hash in fingerprints)
        {
            length += Varint.Write(packed.AsSpan(length), (ulong)(hash - last));
            last = hash;
        }

        return packed[..length];
    }

    /// <summary>Takes them apart again, in the same order.</summary>
    public static IReadOnlyList<long> Unpack(ReadOnlySpan<byte> packed)
    {
        List<long> fingerprints = new(packed.Length / 4);
        long last = 0;
        for (int at = 0; at < packed.Length;)
        {
            last += (long)Varint.Read(packed, ref at);
            fingerprints.Add(last);
        }

        return fingerprints;
    }
}
