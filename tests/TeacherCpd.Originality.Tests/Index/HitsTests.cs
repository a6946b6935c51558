using TeacherCpd.Originality.Index;

namespace TeacherCpd.Originality.Tests.Index;

public sealed class HitsTests
{
    // two hits side by side, each shared with no other document
    private const double Pair = 1.0 / 9;

    [Fact]
    public void RareFingerprints_CountMoreThanCommonOnes()
    {
        IReadOnlyList<Candidate> found = Find([new(1, 0), new(2, 1), new(3, 2), new(4, 3)], [1, 2], [3, 4], [3, 4]);

        Assert.Equal([new(1, Pair, 2), new(2, 0.5 / 9, 2), new(3, 0.5 / 9, 2)], found);
    }

    [Fact]
    public void HitsNearEachOther_ComeBeforeHitsFarApart() =>
        Assert.Equal([2, 3, 1], Find([new(1, 0), new(3, 400), new(4, 410), new(2, 900)], [1, 2], [3, 4], [3, 4]).Select(c => c.Number));

    [Fact]
    public void DocumentsWithASingleHit_ComeLastTheRarerFirst() =>
        Assert.Equal([4, 3, 1, 2], Find([new(1, 0), new(2, 1), new(3, 2), new(4, 900)], [1], [1], [2], [3, 4]).Select(c => c.Number));

    [Fact]
    public void SingleHitsOfMoreDocumentsThanCanBeCompared_AreChance()
    {
        long[][] single = [.. Enumerable.Repeat<long[]>([9], FingerprintIndex.DefaultMost)];
        QueryFingerprint[] query = [new(1, 0), new(2, 1), new(9, 50)];

        Assert.Equal([1], Find(query, [[1, 2], .. single]).Select(c => c.Number));
        Assert.Equal(FingerprintIndex.DefaultMost, Find(query, [[1, 2], .. single[1..]]).Count);
        Assert.Equal(FingerprintIndex.DefaultMost, Find(query, [[1], .. single]).Count);
    }

    [Fact]
    public void AFingerprintThatTheTextRepeats_CountsOnce() =>
        Assert.Equal(new Candidate(1, Math.Sqrt(0.5) / 9, 2), Find([new(1, 0), new(2, 1), new(1, 5)], [1, 2], [2])[0]);

    [Fact]
    public void Most_LimitsTheAnswerToTheEarliestOfEqualOnes()
    {
        long[][] equal = [.. Enumerable.Repeat<long[]>([1, 2], 100)];

        Assert.Equal(FingerprintIndex.DefaultMost, Find([new(1, 0), new(2, 1)], equal).Count);
    }

    [Fact]
    public void WhatManyShare_IsCountedForTheEarliest()
    {
        long[][] equal = [.. Enumerable.Repeat<long[]>([1, 2], 100)];

        Assert.Equal(1.0 / Fingerprints.MostHolders / 9, Find([new(1, 0), new(2, 1)], equal)[0].Score);
    }

    [Fact]
    public void DocumentsThatMayNotBeNamed_DoNotMakeAFingerprintCommon()
    {
        var hits = new Hits([new(1, 0), new(2, 1)], number => number != 2);
        hits.Add(new RecentDocument(1, PackedFingerprints.Pack([1, 2])));
        hits.Add(new RecentDocument(2, PackedFingerprints.Pack([1, 2])));

        Assert.Equal([new Candidate(1, Pair, 2)], hits.Best(10));
    }

    private static IReadOnlyList<Candidate> Find(QueryFingerprint[] query, params long[][] documents)
    {
        var hits = new Hits(query, _ => true);
        for (int i = 0; i < documents.Length; i++)
        {
            hits.Add(new RecentDocument(i + 1, PackedFingerprints.Pack(documents[i])));
        }

        return hits.Best(FingerprintIndex.DefaultMost);
    }
}
