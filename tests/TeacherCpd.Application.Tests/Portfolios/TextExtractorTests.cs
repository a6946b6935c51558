using System.Text;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>What holds for files of every format.</summary>
public sealed class TextExtractorTests : TextExtractorTest
{
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
        using var docx = SampleFiles.Docx(SampleFiles.Paragraph("а"));
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
        using var pdf = SamplePdf.OfStream(
            "BT ET"u8.ToArray(),
            trailerEntries: $"/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{zeros}> /U <{zeros}> >>");

        Assert.Equal(new FileEncrypted(), Error(docx, "a.docx"));
        Assert.Equal(new FileEncrypted(), Error(odt, "a.odt"));
        Assert.Equal(new FileEncrypted(), Error(pdf, "a.pdf"));
    }

    [Fact]
    public void Cancelled_StopsWithoutCallingTheFileDamaged()
    {
        using var file = SampleFiles.Pdf((70, 700, "а"));
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Extractor.Extract(file, "a.pdf", source.Token));
    }

    [Fact]
    public void Inspect_FindsTheTypeAndLeavesTheStreamOpen()
    {
        using var file = SampleFiles.Docx(SampleFiles.Paragraph("а"));

        Assert.Equal(Docx, Extractor.Inspect(file, "A.DOCX", Ct).Value);
        Assert.Equal("а", Text(file, "A.DOCX").Text);
        Assert.True(file.CanRead);
    }

    /// <summary>A stream that only tells its length.</summary>
    private sealed class UnreadableStream(long length) : MemoryStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Read although too large.");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Read although too large.");
    }
}
