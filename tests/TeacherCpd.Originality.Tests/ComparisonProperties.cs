using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace TeacherCpd.Originality.Tests;

/// <summary>What holds for every report.</summary>
[Properties(Replay = "20261127,4203")]
public sealed class ComparisonProperties
{
    private static readonly string[] Sentences =
        [.. Samples.All.SelectMany(text => text.TrimEnd('.').Split(". ")).Select(sentence => sentence + ".")];

    [Property(MaxTest = 100)]
    public Property Report_KeepsItsPromises() => Prop.ForAll(Texts(), Texts(), Texts(), (text, first, second) =>
    {
        Source[] sources = [new(Samples.Id(1), first), new(Samples.Id(2), second)];

        OriginalityReport report = Comparison.Compare(PreparedText.From(text), sources);

        int last = 0;
        foreach (Passage passage in report.Passages)
        {
            string source = passage.SourceId == Samples.Id(1) ? first : second;
            if (passage.Start < last || passage.Start + passage.Length > text.Length || passage.Length < 1
                || passage.SourceStart < 0 || passage.SourceStart + passage.SourceLength > source.Length
                || passage.VerbatimWords > passage.Words)
            {
                return false;
            }

            last = passage.Start + passage.Length;
        }

        return report.MatchedWords + report.ExcludedWords <= report.Words
            && report.Passages.Sum(passage => passage.Words) == report.MatchedWords
            && report.Sources.Sum(source => source.CountedWords) == report.MatchedWords
            && report.SimilarityPermille is >= 0 and <= 1000
            && report.Sc2Permille <= report.Sc1Permille;
    });

    [Property(MaxTest = 100)]
    public Property OrderOfSources_ChangesNothing() => Prop.ForAll(Texts(), Texts(), Texts(), (text, first, second) =>
    {
        Source[] sources = [new(Samples.Id(1), first), new(Samples.Id(2), second)];
        PreparedText query = PreparedText.From(text);

        OriginalityReport one = Comparison.Compare(query, sources);
        OriginalityReport other = Comparison.Compare(query, sources.Reverse());

        return one.Passages.SequenceEqual(other.Passages) && one.Sources.SequenceEqual(other.Sources);
    });

    [Property(MaxTest = 100)]
    public Property Evasion_ChangesNoPercentage() => Prop.ForAll(
        Texts(),
        Texts(),
        ArbMap.Default.ArbFor<int>(),
        (text, source, seed) =>
        {
            var random = new Random(seed);
            string evading = FoldingProperties.Sprinkle(FoldingProperties.Imitate(text, random), random);

            OriginalityReport honest = Compare(text, source);
            OriginalityReport caught = Compare(evading.Replace(" ", " \n", StringComparison.Ordinal), source);

            return honest.SimilarityPermille == caught.SimilarityPermille
                && honest.Sc1Permille == caught.Sc1Permille
                && honest.Sc2Permille == caught.Sc2Permille;
        });

    private static OriginalityReport Compare(string text, string source) =>
        Comparison.Compare(PreparedText.From(text), [new Source(Samples.Id(1), source)]);

    private static Arbitrary<string> Texts() => Gen
        .Elements(Sentences)
        .NonEmptyListOf()
        .Select(sentences => string.Join(' ', sentences))
        .ToArbitrary();
}
