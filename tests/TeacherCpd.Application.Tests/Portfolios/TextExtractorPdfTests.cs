using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class TextExtractorPdfTests : TextExtractorTest
{
    [Fact]
    public void Pdf_KeepsKazakhLettersAndCountsPages()
    {
        using var file = SampleFiles.Pdf((70, 760, SampleFiles.KazakhLetters));

        var text = Text(file, "a.pdf");

        Assert.Equal(SampleFiles.KazakhLetters, text.Text);
        Assert.Equal(1, text.Pages);
        Assert.Equal("application/pdf", text.MediaType);
    }

    [Fact]
    public void Pdf_ReadsColumnsOneAfterTheOtherAndJoinsHyphenatedLines()
    {
        // drawn line by line across both columns, as some programs do
        using var file = SampleFiles.Pdf(
            (70, 700, "Мұғалім сабақты бақылап,"), (330, 700, "Екінші бағанда басқа"),
            (70, 686, "оқушылармен бірге зерт-"), (330, 686, "мәтін басталады және"),
            (70, 672, "теу жұмысын жүргізеді."), (330, 672, "осы жерде аяқталады."));

        var text = Text(file, "a.pdf").Text;

        Assert.Equal(
            "Мұғалім сабақты бақылап, оқушылармен бірге зерттеу жұмысын жүргізеді.\nЕкінші бағанда басқа мәтін басталады және осы жерде аяқталады.",
            text);
    }

    [Fact]
    public void Pdf_WithoutTextAsksForAPerson()
    {
        using var file = SampleFiles.PdfOfStream("0 0 100 100 re f"u8.ToArray());

        Assert.Equal(new FileWithoutText(1), Error(file, "scan.pdf"));
    }

    [Fact]
    public void Pdf_WhoseCharacterMapGivesHalfASurrogatePairHasAReplacementCharacter()
    {
        const string map = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            2 beginbfchar <41> <D800> <42> <04D9> endbfchar
            endcmap CMapName currentdict /CMap defineresource pop end end
            """;
        using var file = SampleFiles.PdfOfStream("BT /F1 12 Tf 70 700 Td (BAB) Tj ET"u8.ToArray(), characterMap: map);

        Assert.Equal("ә\uFFFDә", Text(file, "a.pdf").Text);
    }
}
