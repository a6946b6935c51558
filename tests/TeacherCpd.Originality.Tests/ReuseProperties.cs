using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Originality.Tests;

/// <summary>What holds for every pair of texts, whatever was copied and however it was disguised.</summary>
[Properties(Replay = "20261127,4209")]
public sealed class ReuseProperties
{
    private static readonly string[][] Sentences =
        [.. Samples.All.Select(text => text.TrimEnd('.').Split(". ").Select(sentence => sentence + ".").ToArray())];

    [Property(MaxTest = 100)]
    public Property CopiedSentences_AreFoundWhereTheyStandInBothTexts() => Prop.ForAll(
        Gen.Choose(0, 2).ToArbitrary(),
        Gen.Choose(0, 4).ToArbitrary(),
        ArbMap.Default.ArbFor<int>(),
        (language, first, seed) =>
        {
            // Three sentences in a row, disguised, between sentences of another language.
            string copied = string.Join(' ', Sentences[language][first..(first + 3)]);
            var random = new Random(seed);
            string disguised = FoldingProperties.Sprinkle(FoldingProperties.Imitate(copied, random), random);
            string around = string.Join(' ', Sentences[(language + 1) % 3]);
            string text = $"{around} {disguised} {around}";
            string source = Samples.All[language];

            Passage passage = Assert.Single(Compare(text, source).Passages);

            string found = text.Substring(passage.Start, passage.Length);
            return Plain(found) == Plain(disguised)
                && source.Substring(passage.SourceStart, passage.SourceLength) == copied;
        });

    [Property(MaxTest = 100)]
    public Property EveryPassage_BeginsAndEndsWithWordsOfBothTexts() => Prop.ForAll(Texts(), Texts(), (text, source) =>
    {
        PreparedText query = PreparedText.From(text);
        PreparedText origin = PreparedText.From(source);
        return Comparison.FindPassages(query, new Source(Samples.Id(1), origin)).All(passage =>
            HoldsWholeWords(query, passage.Start, passage.Length)
            && HoldsWholeWords(origin, passage.SourceStart, passage.SourceLength));
    });

    [Property(MaxTest = 100)]
    public Property InvisibleCharactersAlone_ChangeNoPercentage() => Prop.ForAll(Texts(), Texts(), Seeds(), (text, source, seed) =>
        SamePercentages(text, source, FoldingProperties.Sprinkle(text, new Random(seed))));

    [Property(MaxTest = 100)]
    public Property LookAlikesAlone_ChangeNoPercentage() => Prop.ForAll(Texts(), Texts(), Seeds(), (text, source, seed) =>
        SamePercentages(text, source, FoldingProperties.Imitate(text, new Random(seed))));

    [Property(MaxTest = 100)]
    public Property LineBreaksAlone_ChangeNoPercentage() => Prop.ForAll(Texts(), Texts(), Seeds(), (text, source, seed) =>
        SamePercentages(text, source, BreakLines(text, new Random(seed))));

    [Property(MaxTest = 100)]
    public Property DisguiseOfTheSource_ChangesNoPercentage() => Prop.ForAll(Texts(), Texts(), Seeds(), (text, source, seed) =>
    {
        var random = new Random(seed);
        string disguised = BreakLines(FoldingProperties.Sprinkle(FoldingProperties.Imitate(source, random), random), random);
        return Percentages(text, source) == Percentages(text, disguised);
    });

    [Property(MaxTest = 100)]
    public Property AnyText_AgainstItself_IsAThousandPermille() => Prop.ForAll(Texts(), text =>
        Percentages(text, text) == (1000, 1000, Percentages(text, text).Sc2)
        && Compare(text, text).MatchedWords == PreparedText.From(text).Words);

    [Property(MaxTest = 100)]
    public Property AnyText_AgainstAnUnrelatedOne_IsZero() => Prop.ForAll(
        Gen.Choose(0, 2).ToArbitrary(),
        Gen.Choose(1, 2).ToArbitrary(),
        Seeds(),
        (language, step, seed) =>
        {
            var random = new Random(seed);
            string[] own = [.. Sentences[language]];
            string[] others = [.. Sentences[(language + step) % 3]];
            random.Shuffle(own);
            random.Shuffle(others);
            return Percentages(string.Join(' ', own), string.Join(' ', others)) == (0, 0, 0);
        });

    [Property(MaxTest = 50)]
    public Property OrderOfAddingDocuments_ChangesNoCandidate() => Prop.ForAll(
        Texts().Generator.ListOf(12).ToArbitrary(),
        Texts(),
        Seeds(),
        (documents, text, seed) =>
        {
            List<(Guid Id, PreparedText Text)> added =
                [.. documents.Select((document, i) => (Samples.Id(i), PreparedText.From(document)))];
            (Guid, PreparedText)[] shuffled = [.. added];
            new Random(seed).Shuffle(shuffled);
            return Find(added, text, merge: false).SequenceEqual(Find(shuffled, text, merge: true));
        });

    // By id: of equal candidates the earlier one comes first. The score is a sum: in another order its last digits may differ.
    private static IEnumerable<(Guid Id, int Hits, double Score)> Find(IReadOnlyList<(Guid Id, PreparedText Text)> documents, string text, bool merge)
    {
        MemoryIndexStore store = new();
        FingerprintIndex index = new(store);
        for (int i = 0; i < documents.Count; i++)
        {
            store.Add(documents[i].Text);
            if (merge && i % 5 == 3)
            {
                index.MergeAsync(1, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
            }
        }

        return index.FindAsync(PreparedText.From(text), null, documents.Count, TestContext.Current.CancellationToken).GetAwaiter().GetResult()
            .Select(candidate => (documents[candidate.Number - 1].Id, candidate.Hits, Math.Round(candidate.Score, 9)))
            .Order();
    }

    private static bool HoldsWholeWords(PreparedText text, int start, int length)
    {
        int first = text.FirstWordFrom(start);
        int behind = text.FirstWordFrom(start + length);
        return behind > first
            && (first == 0 || text.WordAt(first - 1).End <= start)
            && text.WordAt(behind - 1).End <= start + length;
    }

    private static string BreakLines(string text, Random random)
    {
        var broken = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            broken.Append(text[i]);

            // Instead of a space, behind it, or with a hyphen inside a word.
            if (text[i] == ' ' && random.Next(3) == 0)
            {
                broken.Append("\r\n");
            }
            else if (i > 1 && i + 2 < text.Length && random.Next(12) == 0
                && char.IsLetter(text[i - 1]) && char.IsLetter(text[i]) && char.IsLower(text[i + 1]) && char.IsLetter(text[i + 2]))
            {
                broken.Append("-\n");
            }
        }

        return broken.ToString();
    }

    private static bool SamePercentages(string text, string source, string disguised) =>
        Percentages(text, source) == Percentages(disguised, source);

    private static (int? Similarity, int? Sc1, int? Sc2) Percentages(string text, string source)
    {
        OriginalityReport report = Compare(text, source);
        return (report.SimilarityPermille, report.Sc1Permille, report.Sc2Permille);
    }

    private static OriginalityReport Compare(string text, string source) =>
        Comparison.Compare(PreparedText.From(text), [new Source(Samples.Id(1), source)]);

    private static string Plain(string text) => string.Join(' ', PreparedText.From(text).WordHashes.ToArray());

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static Arbitrary<string> Texts() => Gen
        .Elements(Sentences.SelectMany(sentences => sentences).ToArray())
        .NonEmptyListOf()
        .Select(sentences => string.Join(' ', sentences))
        .ToArbitrary();
}
