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
        var end = notes.Replace("footnote", "endnote", StringComparison.Ordinal).Replace("сілтеме", "соңғы сілтеме", StringComparison.Ordinal);
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(body), footnotes: notes, endnotes: end);

        Assert.Equal("Бір\tекі үш төрт\nқорап\nұяшық 1\nұяшық 2\nқосылған\nсілтеме\nсоңғы сілтеме", Text(file, "a.docx").Text);
    }

    [Fact]
    public void Docx_CommentsAreNotTheTextOfTheAuthor()
    {
        var comments = $"<w:comments xmlns:w=\"{SampleFiles.WordSpace}\"><w:comment w:id=\"0\"><w:p><w:r><w:t>тренердің пікірі</w:t></w:r></w:p></w:comment></w:comments>";
        var body = "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>автордың сөзі</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(body), comments: comments);

        Assert.Equal("автордың сөзі", Text(file, "a.docx").Text);
    }

    [Theory]
    [InlineData("<w:vanish/>", HiddenRunKind.NotShown)]
    [InlineData("<w:color w:val=\"FFFFFF\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"fefefe\" w:themeColor=\"background1\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"white\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"FFFF00\"/><w:highlight w:val=\"yellow\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"white\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"0B6072\"/><w:shd w:val=\"clear\" w:fill=\"0C6070\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:color w:val=\"000000\"/><w:shd w:val=\"solid\" w:color=\"000000\" w:fill=\"FFFFFF\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:sz w:val=\"4\"/>", HiddenRunKind.Tiny)]
    [InlineData("<w:rStyle w:val=\"Pale\"/>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:rStyle w:val=\"Dust\"/>", HiddenRunKind.Tiny)]
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
    [InlineData("<w:r><w:rPr><w:color w:val=\"FFFFFF\"/><w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:r><w:rPr><w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:fill=\"auto\"/></w:rPr><w:t>а</w:t></w:r>")]
    [InlineData("<w:pPr><w:shd w:val=\"clear\" w:fill=\"000000\"/></w:pPr><w:r><w:t>түсі автоматты</w:t></w:r>")]
    [InlineData("<w:r><w:txbxContent><w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>қораптың өз түсі бар</w:t></w:r></w:p></w:txbxContent></w:r>")]
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

    [Theory]
    [InlineData("<w:pPr><w:pStyle w:val=\"Secret\"/></w:pPr><w:r><w:t>жасырын</w:t></w:r>", HiddenRunKind.NotShown)]
    [InlineData("<w:pPr><w:pStyle w:val=\"Band\"/></w:pPr><w:r><w:rPr><w:color w:val=\"0B6072\"/></w:rPr><w:t>жасырын</w:t></w:r>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:pPr><w:shd w:val=\"clear\" w:fill=\"0B6072\"/></w:pPr><w:r><w:rPr><w:color w:val=\"0B6072\"/></w:rPr><w:t>жасырын</w:t></w:r>", HiddenRunKind.BackgroundColour)]
    [InlineData("<w:pPr><w:pStyle w:val=\"Band\"/><w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/></w:pPr><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>жасырын</w:t></w:r>", HiddenRunKind.BackgroundColour)]
    public void Docx_MarksWhatTheParagraphHides(string paragraph, HiddenRunKind kind)
    {
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml($"<w:p><w:r><w:t>бар</w:t></w:r></w:p><w:p>{paragraph}</w:p>"), Styles);

        Assert.Equal([new HiddenRun(4, 7, kind)], Text(file, "a.docx").Hidden);
    }

    [Fact]
    public void Docx_TheColourOfACellHidesLettersOfThatColourAndNoOthers()
    {
        static string Run(string colour, string text) => $"<w:r><w:rPr><w:color w:val=\"{colour}\"/></w:rPr><w:t>{text}</w:t></w:r>";
        var body = $"""
            <w:tbl><w:tblPr><w:shd w:val="clear" w:fill="1F2937"/></w:tblPr><w:tr>
              <w:tc><w:p>{Run("1F2937", "бір")}{Run("FFFFFF", "екі")}</w:p></w:tc>
              <w:tc><w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr><w:p>{Run("1F2937", "үш")}{Run("FFFFFF", "төрт")}</w:p></w:tc>
            </w:tr></w:tbl>
            """;
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml(body));

        var text = Text(file, "a.docx");

        Assert.Equal(["бір", "төрт"], text.Hidden.Select(h => text.Text.Substring(h.Start, h.Length)));
    }

    [Theory]
    [InlineData("<w:displayBackgroundShape/>", false)]
    [InlineData("", true)]
    public void Docx_TheColourOfThePageCountsWhereItIsShown(string setting, bool isHidden)
    {
        var xml = SampleFiles.WordXml("<w:p><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>ақ</w:t></w:r><w:r><w:t>қара</w:t></w:r></w:p>")
            .Replace("<w:body>", "<w:background w:color=\"102030\"/><w:body>", StringComparison.Ordinal);
        using var file = SampleFiles.DocxOfXml(xml, settings: $"<w:settings xmlns:w=\"{SampleFiles.WordSpace}\">{setting}</w:settings>");

        Assert.Equal(isHidden ? 1 : 0, Text(file, "a.docx").Hidden.Count);
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
          <w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="Dust"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>
          <w:style w:type="paragraph" w:styleId="Band"><w:pPr><w:shd w:val="clear" w:fill="0B6072"/></w:pPr></w:style>
          <w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
        </w:styles>
        """;
}
