using TeacherCpd.Application.Tests.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>What is hidden in a file changes nothing of what the comparison finds in its visible text.</summary>
public sealed class ExtractedTextComparisonTests : TextExtractorTest
{
    private const string White = "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>";

    [Theory]
    [InlineData("", true)]
    [InlineData(White, false)]
    public void OnlyQuotationMarksThatAreSeenMakeAQuotation(string marks, bool isQuotation)
    {
        var own = string.Concat(Enumerable.Repeat(Run($"{SampleTexts.Reading} {SampleTexts.Assessment} {SampleTexts.Russian} "), 3));
        using var file = Docx($"{own}{Run("«", marks)}{Run(SampleTexts.Lesson)}{Run("»", marks)}{Run(" (Ахметов, 2019)")}{own}");

        var report = CompareWith(SampleTexts.Lesson, file, "a.docx");

        Assert.Equal(isQuotation, report.Exclusions.Any(e => e.Reason == ExclusionReason.Quotation));
        Assert.Equal(isQuotation, report.Passages.Count == 0);
    }

    [Fact]
    public void WhiteLettersBetweenWordsHideNothingOfACopy()
    {
        var words = SampleTexts.Lesson.Split(' ').Select(w => Run(w) + Run("ж", White) + Run(" "));
        using var file = Docx(string.Concat(words));

        var report = CompareWith(SampleTexts.Lesson, file, "a.docx");

        Assert.Equal(1000, report.SimilarityPermille);
        Assert.Contains(report.Evidence, e => e.Kind == EvidenceKind.HiddenText);
    }

    [Fact]
    public void SpacesTooNarrowToBeSeenComeThroughAndHideNothingOfACopy()
    {
        // the second letter of every longer word is cut off by a hair space
        var cut = string.Join(' ', SampleTexts.Lesson.Split(' ').Select(w => w.Length > 4 ? w.Insert(2, "\u200A") : w));
        using var docx = Docx(Run(cut));
        using var odt = SampleFiles.Odt($"<text:p>{cut}</text:p>");

        foreach (var report in new[] { CompareWith(SampleTexts.Lesson, docx, "a.docx"), CompareWith(SampleTexts.Lesson, odt, "a.odt") })
        {
            Assert.Equal(1000, report.SimilarityPermille);
            Assert.NotEmpty(report.Evidence);
        }
    }

    private static string Run(string text, string properties = "") => $"<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static new MemoryStream Docx(string runs) => SampleFiles.DocxOfXml(SampleFiles.WordXml($"<w:p>{runs}</w:p>"));

    private OriginalityReport CompareWith(string source, Stream file, string name)
    {
        var text = Text(file, name);
        var query = PreparedText.From(text.Text, [.. text.Hidden.Select(h => new TextRange(h.Start, h.Length))]);
        return Comparison.Compare(query, [new Source(Guid.CreateVersion7(), source)], Ct);
    }
}
