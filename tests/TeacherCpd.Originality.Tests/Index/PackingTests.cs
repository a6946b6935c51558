using FsCheck.Xunit;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Originality.Tests.Index;

public sealed class PackingTests
{
    private const long Largest = (1L << Fingerprints.Bits) - 1;

    [Property(MaxTest = 200, Replay = "1,3")]
    public bool PackedFingerprints_ComeBackAsTheyWere(ulong[] any)
    {
        long[] hashes = [.. any.Append(0UL).Append(ulong.MaxValue).Select(hash => (long)(hash >> (64 - Fingerprints.Bits))).Distinct().Order()];

        return PackedFingerprints.Unpack(PackedFingerprints.Pack(hashes)).SequenceEqual(hashes);
    }

    [Property(MaxTest = 200, Replay = "1,5")]
    public bool PostingsInBlocks_ComeBackAsTheyWere(int seed, ushort many)
    {
        var random = new Random(seed);
        (long Hash, int Number)[] postings = [.. Enumerable
            .Range(0, (many % 5_000) + 1)
            .Select(_ => (random.NextInt64(random.Next(2) == 0 ? 50 : Largest), 7 + random.Next(1_000)))
            .Append((0L, 7))
            .Append((Largest, int.MaxValue))
            .Distinct()
            .Order()];

        return Read(postings).SequenceEqual(postings
            .GroupBy(posting => posting.Hash)
            .SelectMany(group => group.Take(Fingerprints.MostHolders)));
    }

    [Fact]
    public void APosting_TakesFewBytes_AndABlockIsAsLargeAsItsSegmentLikes()
    {
        var random = new Random(3);
        (long Hash, int Number)[] postings = [.. Enumerable.Range(0, 200_000).Select(_ => (random.NextInt64(Largest), 1 + random.Next(1_000_000))).Order()];
        var writer = new BlockWriter(1, 1_000_000_000);
        BlockWriter small = Write(postings, postings.Length);

        Assert.Equal(23, writer.BucketBits);
        Assert.InRange(small.Finished.Sum(block => (double)block.Data.Length) / postings.Length, 5, 7.5);
        Assert.InRange((double)postings.Length / small.Finished.Count, 225, 500);
    }

    private static List<(long Hash, int Number)> Read((long Hash, int Number)[] postings)
    {
        BlockWriter writer = Write(postings, postings.Length);
        var segment = new IndexSegment(1, postings.Min(posting => posting.Number), postings.Max(posting => posting.Number), writer.BucketBits, writer.Postings);
        List<(long, int)> read = [];
        foreach (PackedBlock block in writer.Finished)
        {
            for (var reader = new BlockReader(segment, block); reader.Read();)
            {
                read.Add((reader.Hash, reader.Number));
            }
        }

        return read;
    }

    private static BlockWriter Write((long Hash, int Number)[] postings, long expected)
    {
        var writer = new BlockWriter(postings.Min(posting => posting.Number), expected);
        foreach ((long hash, int number) in postings)
        {
            writer.Add(hash, number);
        }

        writer.Complete();
        return writer;
    }
}
