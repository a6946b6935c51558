namespace TeacherCpd.Originality.Tests;

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

    [Fact]
    public void EveryWindow_HasAFingerprintInTheIndex()
    {
        PreparedText text = PreparedText.From(Samples.Kazakh);
        HashSet<long> kept = [.. Fingerprints.OfDocument(text)];
        long[] triples = [.. Fingerprints.OfDocument(text, window: 1)];

        Assert.All(
            Enumerable.Range(0, triples.Length - Fingerprints.DefaultWindow + 1),
            first => Assert.Contains(triples[first..(first + Fingerprints.DefaultWindow)], kept.Contains));
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
        Assert.Equal(2094329435957248975, Fingerprints.OfDocument(PreparedText.From("мектеп teacher школа"))[0]);
}
