using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class TextExtractorTests
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Odt = "application/vnd.oasis.opendocument.text";

    private readonly TextExtractor extractor = new(NullLogger<TextExtractor>.Instance);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Docx_KeepsKazakhLettersAndParagraphs()
    {
        using var file = SampleFiles.Docx(Paragraph(SampleFiles.KazakhLetters), Paragraph(""), Paragraph("Сабақты зерттеу"));

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
    [InlineData("<w:color w:val=\"FFFFFF\"/>", HiddenRunKind.White)]
    [InlineData("<w:color w:val=\"fefefe\" w:themeColor=\"background1\"/>", HiddenRunKind.White)]
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

        Assert.Equal([new HiddenRun(3, 2, HiddenRunKind.White)], text.Hidden);
    }

    [Fact]
    public void Docx_ThatHoldsOnlyHiddenTextHasNoText()
    {
        using var file = SampleFiles.DocxOfXml(SampleFiles.WordXml("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>жасырын</w:t></w:r></w:p>"));

        Assert.Equal(new FileWithoutText(null), Error(file, "a.docx"));
    }

    [Fact]
    public void Odt_KeepsKazakhLettersTablesAndNotesButNotCommentsOrDeletedText()
    {
        using var file = SampleFiles.Odt($"""
            <text:tracked-changes><text:p>жойылған</text:p></text:tracked-changes>
            <text:h>{SampleFiles.KazakhLetters}</text:h>
            <text:p>Сабақ<text:s text:c="2"/>
               <text:span>жоспары</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>сілтеме</text:p></text:note-body></text:note>
               <office:annotation><dc:creator>Кім</dc:creator><text:p>пікір</text:p></office:annotation> мен<text:tab/>есебі</text:p>
            <table:table><table:table-row><table:table-cell><text:p>ұяшық</text:p></table:table-cell></table:table-row></table:table>
            """);

        var text = Text(file, "a.odt");

        Assert.Equal($"{SampleFiles.KazakhLetters}\nСабақ  жоспары мен\tесебі\nсілтеме\nұяшық", text.Text);
        Assert.Equal(Odt, text.MediaType);
    }

    [Theory]
    [InlineData("text:display=\"none\"", HiddenRunKind.NotShown)]
    [InlineData("fo:color=\"#ffffff\"", HiddenRunKind.White)]
    [InlineData("fo:font-size=\"1.5pt\"", HiddenRunKind.Tiny)]
    public void Odt_MarksARunThatAReaderCannotSee(string properties, HiddenRunKind kind)
    {
        using var file = SampleFiles.Odt(
            "<text:p>көрінеді <text:span text:style-name=\"T2\">жасырын</text:span></text:p>",
            $"<style:style style:name=\"T1\"><style:text-properties {properties}/></style:style><style:style style:name=\"T2\" style:parent-style-name=\"T1\"/>");

        var text = Text(file, "a.odt");

        Assert.Equal([new HiddenRun(9, 7, kind)], text.Hidden);
    }

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

    [Theory]
    [MemberData(nameof(PlainTexts))]
    public void PlainText_IsReadInEachEncoding(byte[] bytes, string expected)
    {
        using var file = new MemoryStream(bytes);

        Assert.Equal(expected, Text(file, "a.txt").Text);
    }

    public static TheoryData<byte[], string> PlainTexts()
    {
        const string kazakh = SampleFiles.KazakhLetters + "\r\n\r\nқосымша";
        const string expected = SampleFiles.KazakhLetters + "\nқосымша";
        var russian = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Съешь же ещё этих мягких французских булок № 1");
        return new()
        {
            { Encoding.UTF8.GetBytes(kazakh), expected },
            { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(kazakh)], expected },
            { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(kazakh)], expected },
            { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(kazakh)], expected },
            { russian, "Съешь же ещё этих мягких французских булок № 1" },

            // the bytes of the national standard for the Kazakh letters
            { [0xA3, 0xBC, 0xAA, 0xBA, 0x8D, 0x9D, 0xBD, 0xBE, 0xA5, 0xB4, 0xA1, 0xA2, 0xAF, 0xBF, 0x8E, 0x9E, 0xB2, 0xB3], "ӘәҒғҚқҢңӨөҰұҮүҺһІі" },
        };
    }

    [Fact]
    public void Text_HasNoCharacterThatADatabaseRefuses()
    {
        // a null, half of a surrogate pair and a bell, as UTF-16 can hold them
        using var file = new MemoryStream([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("сөз\0"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes("\asөз 😀")]);

        Assert.Equal("сөз \uFFFD sөз 😀", Text(file, "a.txt").Text);
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

    [Fact]
    public void Empty_IsRefused()
    {
        using var file = new MemoryStream();

        Assert.Equal(new FileEmpty(), Error(file, "a.docx"));
    }

    [Fact]
    public void TooLarge_IsRefusedWithoutReading()
    {
        using var file = new UnreadableStream((50 * 1024 * 1024) + 1);

        Assert.Equal(new FileTooLarge(50), Error(file, "a.docx"));
    }

    [Theory]
    [InlineData("a.doc")]
    [InlineData("a.exe")]
    [InlineData("portfolio")]
    [InlineData("a.docx.zip")]
    public void OtherExtension_IsNotAccepted(string name)
    {
        using var file = new MemoryStream("мәтін"u8.ToArray());

        var error = Assert.IsType<FileTypeNotAccepted>(Error(file, name));
        Assert.Equal(".docx, .odt, .pdf, .txt", error.Accepted);
    }

    [Theory]
    [InlineData(".docx")]
    [InlineData(".odt")]
    [InlineData(".pdf")]
    [InlineData(".txt")]
    public void ProgramOrPictureBehindAnAcceptedExtension_IsAMismatch(string extension)
    {
        byte[] program = [(byte)'M', (byte)'Z', 0x90, 0x00, 0x03, .. new byte[60], .. "This program cannot be run"u8];
        byte[] picture = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8];
        foreach (var bytes in new[] { program, picture })
        {
            using var file = new MemoryStream(bytes);
            Assert.Equal(new FileTypeMismatch(extension), Error(file, "A" + extension.ToUpperInvariant()));
        }
    }

    [Fact]
    public void OneDocumentBehindTheExtensionOfAnother_IsAMismatch()
    {
        using var docx = SampleFiles.Docx(Paragraph("а"));
        using var odt = SampleFiles.Odt("<text:p>а</text:p>");
        using var pdf = SampleFiles.Pdf((70, 700, "а"));
        using var spreadsheet = SampleFiles.DocxOfXml("<x/>", mainType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        using var macros = SampleFiles.DocxOfXml("<x/>", mainType: "application/vnd.ms-word.document.macroEnabled.main+xml");
        using var oldWord = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("WordDocument")]);

        Assert.Equal(new FileTypeMismatch(".odt"), Error(docx, "a.odt"));
        Assert.Equal(new FileTypeMismatch(".docx"), Error(odt, "a.docx"));
        Assert.Equal(new FileTypeMismatch(".docx"), Error(pdf, "a.docx"));
        Assert.Equal(new FileTypeMismatch(".txt"), Error(pdf, "a.txt"));
        Assert.Equal(new FileTypeMismatch(".docx"), Error(spreadsheet, "a.docx"));
        Assert.Equal(new FileTypeMismatch(".docx"), Error(macros, "a.docx"));
        Assert.Equal(new FileTypeMismatch(".docx"), Error(oldWord, "a.docx"));
    }

    [Fact]
    public void Encrypted_IsSaidInEachFormat()
    {
        using var docx = new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[81920 - 20], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[300]]);
        using var odt = SampleFiles.Odt("<text:p>а</text:p>", manifest: "<manifest><file-entry><encryption-data checksum=\"x\"/></file-entry></manifest>");
        var zeros = new string('0', 64);
        using var pdf = SampleFiles.PdfOfStream(
            "BT ET"u8.ToArray(),
            trailerEntries: $"/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{zeros}> /U <{zeros}> >>");

        Assert.Equal(new FileEncrypted(), Error(docx, "a.docx"));
        Assert.Equal(new FileEncrypted(), Error(odt, "a.odt"));
        Assert.Equal(new FileEncrypted(), Error(pdf, "a.pdf"));
    }

    [Fact]
    public void CutShort_IsDamaged()
    {
        using var docx = Cut(SampleFiles.Docx(Paragraph("а")));
        using var odt = Cut(SampleFiles.Odt("<text:p>а</text:p>"));
        using var pdf = new MemoryStream("%PDF-1.7\n1 0 obj\n<< /Type"u8.ToArray());

        Assert.Equal(new FileDamaged(), Error(docx, "a.docx"));
        Assert.Equal(new FileDamaged(), Error(odt, "a.odt"));
        Assert.Equal(new FileDamaged(), Error(pdf, "a.pdf"));
    }

    [Fact]
    public void BrokenXml_IsDamaged()
    {
        using var docx = SampleFiles.DocxOfXml(SampleFiles.WordXml("<w:p><w:r><w:t>а</w:r></w:p>"));

        Assert.Equal(new FileDamaged(), Error(docx, "a.docx"));
    }

    [Fact]
    public void TwoEntriesOfOneName_AreDamaged()
    {
        using var odt = SampleFiles.Zip([("mimetype", Odt), ("content.xml", SampleFiles.OdtContent("<text:p>а</text:p>")), ("content.xml", SampleFiles.OdtContent("<text:p>ә</text:p>"))]);

        Assert.Equal(new FileDamaged(), Error(odt, "a.odt"));
    }

    [Fact]
    public void ArchiveThatUnpacksTooFar_IsRefused()
    {
        using var docx = SampleFiles.WithZeros(SampleFiles.Docx(Paragraph("а")), 40 * 1024 * 1024);
        using var odt = SampleFiles.WithZeros(SampleFiles.Odt("<text:p>а</text:p>"), 40 * 1024 * 1024);

        Assert.True(docx.Length < 100_000);
        Assert.Equal(new ArchiveTooLarge(), Error(docx, "a.docx"));
        Assert.Equal(new ArchiveTooLarge(), Error(odt, "a.odt"));
    }

    [Fact]
    public void ArchiveThatDeclaresLessThanItHolds_UnpacksNoMoreThanDeclared()
    {
        using var odt = SampleFiles.WithZeros(SampleFiles.Odt("<text:p>а</text:p>"), 40 * 1024 * 1024);
        var bytes = odt.ToArray();
        DeclareSmall(bytes, 40 * 1024 * 1024);
        using var file = new MemoryStream(bytes);

        // the runtime unpacks no more than is declared: the entry of zeros ends early and the document is whole
        Assert.Equal("а", Text(file, "a.odt").Text);
    }

    [Fact]
    public void ArchiveWithTooManyEntries_IsRefused()
    {
        using var odt = SampleFiles.Zip(Enumerable.Range(0, 5001).Select(i => ($"e{i}", "")));

        Assert.Equal(new ArchiveTooLarge(), Error(odt, "a.odt"));
    }

    [Fact]
    public void PdfStreamThatUnpacksTooFar_IsRefused()
    {
        using var pdf = SampleFiles.PdfOfStream(SampleFiles.Deflated(40 * 1024 * 1024), "/Filter /FlateDecode");

        Assert.True(pdf.Length < 100_000);
        Assert.Equal(new ArchiveTooLarge(), Error(pdf, "a.pdf"));
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE d SYSTEM \"file:///etc/passwd\">")]
    public void DocumentType_IsDamaged(string declaration)
    {
        using var docx = SampleFiles.DocxOfXml(declaration + SampleFiles.WordXml("<w:p><w:r><w:t>а</w:t></w:r></w:p>"));
        using var odt = SampleFiles.Zip([("mimetype", Odt), ("content.xml", declaration + SampleFiles.OdtContent("<text:p>а</text:p>"))]);

        Assert.Equal(new FileDamaged(), Error(docx, "a.docx"));
        Assert.Equal(new FileDamaged(), Error(odt, "a.odt"));
    }

    [Fact]
    public void VeryDeepXml_IsDamagedAndDoesNotExhaustTheStack()
    {
        const int deep = 100_000;
        var nested = string.Concat(Enumerable.Repeat("<w:sdt>", deep)) + string.Concat(Enumerable.Repeat("</w:sdt>", deep));
        using var docx = SampleFiles.DocxOfXml(SampleFiles.WordXml(nested));

        Assert.Equal(new FileDamaged(), Error(docx, "a.docx"));
    }

    [Fact]
    public void Cancelled_StopsWithoutCallingTheFileDamaged()
    {
        using var file = SampleFiles.Pdf((70, 700, "а"));
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => extractor.Extract(file, "a.pdf", source.Token));
    }

    [Fact]
    public void Inspect_FindsTheTypeAndLeavesTheStreamOpen()
    {
        using var file = SampleFiles.Docx(Paragraph("а"));

        Assert.Equal(Docx, extractor.Inspect(file, "A.DOCX", Ct).Value);
        Assert.Equal("а", Text(file, "A.DOCX").Text);
        Assert.True(file.CanRead);
    }

    private static string Styles => $"""
        <w:styles xmlns:w="{SampleFiles.WordSpace}">
          <w:style w:type="character" w:styleId="GhostBase"><w:rPr><w:vanish/></w:rPr></w:style>
          <w:style w:type="character" w:styleId="Ghost"><w:basedOn w:val="GhostBase"/></w:style>
          <w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
        </w:styles>
        """;

    private static Paragraph Paragraph(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static MemoryStream Cut(MemoryStream whole)
    {
        whole.SetLength(whole.Length / 2);
        return whole;
    }

    /// <summary>Replaces the uncompressed size of the central directory by a small one.</summary>
    private static void DeclareSmall(byte[] zip, int size)
    {
        var real = BitConverter.GetBytes(size);
        for (var at = zip.AsSpan().LastIndexOf(real); at >= 0; at = zip.AsSpan(0, at).LastIndexOf(real))
        {
            BitConverter.GetBytes(1000).CopyTo(zip, at);
        }
    }

    private ExtractedText Text(Stream file, string name) => extractor.Extract(file, name, Ct).Value;

    private Error? Error(Stream file, string name) => extractor.Extract(file, name, Ct).Error;

    /// <summary>A stream that only tells its length.</summary>
    private sealed class UnreadableStream(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Read although too large.");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Read although too large.");
    }
}
