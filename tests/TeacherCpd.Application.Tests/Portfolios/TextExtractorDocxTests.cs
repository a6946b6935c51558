using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class TextExtractorDocxTests : TextExtractorTest
{
    [Fact]
    public void Docx_KeepsKazakhLettersAndParagraphs()
    {
        using var file = SampleFiles.Docx(SampleFiles.Paragraph(SampleFiles.KazakhLetters), SampleFiles.Paragraph(""), SampleFiles.Paragraph("Сабақты зерттеу"));

        var text = Text(file, "a.docx");

        Assert.Equal($"{SampleFiles.KazakhLetters}\nСабақты зерттеу", text.Text);
        Assert.Equal(Docx, text.MediaType);
        Assert.Equal(11, text.Words);
        Assert.Empty(text.Hidden);
    }

    [Fact]
    public void Docx_ReadsTablesTextBoxesAndNotesButNotDeletedTextOrCommands()
    {
        var body = """
            <w:p><w:r><w:t>Бір</w:t></w:r><w:r><w:tab/><w:t>екі</w:t><w:br/><w:t>үш</w:t></w:r>
              <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>қорап</w:t></w:r></w:p></w:txbxContent></mc:Choice>
                <mc:Fallback><w:txbxContent><w:p><w:r><w:t>қорап</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>
              <w:r><w:t xml:space="preserve"> төрт</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>ұяшық 1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>ұяшық 2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:del><w:r><w:delText>жойылған</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>жылжыған</w:t></w:r></w:moveFrom>
              <w:ins><w:r><w:t>қосылған</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
            """;
        var notes = $"<w:footnotes xmlns:w=\"{SampleFiles.WordSpace}\"><w:footnote><w:p><w:r><w:t>сілтеме</w:t></w:r></w:p></w:footnote></w:footnotes>";
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(body), footnotes: notes);

        Assert.Equal("Бір\tекі үш төрт\nқорап\nұяшық 1\nұяшық 2\nқосылған\nсілтеме", Text(file, "a.docx").Text);
    }

    [Theory]
    [InlineData("<w:vanish/>", HiddenRunKind.NotShown)]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"fefefe\" w:themeColor=\"background1\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:sz w:val=\"4\"/>", HiddenRunKind.Tiny)]
    [InlineData("<w:rStyle w:val=\"Ghost\"/>", HiddenRunKind.NotShown)]
    public void Docx_MarksARunThatAReaderCannotSee(string properties, HiddenRunKind kind)
    {
        var hidden = $"<w:p><w:r><w:t>Бірінші.</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Көрінеді </w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>көрін</w:t><w:t>бейді</w:t></w:r></w:p>";
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(hidden), Styles);

        var text = Text(file, "a.docx");

        var run = Assert.Single(text.Hidden);
        Assert.Equal(kind, run.Kind);
        Assert.Equal("көрінбейді", text.Text.Substring(run.Start, run.Length));
    }

    [Theory]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"auto\"/><w:sz w:val=\"5\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"0B6072\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"black\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:pPr><w:shd w:val=\"clear\" w:fill=\"0B6072\"/></w:pPr><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>белгінің өзі ғана жасырын</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>бұрын жасырын болған</w:t></w:r>")]
    [InlineData("<w:pPr><w:pStyle w:val=\"Secret\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"Ghost\"/></w:rPr><w:t>екі рет ауыстырылған</w:t></w:r>")]
    public void Docx_DoesNotMarkARunThatAReaderSees(string paragraph)
    {
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml($"<w:p>{paragraph}</w:p>"), Styles);

        Assert.Empty(Text(file, "a.docx").Hidden);
    }

    [Fact]
    public void Docx_WhiteInAColouredCellIsSeenAndWhiteInTheNextCellIsNot()
    {
        var white = "<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>ақ</w:t></w:r></w:p>";
        var body = $"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F2937\"/></w:tcPr>{white}</w:tc><w:tc>{white}</w:tc></w:tr></w:tbl><w:p><w:r><w:t>қара</w:t></w:r></w:p>";
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(body));

        var text = Text(file, "a.docx");

        Assert.Equal([new HiddenRun(3, 2, HiddenRunKind.BackgroundColour)], text.Hidden);
    }

    [Fact]
    public void Docx_ThatHoldsOnlyHiddenTextHasNoText()
    {
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>жасырын</w:t></w:r></w:p>"));

        Assert.Equal(new FileWithoutText(null), Error(file, "a.docx"));
    }

    private static string Styles => $"""
        <w:styles xmlns:w="{SampleFiles.WordSpace}">
          <w:style w:type="character" w:styleId="GhostBase"><w:rPr><w:vanish/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="Ghost"><w:basedOn w:val="GhostBase"/></w:style>
          <w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
        </w:styles>
        """;
}
