using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>
/// Files that no teacher writes: each ends in bounded time and memory with a clear error or with its text, and the next
/// document goes on. The bounds are wide, so that a busy machine does not break them and only endless work does.
/// </summary>
public sealed class TextExtractorBadInputTests : TextExtractorTest
{
    private const int Megabyte = 1024 * 1024;
    private const int Million = 1_000_000;

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    [InlineData("a.pdf")]
    public void TwoHundredMegabytes_AreRefusedUnread(string name)
    {
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        file.SetLength(200L * Megabyte);

        Assert.Equal(new FileTooLarge(50), Bounded(1, () => Error(file, name)));
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    public void TwoHundredMegabytesOfTextInASmallArchive_AreRefused(string name)
    {
        using var file = name == "a.docx"
            ? WithLongEntry(SampleFiles.DocxOfXml("<x/>"), "word/document.xml")
            : WithLongEntry(SampleFiles.Odt(""), "content.xml");

        Assert.True(file.Length < Megabyte);
        Assert.Equal(new ArchiveTooLarge(), Bounded(50, () => Error(file, name)));
    }

    [Fact]
    public void TheLargestPlainText_IsRead()
    {
        using var file = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("one two three four\n", 50 * Megabyte / 19))));

        var text = Bounded(1500, () => Text(file, "a.txt"));

        Assert.Equal(4 * (50 * Megabyte / 19), text.Words);
    }

    [Fact]
    public void OneWordOfAMillionLetters_IsOneWord()
    {
        var word = new string('ә', Million);
        using var txt = new MemoryStream(Encoding.UTF8.GetBytes(word));
        using var docx = SampleFiles.Docx(SampleFiles.Paragraph(word));
        using var odt = SampleFiles.Odt($"<text:p>{word}</text:p>");
        foreach (var (file, name) in new (Stream, string)[] { (txt, "a.txt"), (docx, "a.docx"), (odt, "a.odt") })
        {
            var text = Bounded(100, () => Text(file, name));

            Assert.Equal((1, Million), (text.Words, text.Text.Length));
        }
    }

    [Fact]
    public void OneWordOfAMillionLettersInAPdf_LeavesThePageAndIsHiddenFromThere()
    {
        using var pdf = SamplePdf.Pages($"BT /Latin 12 Tf 70 700 Td ({new string('a', Million)}) Tj ET");

        var text = Bounded(3000, () => Text(pdf, "a.pdf"));

        Assert.Equal(Million + 1, text.Text.Length);
        Assert.InRange(Assert.Single(text.Hidden).Length, Million - 100, Million - 50);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("(\\)", ")")]
    [InlineData("((b)", ")")]
    [InlineData("<", ">")]
    public void MoreLettersThanAPageHasInASmallPdf_AreRefused(string before, string after)
    {
        var drawing = Encoding.ASCII.GetBytes($"BT /Latin 12 Tf {before}{new string('a', 9 * Million)}{after} Tj ET");
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(drawing);
        }

        using var pdf = SamplePdf.OfStream(packed.ToArray(), "/Filter /FlateDecode");

        Assert.Equal(new ArchiveTooLarge(), Bounded(200, () => Error(pdf, "a.pdf")));
    }

    [Fact]
    public void MoreLettersThanAPageHasInAPdfThatIsNotPacked_AreRefused()
    {
        using var pdf = SamplePdf.Pages($"BT /Latin 12 Tf ({new string('a', 9 * Million)}) Tj ET");

        Assert.Equal(new ArchiveTooLarge(), Bounded(200, () => Error(pdf, "a.pdf")));
    }

    [Fact]
    public void AFormOfAPdfDrawnAThousandTimes_IsCountedEachTime()
    {
        using var often = SamplePdf.Pages(string.Concat(Enumerable.Repeat("/Stamp Do ", 1_000)));
        using var twice = SamplePdf.Pages("/Stamp Do /Stamp Do");

        Assert.Equal(new ArchiveTooLarge(), Bounded(200, () => Error(often, "a.pdf")));
        Assert.Contains("aaa", Bounded(200, () => Text(twice, "a.pdf")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void UnpairedSurrogates_BecomeReplacementCharacters()
    {
        var halves = string.Concat(Enumerable.Repeat("а\uD83D б\uDE00 ", 100_000));
        using var file = new MemoryStream([0xFF, 0xFE, .. halves.SelectMany(c => BitConverter.GetBytes(c))]);

        var text = Bounded(100, () => Text(file, "a.txt")).Text;

        Assert.DoesNotContain(text, c => char.IsSurrogate(c));
        Assert.StartsWith("а\uFFFD б\uFFFD ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&#xD83D;")]
    [InlineData("&#0;")]
    public void HalfALetterOrANullInXml_IsDamage(string reference)
    {
        using var docx = SampleFiles.DocxOfXml(SampleFiles.WordXml($"<w:p><w:r><w:t>а{reference}</w:t></w:r></w:p>"));
        using var odt = SampleFiles.Odt($"<text:p>а{reference}</text:p>");

        Assert.Equal(new FileDamaged(), Error(docx, "a.docx"));
        Assert.Equal(new FileDamaged(), Error(odt, "a.odt"));
    }

    [Fact]
    public void ArchivesInsideADocument_AreNotOpened()
    {
        var inner = SampleFiles.Zip([("text.txt", "ішкі мәтін")]).ToArray();
        for (var depth = 0; depth < 20; depth++)
        {
            inner = WithEntry(SampleFiles.Zip([]), "nested.zip", inner).ToArray();
        }

        using var docx = WithEntry(SampleFiles.Docx(SampleFiles.Paragraph("сыртқы")), "word/embeddings/nested.zip", inner);
        using var odt = WithEntry(SampleFiles.Odt("<text:p>сыртқы</text:p>"), "nested.odt", inner);

        Assert.Equal("сыртқы", Bounded(50, () => Text(docx, "a.docx")).Text);
        Assert.Equal("сыртқы", Bounded(50, () => Text(odt, "a.odt")).Text);
    }

    [Fact]
    public void AnArchiveOfBombs_CostsNoMoreThanItsFirstLevel()
    {
        var bomb = SampleFiles.WithZeros(SampleFiles.Zip([]), 40 * Megabyte).ToArray();
        using var docx = SampleFiles.Docx(SampleFiles.Paragraph("сыртқы"));
        foreach (var number in Enumerable.Range(0, 20))
        {
            WithEntry(docx, $"word/embeddings/{number}.zip", bomb);
        }

        Assert.Equal("сыртқы", Bounded(50, () => Text(docx, "a.docx")).Text);
    }

    [Fact]
    public void ExternalEntities_ReachNeitherTheNetworkNorTheDisk()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "құпия");
            foreach (var address in new[] { $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x", new Uri(secret).AbsoluteUri })
            {
                var declaration = $"<!DOCTYPE d [<!ENTITY x SYSTEM \"{address}\">]>";
                using var docx = SampleFiles.DocxOfXml(declaration + SampleFiles.WordXml("<w:p><w:r><w:t>а&x;</w:t></w:r></w:p>"));
                using var styles = SampleFiles.DocxOfXml(SampleFiles.WordXml("<w:p/>"), styles: $"{declaration}<x>&x;</x>");
                using var odt = SampleFiles.Zip([("mimetype", Odt), ("content.xml", declaration + SampleFiles.OdtContent("<text:p>а&x;</text:p>"))]);

                Assert.Equal(new FileDamaged(), Bounded(50, () => Error(docx, "a.docx")));
                Assert.Equal(new FileDamaged(), Bounded(50, () => Error(styles, "a.docx")));
                Assert.Equal(new FileDamaged(), Bounded(50, () => Error(odt, "a.odt")));
            }

            Assert.False(listener.Pending());
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void OnlyNumbers_AreNoTextAndSaidToBeNone()
    {
        var numbers = string.Join(' ', Enumerable.Range(0, 100_000));
        using var txt = new MemoryStream(Encoding.ASCII.GetBytes(numbers));
        using var docx = SampleFiles.Docx(SampleFiles.Paragraph(numbers));

        Assert.Equal(new FileWithoutText(null), Bounded(100, () => Error(txt, "a.txt")));
        Assert.Equal(new FileWithoutText(null), Bounded(100, () => Error(docx, "a.docx")));
    }

    [Fact]
    public void AfterEachOfThem_TheNextDocumentGoesOn()
    {
        using var broken = SamplePdf.OfStream("BT /Own 12 Tf 70 700 Td (ABAB) Tj ET"u8.ToArray(), characterMap: "1 beginbfrange <00> <FF> <0000> endbfrange 9 beginbfchar <");
        using var loop = SamplePdf.OfStream("q"u8.ToArray(), "/Filter [/FlateDecode /FlateDecode]");
        using var good = SampleFiles.Docx(SampleFiles.Paragraph("келесі құжат"));
        foreach (var file in new[] { broken, loop })
        {
            Assert.NotNull(Bounded(100, () => Error(file, "a.pdf")));
            Assert.Equal("келесі құжат", Text(good, "b.docx").Text);
        }
    }

    /// <summary>Runs it and fails when it took too long, or made more garbage than it may.</summary>
    private static T Bounded<T>(int megabytes, Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = work();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (long)megabytes * Megabyte);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, LongEnough);
        return result;
    }

    private static MemoryStream WithEntry(MemoryStream archive, string name, byte[] content)
    {
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }

        archive.Position = 0;
        return archive;
    }

    /// <summary>The archive with 200 MB of one letter in the place of an entry.</summary>
    private static MemoryStream WithLongEntry(MemoryStream archive, string name)
    {
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            var block = Encoding.ASCII.GetBytes(new string('a', Megabyte));
            for (var i = 0; i < 200; i++)
            {
                entry.Write(block);
            }
        }

        archive.Position = 0;
        return archive;
    }
}
