namespace TeacherCpd.Originality.Tests;

public sealed class ComparisonTests
{
    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void TextAgainstItself_IsAThousandPermille(string text)
    {
        PreparedText query = PreparedText.From(text);

        OriginalityReport report = Compare(query, [new Source(Samples.Id(1), text)]);

        Assert.Equal(1000, report.SimilarityPermille);
        Assert.Equal(1000, report.Sc1Permille);
        Assert.Equal(1000, report.Sc2Permille);
        Assert.Equal(report.Words, report.MatchedWords);
        Passage passage = Assert.Single(report.Passages);
        Assert.Equal(
            (0, text.Length, 0, text.Length),
            (passage.Start, passage.Length, passage.SourceStart, passage.SourceLength));
    }

    [Theory]
    [MemberData(nameof(Samples.Texts), MemberType = typeof(Samples))]
    public void TextAgainstUnrelatedOnes_IsZero(string text)
    {
        IEnumerable<Source> others = Samples.All
            .Where(other => other != text)
            .Select((other, i) => new Source(Samples.Id(i), other));

        OriginalityReport report = Compare(PreparedText.From(text), others);

        Assert.Equal(0, report.SimilarityPermille);
        Assert.Empty(report.Passages);
        Assert.Empty(report.Sources);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\u200B ")]
    public void TextWithoutWords_IsNotCheckedRatherThanZero(string text)
    {
        OriginalityReport report = Compare(
            PreparedText.From(text), [new Source(Samples.Id(1), Samples.Kazakh)]);

        Assert.Null(report.SimilarityPermille);
        Assert.Equal(0, report.Words);
    }

    [Fact]
    public void CopiedSentences_AreFoundInTheirPlaces()
    {
        string[] copied = Samples.Kazakh.Split(". ");
        string stolen = string.Join(". ", copied[2..5]) + ".";
        string text = Samples.Russian + " " + stolen + " " + Samples.English;

        OriginalityReport report = Compare(
            PreparedText.From(text), [new Source(Samples.Id(1), Samples.Kazakh)]);

        Passage passage = Assert.Single(report.Passages);
        Assert.Equal(stolen, text.Substring(passage.Start, passage.Length));
        Assert.Equal(stolen, Samples.Kazakh.Substring(passage.SourceStart, passage.SourceLength));
        Assert.Equal(passage.Words, passage.VerbatimWords);
    }

    [Fact]
    public void EditedSentences_AreFoundAndNotCalledVerbatim()
    {
        const string edited =
            "Поначалу большая часть детей пересказывала прочитанный текст дословно и с трудом выделяла главную мысль. "
            + "Тогда мы ввели небольшие карточки, на которых ученики писали вопрос автору и свое возражение. "
            + "Через пару месяцев количество содержательных вопросов почти утроилось, обсуждение пошло спокойнее.";

        OriginalityReport report = Compare(
            PreparedText.From(edited), [new Source(Samples.Id(1), Samples.Russian)]);

        Assert.True(report.SimilarityPermille > 900, $"{report.SimilarityPermille}");
        Assert.True(report.Passages[0].VerbatimWords < report.Passages[0].Words);
    }

    [Fact]
    public void TwoEqualSources_CountOnceAndTheSmallerIdWins()
    {
        Source[] sources = [new(Samples.Id(2), Samples.English), new(Samples.Id(1), Samples.English)];

        OriginalityReport report = Compare(PreparedText.From(Samples.English), sources);

        Assert.Equal(1000, report.SimilarityPermille);
        Assert.Equal(Samples.Id(1), Assert.Single(report.Passages).SourceId);
        Assert.Equal([1000, 1000], report.Sources.Select(source => source.Permille));
        Assert.Equal([report.Words, 0], report.Sources.Select(source => source.CountedWords));
    }

    [Fact]
    public void Template_IsExcludedAndShown()
    {
        string text = Samples.Kazakh + " " + Samples.Russian;
        Source template = new(Samples.Id(1), PreparedText.From(Samples.Kazakh), SourceRole.Template);
        Source work = new(Samples.Id(2), Samples.Kazakh);

        OriginalityReport report = Compare(PreparedText.From(text), [work, template]);

        Assert.Equal(0, report.SimilarityPermille);
        Exclusion exclusion = Assert.Single(report.Exclusions);
        Assert.Equal(ExclusionReason.Template, exclusion.Reason);
        Assert.Equal(Samples.Id(1), exclusion.SourceId);
        Assert.Equal(Samples.Kazakh, text.Substring(exclusion.Start, exclusion.Length));
        Assert.Equal(report.ExcludedWords, exclusion.Words);
    }

    [Fact]
    public void WhatOthersTookFromTheOwnEarlierVersion_IsNotHeldAgainstTheAuthor()
    {
        string text = Samples.Russian + " " + Samples.Kazakh;
        Source earlier = new(Samples.Id(1), PreparedText.From(Samples.Russian), SourceRole.OwnEarlierVersion, Order: 1);
        Source copyist = new(Samples.Id(2), PreparedText.From(Samples.Russian), SourceRole.Work, Order: 2);

        OriginalityReport report = Compare(PreparedText.From(text), [copyist, earlier]);

        Assert.Equal((0, 0, 0), (report.SimilarityPermille, report.Sc1Permille, report.ExcludedWords));
        Assert.Empty(report.Sources);
        Exclusion own = Assert.Single(report.Exclusions);
        Assert.Equal((ExclusionReason.OwnEarlierVersion, Samples.Id(1)), (own.Reason, own.SourceId));
        Assert.Equal(Samples.Russian, text.Substring(own.Start, own.Length));
    }

    [Fact]
    public void WhatTheOwnEarlierVersionTookFromOthers_StillCounts()
    {
        Source source = new(Samples.Id(1), PreparedText.From(Samples.Russian), SourceRole.Work, Order: 1);
        Source earlier = new(Samples.Id(2), PreparedText.From(Samples.Russian), SourceRole.OwnEarlierVersion, Order: 2);

        OriginalityReport report = Compare(PreparedText.From(Samples.Russian), [earlier, source]);

        Assert.Equal(1000, report.SimilarityPermille);
        Assert.Empty(report.Exclusions);
    }

    [Fact]
    public void WhatCounts_IsNotShownAsExcusedWhenALaterCopyistHasItToo()
    {
        Source source = new(Samples.Id(1), PreparedText.From(Samples.Russian), SourceRole.Work, Order: 1);
        Source earlier = new(Samples.Id(2), PreparedText.From(Samples.Russian), SourceRole.OwnEarlierVersion, Order: 2);
        Source copyist = new(Samples.Id(3), PreparedText.From(Samples.Russian), SourceRole.Work, Order: 3);

        OriginalityReport report = Compare(PreparedText.From(Samples.Russian), [copyist, earlier, source]);

        Assert.Equal(1000, report.SimilarityPermille);
        Assert.Empty(report.Exclusions);
        Assert.Equal(Samples.Id(1), Assert.Single(report.Passages).SourceId);
    }

    [Fact]
    public void AFaultOfASource_ComesAsItIs() => Assert.Throws<InvalidDataException>(() =>
        Compare(PreparedText.From(Samples.Russian), Enumerable.Range(1, 3).Select<int, Source>(_ => throw new InvalidDataException())));

    [Fact]
    public void WhatACopyistAddedToTheOwnText_StillCountsAndNotByAnyOtherMeasure()
    {
        Source earlier = new(Samples.Id(1), PreparedText.From(Samples.Russian), SourceRole.OwnEarlierVersion, Order: 1);
        Source copyist = new(Samples.Id(2), PreparedText.From(Samples.Russian + " " + Samples.Kazakh), SourceRole.Work, Order: 2);
        PreparedText text = PreparedText.From(Samples.Russian + " " + Samples.Kazakh);

        OriginalityReport report = Compare(text, [copyist, earlier]);

        int kazakh = 1000 * PreparedText.From(Samples.Kazakh).Words / text.Words;
        Assert.InRange(report.SimilarityPermille!.Value, kazakh - 2, kazakh + 2);
        Assert.InRange(report.Sc2Permille!.Value, kazakh - 2, kazakh + 2);
    }

    [Fact]
    public void Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Comparison.Compare(
            PreparedText.From(Samples.English), [new Source(Samples.Id(1), Samples.English)], cancelled.Token));
    }

    private static OriginalityReport Compare(PreparedText query, IEnumerable<Source> sources) =>
        Comparison.Compare(query, sources, TestContext.Current.CancellationToken);
}
