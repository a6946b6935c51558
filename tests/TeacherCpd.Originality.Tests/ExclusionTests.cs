namespace TeacherCpd.Originality.Tests;

public sealed class ExclusionTests
{
    private const string Law =
        "Білім алушылардың жетістіктерін бағалау критерийлерге сүйене отырып және оқу мақсаттарына сәйкес жүргізіледі";

    [Theory]
    [InlineData("Ережеде былай делінген: «{0}» [3, 12-б.]. ")]
    [InlineData("Ережеде былай делінген: «{0}» (Білім министрлігі, 2020). ")]
    [InlineData("По правилам [7, с. 4]: “{0}”. ")]
    [InlineData("The rules say \"{0}\"⁴. ")]
    public void QuotationWithACitationNear_IsExcludedAndShown(string frame)
    {
        string quoted = frame.Replace("{0}", Law, StringComparison.Ordinal);
        string text = quoted + Samples.Kazakh + " " + Samples.Russian;

        OriginalityReport report = Compare(text, Law + ".");

        Exclusion exclusion = Assert.Single(report.Exclusions);
        Assert.Equal(ExclusionReason.Quotation, exclusion.Reason);
        Assert.Equal(Law, text.Substring(exclusion.Start + 1, exclusion.Length - 2));
        Assert.Equal(0, report.MatchedWords);
        Assert.Equal(report.Words - exclusion.Words, report.Words - report.ExcludedWords);
    }

    [Theory]
    [InlineData("Ережеде былай делінген: «{0}». ")]
    [InlineData("Ережеде былай делінген: {0} [3, 12-б.]. ")]
    [InlineData("Осы тәсіл туралы [4]. Ережеде былай делінген: «{0}». ")]
    [InlineData("Ережеде былай делінген (қараңыз): «{0}» (біз де солай ойлаймыз). ")]
    public void MarksWithoutACitationOrCitationWithoutMarks_ExcuseNothing(string frame)
    {
        string text = frame.Replace("{0}", Law, StringComparison.Ordinal) + Samples.Kazakh + " " + Samples.Russian;

        OriginalityReport report = Compare(text, Law + ".");

        Assert.Empty(report.Exclusions);
        Assert.True(report.MatchedWords >= 10);
    }

    [Fact]
    public void HiddenMarks_ExcuseNothing()
    {
        string text = $"Ережеде: «{Law}» [3]. {Samples.Kazakh} {Samples.Russian}";
        TextRange[] hidden = [new(text.IndexOf('«', StringComparison.Ordinal), 1), new(text.IndexOf('»', StringComparison.Ordinal), 1)];

        OriginalityReport report = Comparison.Compare(
            PreparedText.From(text, hidden), [], TestContext.Current.CancellationToken);

        Assert.Empty(report.Exclusions);
    }

    [Fact]
    public void Quotations_AreExcusedUpToAPartOfTheTextOnly()
    {
        string text = string.Concat(Enumerable.Repeat($"«{Law}» [1]. ", 10)) + Samples.Kazakh;

        OriginalityReport report = Compare(text, Law + ".");

        Assert.InRange(report.ExcludedWords, 1, report.Words / 5);
        Assert.True(report.SimilarityPermille > 300);
    }

    [Theory]
    [InlineData("Пайдаланылған әдебиеттер тізімі", "1. Жұмабаев М. Педагогика. – Алматы: Ана тілі, 1992. – 160 б.")]
    [InlineData("5. Список использованных источников:", "[1] Выготский Л. С. Педагогическая психология. – М.: Педагогика, 1991. – 480 с.")]
    [InlineData("REFERENCES", "1. Black P., Wiliam D. Inside the black box. London, 1998. https://example.org/box")]
    public void ListOfReferences_IsExcludedAndShown(string heading, string reference)
    {
        string list = $"{heading}\r\n{reference}\r\n{reference.Replace("1", "2", StringComparison.Ordinal)}";
        string text = $"{Samples.Kazakh}\r\n{list}";

        OriginalityReport report = Compare(text, reference);

        Exclusion exclusion = Assert.Single(report.Exclusions);
        Assert.Equal(ExclusionReason.Bibliography, exclusion.Reason);
        Assert.StartsWith(heading, text[exclusion.Start..], StringComparison.Ordinal);
        Assert.Equal(PreparedText.From(Samples.Kazakh).Words, report.Words - report.ExcludedWords);
    }

    [Fact]
    public void TextBehindTheHeadingOfReferences_IsNotExcused()
    {
        string text = $"{Samples.Russian}\nЛитература\n{Samples.Kazakh}";

        OriginalityReport report = Compare(text, Samples.Kazakh);

        Assert.Empty(report.Exclusions);
        Assert.True(report.SimilarityPermille > 400);
    }

    [Fact]
    public void TextBehindTheReferences_Counts()
    {
        string text = "Әдебиеттер\n1. Абай. Шығармалар. Алматы, 1995.\n2. Ыбырай. Хрестоматия. Алматы, 2003.\n"
            + Samples.Russian.Replace(". ", ".\n", StringComparison.Ordinal);

        OriginalityReport report = Compare(text, Samples.Russian);

        Assert.Equal(1000, report.SimilarityPermille);
        Assert.InRange(report.ExcludedWords, 8, 14);
    }

    private static OriginalityReport Compare(string text, string source) => Comparison.Compare(
        PreparedText.From(text), [new Source(Samples.Id(1), source)], TestContext.Current.CancellationToken);
}
