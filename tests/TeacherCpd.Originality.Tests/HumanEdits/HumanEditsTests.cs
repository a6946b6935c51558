using System.Globalization;

namespace TeacherCpd.Originality.Tests.HumanEdits;

/// <summary>
/// What people do to a text, and what independent people write on the same question. The figures of the documentation
/// come from <see cref="Figures"/>: run it with -showLiveOutput.
/// </summary>
public sealed class HumanEditsTests
{
    public static TheoryData<string> Topics => [.. Topic.All.Where(topic => !IsEssay(topic)).Select(topic => topic.Name)];

    public static TheoryData<string> Essays => [.. Topic.All.Where(IsEssay).Select(topic => topic.Name)];

    [Theory]
    [MemberData(nameof(Topics))]
    public void CopiesAndRevisions_AreFound(string name)
    {
        Topic topic = Topic.All.Single(topic => topic.Name == name);

        foreach (Answer answer in topic.Answers.Where(answer => answer.Kind != "own"))
        {
            int least = answer.Kind == "heavy" ? 500 : 900;
            int? similarity = Compare(answer.Text, topic.Source).SimilarityPermille;
            Assert.True(similarity >= least, $"{name}, {answer.Kind}: {similarity}");
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void IndependentAnswers_ShareNothingWithTheSourceNorWithOtherAnswers(string name)
    {
        Topic topic = Topic.All.Single(topic => topic.Name == name);

        foreach (Answer own in topic.Answers.Where(answer => answer.Kind == "own"))
        {
            foreach (string other in topic.Answers.Where(answer => answer != own).Select(answer => answer.Text).Append(topic.Source))
            {
                Assert.Empty(Compare(own.Text, other).Passages);
                Assert.Empty(Compare(other, own.Text).Passages);
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public void ALongSourceOfManyTopics_IsStillNoSourceOfIndependentAnswers(string language)
    {
        // In a long source any stretch says more: what two writers share on one of its topics must not be enough.
        List<Topic> topics = [.. Topic.All.Where(topic => !IsEssay(topic) && topic.Name[..2] == language)];
        string source = string.Join(' ', topics.Select(topic => topic.Source));

        foreach (Answer answer in topics.SelectMany(topic => topic.Answers))
        {
            Assert.Equal(answer.Kind != "own", Compare(answer.Text, source).Passages.Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Essays))]
    public void SentencesTakenIntoAnEssay_AreFoundAndTheWritersOwnAreNot(string name)
    {
        Topic topic = Topic.All.Single(topic => topic.Name == name);

        Score score = Score.Of(topic.Answers.Single(), Find(topic.Answers.Single().Text, topic.Source));

        Assert.True(score.Plagdet >= 0.92, score.ToString());
    }

    [Theory]
    [InlineData(
        "kk-group-work",
        "kk-criteria",
        "Аралас деңгейлі топтарда үлгерімі төмен оқушылар көбірек ұтады, дарынды оқушылар болса өздері тектестермен жұмыс істесе, тез алға жылжиды.")]
    [InlineData(
        "ru-projects",
        "ru-nearest-development",
        "Потом группа составляет план, распределяет обязанности и устанавливает сроки промежуточных отчётов.")]
    [InlineData(
        "en-cooperative-learning",
        "en-formative-assessment",
        "The method has its roots in the research of social psychologists who studied the rivalry of teenage groups after the Second World War.")]
    public void OneSentenceLightlyEdited_IsFoundAmongSentencesOfTheWritersOwn(string name, string other, string edited)
    {
        Topic topic = Topic.All.Single(topic => topic.Name == name);
        string[] own = [.. Topic.All.Single(topic => topic.Name == other).Answers.Where(answer => answer.Kind == "own").Select(answer => answer.Text)];
        string text = $"{own[0]} {edited} {own[1]}";

        Passage passage = Assert.Single(Find(text, topic.Source));

        Assert.Equal(edited, text.Substring(passage.Start, passage.Length));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("kk")]
    [InlineData("ru")]
    public void SentencesInAnotherOrder_AreOnePassage(string language)
    {
        // In a long text the places of a sentence before and after are far apart.
        string[] sentences = [.. Topic.All
            .Where(topic => !IsEssay(topic) && topic.Name[..2] == language)
            .SelectMany(topic => topic.Source.TrimEnd('.').Split(". "))
            .Select(sentence => sentence + ".")];
        string[] shuffled = sentences[..24];
        new Random(11).Shuffle(shuffled);
        string text = string.Join(' ', shuffled);

        Passage passage = Assert.Single(Find(text, string.Join(' ', sentences)));

        Assert.InRange(passage.Length, text.Length * 9 / 10, text.Length);
    }

    [Fact]
    public void Figures()
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        foreach (IGrouping<string, (string Source, Answer Answer)> group in Topic.All
            .SelectMany(topic => topic.Answers.Select(answer => (topic.Name, topic.Source, Answer: answer)))
            .GroupBy(item => $"{item.Name[..2]} {item.Answer.Kind}", item => (item.Source, item.Answer)))
        {
            List<int> shares = [.. group.Select(item => Compare(item.Answer.Text, item.Source).SimilarityPermille!.Value)];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key}: found {shares.Count(share => share > 0)} of {shares.Count}, mean similarity {shares.Average() / 10:F1} %"));
        }

        foreach (Topic topic in Topic.All.Where(IsEssay))
        {
            output.WriteLine($"{topic.Name}: {Score.Of(topic.Answers.Single(), Find(topic.Answers.Single().Text, topic.Source))}");
        }
    }

    private static bool IsEssay(Topic topic) => topic.Answers[0].Kind == "essay";

    private static OriginalityReport Compare(string text, string source) => Comparison.Compare(
        PreparedText.From(text), [new Source(Samples.Id(1), source)], TestContext.Current.CancellationToken);

    private static IReadOnlyList<Passage> Find(string text, string source) =>
        Comparison.FindPassages(PreparedText.From(text), new Source(Samples.Id(1), source));

    /// <summary>The measures of the PAN text-alignment task, over marked sentences.</summary>
    private sealed record Score(double Plagdet, double Recall, double Precision, double Granularity)
    {
        public static Score Of(Answer answer, IReadOnlyList<Passage> passages)
        {
            List<Reuse> found = [.. passages.Select(passage => new Reuse(
                passage.Start, passage.Start + passage.Length, passage.SourceStart, passage.SourceStart + passage.SourceLength, false))];
            double recall = answer.Reused.Average(place => Covered(place, found));
            double precision = found.Count == 0 ? 0 : found.Average(place => Covered(place, answer.Reused));
            double granularity = answer.Reused
                .Select(place => found.Count(other => Hits(place, other)))
                .Where(hits => hits > 0)
                .DefaultIfEmpty(1)
                .Average();
            double plagdet = recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision) / Math.Log2(1 + granularity);
            return new Score(plagdet, recall, precision, granularity);
        }

        private static bool Hits(Reuse a, Reuse b) =>
            a.From < b.To && b.From < a.To && a.SourceFrom < b.SourceTo && b.SourceFrom < a.SourceTo;

        private static double Covered(Reuse place, IReadOnlyList<Reuse> others)
        {
            List<Reuse> hits = [.. others.Where(other => Hits(place, other))];
            int covered = Enumerable.Range(place.From, place.To - place.From)
                .Count(unit => hits.Exists(hit => unit >= hit.From && unit < hit.To));
            covered += Enumerable.Range(place.SourceFrom, place.SourceTo - place.SourceFrom)
                .Count(unit => hits.Exists(hit => unit >= hit.SourceFrom && unit < hit.SourceTo));
            return (double)covered / (place.To - place.From + place.SourceTo - place.SourceFrom);
        }
    }
}
