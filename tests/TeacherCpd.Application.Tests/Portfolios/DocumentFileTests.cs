using System.Text;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class DocumentFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("document-file-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.TXT")]
    [InlineData("suspicious-document00001")]
    [InlineData("a.md")]
    public void PlainText_IsGivenExactlyAsItStandsInTheFile(string name)
    {
        const string text = "  Бір\r\n\r\nекі\tүш\u00AD\n\u001A";
        var path = Write(name, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text + new string('а', 100))]);

        var content = DocumentFile.Read(path, Ct).Value;

        Assert.Equal(PlainText.Read(path), content.Text);
        Assert.StartsWith(text, content.Text, StringComparison.Ordinal);
        Assert.Equal((0, null, 0), (content.Hidden.Count, content.Pages, content.PagesWithoutText));
    }

    [Fact]
    public void PlainText_MayBeEmptyOrOfNumbers()
    {
        Assert.Equal("", DocumentFile.Read(Write("empty.txt", []), Ct).Value.Text);
        Assert.Equal("1 2 3", DocumentFile.Read(Write("numbers.txt", "1 2 3"u8.ToArray()), Ct).Value.Text);
    }

    [Fact]
    public void Docx_ComesWithItsHiddenRuns()
    {
        using var docx = SampleFiles.DocxOfXml(SampleFiles.WordXml("<w:p><w:r><w:t>Бар</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>жоқ</w:t></w:r></w:p>"));

        var content = DocumentFile.Read(Write("A.DOCX", docx.ToArray()), Ct).Value;

        Assert.Equal("Баржоқ", content.Text);
        Assert.Equal([new TextRange(3, 3)], content.Hidden);
    }

    [Fact]
    public void Odt_IsReadByItsReader()
    {
        using var odt = SampleFiles.Odt("<text:p>мәтін</text:p>");

        Assert.Equal("мәтін", DocumentFile.Read(Write("a.odt", odt.ToArray()), Ct).Value.Text);
    }

    [Fact]
    public void Pdf_ComesWithItsPages()
    {
        using var pdf = SamplePdf.Pages("BT /Latin 12 Tf 70 700 Td (text) Tj ET", "q 500 0 0 700 40 60 cm /Picture Do Q");

        var content = DocumentFile.Read(Write("a.pdf", pdf.ToArray()), Ct).Value;

        Assert.Equal(("text", 2, 1), (content.Text, content.Pages, content.PagesWithoutText));
    }

    [Fact]
    public void BinaryContent_IsNoPlainText()
    {
        using var pdf = SamplePdf.Pages("BT ET");
        using var docx = SampleFiles.Docx(SampleFiles.Paragraph("а"));

        Assert.Equal(new FileNotText(), DocumentFile.Read(Write("a", pdf.ToArray()), Ct).Error);
        Assert.Equal(new FileNotText(), DocumentFile.Read(Write("b.txt", docx.ToArray()), Ct).Error);
        Assert.Equal(new FileNotText(), DocumentFile.Read(Write("c.txt", [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 1, 2, 3]), Ct).Error);
    }

    [Fact]
    public void TooLarge_IsRefusedWithoutReading()
    {
        foreach (var name in new[] { "a.txt", "a.pdf" })
        {
            var path = Path.Combine(folder.FullName, name);
            using (var file = File.Create(path))
            {
                file.SetLength(200L * 1024 * 1024);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(new FileTooLarge(50), DocumentFile.Read(path, Ct).Error);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        }
    }

    [Fact]
    public void WhatIsNotThereOrNoFileOrDamaged_IsSaidInOneSentence()
    {
        Error?[] errors =
        [
            DocumentFile.Read(Path.Combine(folder.FullName, "none.txt"), Ct).Error,
            DocumentFile.Read(folder.FullName, Ct).Error,
            DocumentFile.Read(Write("a.docx", "no archive"u8.ToArray()), Ct).Error,
        ];

        Assert.Equal([new FileNotOpened(), new FileNotOpened(), new FileTypeMismatch(".docx")], errors);
        Assert.All(errors, e => Assert.NotEmpty(TextCatalogue.Get(Language.En, $"error.{e!.Code}", [.. e.Args])));
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
