using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>Files made to harm, or that were harmed.</summary>
public sealed class TextExtractorHostileFileTests : TextExtractorTest
{
    [Fact]
    public void CutShort_IsDamaged()
    {
        using var docx = Cut(SampleFiles.Docx(SampleFiles.Paragraph("а")));
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
        using var docx = SampleFiles.WithZeros(SampleFiles.Docx(SampleFiles.Paragraph("а")), 40 * 1024 * 1024);
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
        using var pdf = SamplePdf.OfStream(SampleFiles.Deflated(40 * 1024 * 1024), "/Filter /FlateDecode");

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
}
