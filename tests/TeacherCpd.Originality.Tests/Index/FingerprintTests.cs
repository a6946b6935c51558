using TeacherCpd.Originality.Index;

namespace TeacherCpd.Originality.Tests.Index;

public sealed class FingerprintTests
{
    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void EveryDocumentFingerprint_IsAmongThoseOfTheQuery(string text)
    {
        PreparedText prepared = PreparedText.From(text);
        HashSet<long> asked = [.. Fingerprints.OfQuery(prepared).Select(fingerprint => fingerprint.Hash)];

        IReadOnlyList<long> kept = Fingerprints.OfDocument(prepared);

        Assert.NotEmpty(kept);
        Assert.Distinct(kept);
        Assert.All(kept, hash => Assert.Contains(hash, asked));
        Assert.True(kept.Count < (prepared.Stems.Length - 2) * 0.7, "winnowing keeps a part only");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void EveryWindow_HasAFingerprintInTheIndex(int window)
    {
        PreparedText text = PreparedText.From(Samples.Kazakh);
        HashSet<long> kept = [.. Fingerprints.OfDocument(text, window)];

        // those of the query that skip no word, in the order of the text
        long[] triples = [.. Fingerprints.OfQuery(text).GroupBy(asked => asked.Position).Select(group => group.First().Hash)];

        Assert.True(triples.Length > 40);
        Assert.All(
            Enumerable.Range(0, triples.Length - window + 1),
            first => Assert.Contains(triples[first..(first + window)], kept.Contains));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(200_000)]
    public void AboveManyDocuments_LessOfEachIsKept(int documents)
    {
        PreparedText text = PreparedText.From(string.Join(' ', Samples.All));

        int few = Fingerprints.OfDocument(text, Fingerprints.WindowFor(documents)).Count;
        int many = Fingerprints.OfDocument(text, Fingerprints.WindowFor(documents + 1)).Count;

        Assert.InRange((double)many / few, 0.4, 0.7);
    }

    [Fact]
    public void OrderOfThreeWords_DoesNotMatter() => Assert.Equal(
        Fingerprints.OfDocument(PreparedText.From("мектеп кітапхана зертхана")),
        Fingerprints.OfDocument(PreparedText.From("зертхана мектеп кітапхана")));

    [Theory]
    [InlineData("")]
    [InlineData("мектеп кітапхана")]
    [InlineData("12 345 6789 2020 2021 2022")]
    public void FewContentWords_GiveNoFingerprint(string text)
    {
        Assert.Empty(Fingerprints.OfDocument(PreparedText.From(text)));
        Assert.Empty(Fingerprints.OfQuery(PreparedText.From(text)));
    }

    [Fact]
    public void AFingerprint_StaysWhatAnIndexHolds() =>
        Assert.Equal(1997308193166, Fingerprints.OfDocument(PreparedText.From("мектеп teacher школа"))[0]);
}
