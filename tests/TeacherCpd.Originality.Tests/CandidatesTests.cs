namespace TeacherCpd.Originality.Tests;

public sealed class CandidatesTests
{
    [Fact]
    public void TheTrueSource_ComesFirstOutOfAnIndex()
    {
        Dictionary<Guid, string> documents = new()
        {
            [Samples.Id(1)] = Samples.Kazakh,
            [Samples.Id(2)] = Samples.Russian,
            [Samples.Id(3)] = Samples.English,
        };
        List<Posting> index = [];
        foreach ((Guid id, string text) in documents)
        {
            index.AddRange(Fingerprints.OfDocument(PreparedText.From(text)).Select(hash => new Posting(hash, id)));
        }

        string stolen = string.Join(". ", Samples.Russian.Split(". ")[1..4]);
        IReadOnlyList<QueryFingerprint> query = Fingerprints.OfQuery(PreparedText.From(stolen + ". " + Samples.Kazakh[..80]));
        HashSet<long> asked = [.. query.Select(fingerprint => fingerprint.Hash)];

        IReadOnlyList<Candidate> found = Candidates.Rank(query, index.Where(posting => asked.Contains(posting.Hash)));

        Assert.Equal(Samples.Id(2), found[0].Document);
        Assert.DoesNotContain(found, candidate => candidate.Document == Samples.Id(3));
    }

    [Fact]
    public void RareFingerprints_CountMoreThanCommonOnes()
    {
        QueryFingerprint[] query = [new(1, 0), new(2, 1), new(3, 2), new(4, 3)];
        Posting[] postings =
        [
            new(1, Samples.Id(1)), new(2, Samples.Id(1)),
            new(3, Samples.Id(2)), new(4, Samples.Id(2)), new(3, Samples.Id(3)), new(4, Samples.Id(3)),
        ];

        IReadOnlyList<Candidate> found = Candidates.Rank(query, postings);

        Assert.Equal(new Candidate(Samples.Id(1), 2, 2), found[0]);
        Assert.Equal([Samples.Id(1), Samples.Id(2), Samples.Id(3)], found.Select(candidate => candidate.Document));
    }

    [Fact]
    public void HitsNearEachOther_ComeBeforeHitsFarApart()
    {
        QueryFingerprint[] query = [new(1, 0), new(2, 900), new(3, 400), new(4, 410)];
        Posting[] postings =
        [
            new(1, Samples.Id(1)), new(2, Samples.Id(1)),
            new(3, Samples.Id(2)), new(4, Samples.Id(2)), new(3, Samples.Id(3)), new(4, Samples.Id(3)),
        ];

        Assert.Equal(
            [Samples.Id(2), Samples.Id(3), Samples.Id(1)],
            Candidates.Rank(query, postings).Select(candidate => candidate.Document));
    }

    [Fact]
    public void RowsGivenTwiceAndOrder_ChangeNothing()
    {
        QueryFingerprint[] query = [new(1, 0), new(2, 1), new(1, 5)];
        Posting[] postings = [new(1, Samples.Id(1)), new(2, Samples.Id(1)), new(1, Samples.Id(1)), new(2, Samples.Id(2))];

        Assert.Equal(Candidates.Rank(query, postings), Candidates.Rank(query, postings.Reverse()));
        Assert.Equal(new Candidate(Samples.Id(1), 1.5, 2), Candidates.Rank(query, postings)[0]);
    }

    [Fact]
    public void Most_LimitsTheAnswer()
    {
        QueryFingerprint[] query = [new(1, 0), new(2, 1)];
        IEnumerable<Posting> postings = Enumerable.Range(0, 100)
            .SelectMany(n => new Posting[] { new(1, Samples.Id(n)), new(2, Samples.Id(n)) });

        Assert.Equal(Candidates.DefaultMost, Candidates.Rank(query, postings).Count);
        Assert.Equal(3, Candidates.Rank(query, postings, 3).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Candidates.Rank(query, [], 0));
    }
}
