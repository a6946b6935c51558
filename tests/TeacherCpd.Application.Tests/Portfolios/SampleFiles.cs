using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TeacherCpd.Testing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>Documents, good and hostile, made by code.</summary>
internal static class SampleFiles
{
    public const string KazakhLetters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі";

    public const string DocxMainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public const string WordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string RelationshipSpace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private const string OfficeSpaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " +
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " +
        "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " +
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

    /// <summary>A docx as the library of the format writes it.</summary>
    public static MemoryStream Docx(params OpenXmlElement[] body)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(body));
        }

        stream.Position = 0;
        return stream;
    }

    public static Paragraph Paragraph(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>A docx whose parts are written by hand, as programs other than Word or an attacker do.</summary>
    public static MemoryStream DocxOfXml(
        string documentXml,
        string? styles = null,
        string? footnotes = null,
        string mainType = DocxMainType,
        string? endnotes = null,
        string? comments = null,
        string? settings = null) => Zip(
        [
            ("[Content_Types].xml", $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Default Extension="xml" ContentType="application/xml"/>
                  <Override PartName="/word/document.xml" ContentType="{mainType}"/>
                  <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
                  <Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
                  <Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/>
                  <Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>
                  <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
                </Types>
                """),
            ("_rels/.rels", $"""
                <Relationships xmlns="{RelationshipSpace}">
                  <Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """),
            ("word/_rels/document.xml.rels", $"""
                <Relationships xmlns="{RelationshipSpace}">
                  <Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
                  <Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
                  <Relationship Id="e" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes" Target="endnotes.xml"/>
                  <Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>
                  <Relationship Id="o" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
                  <Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://[not an address" TargetMode="External"/>
                </Relationships>
                """),
            ("word/document.xml", documentXml),
            ("word/styles.xml", styles ?? $"<w:styles xmlns:w=\"{WordSpace}\"/>"),
            ("word/footnotes.xml", footnotes ?? $"<w:footnotes xmlns:w=\"{WordSpace}\"/>"),
            ("word/endnotes.xml", endnotes ?? $"<w:endnotes xmlns:w=\"{WordSpace}\"/>"),
            ("word/comments.xml", comments ?? $"<w:comments xmlns:w=\"{WordSpace}\"/>"),
            ("word/settings.xml", settings ?? $"<w:settings xmlns:w=\"{WordSpace}\"/>"),
        ]);

    /// <summary>The main part of a docx around the XML of its body.</summary>
    public static string WordXml(string body) =>
        $"<w:document xmlns:w=\"{WordSpace}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>";

    public static MemoryStream Odt(string body, string automaticStyles = "", string manifest = "<manifest/>") => Zip(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", manifest),
            ("content.xml", OdtContent(body, automaticStyles)),
        ]);

    public static string OdtContent(string body, string automaticStyles = "") =>
        $"<office:document-content {OfficeSpaces}><office:automatic-styles>{automaticStyles}</office:automatic-styles>" +
        $"<office:body><office:text>{body}</office:text></office:body></office:document-content>";

    public static MemoryStream Zip(IEnumerable<(string Name, string Content)> entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>A document archive with one more entry of zeros: small on disk, large unpacked.</summary>
    public static MemoryStream WithZeros(MemoryStream archive, long bytes)
    {
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("media/zeros.bin", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var written = 0L; written < bytes; written += block.Length)
            {
                entry.Write(block);
            }
        }

        archive.Position = 0;
        return archive;
    }

    /// <summary>A PDF with lines of text at given places, in points from the lower left corner of an A4 page.</summary>
    public static MemoryStream Pdf(params (double X, double Y, string Text)[] lines)
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(595, 842);
        var font = builder.AddTrueTypeFont(File.ReadAllBytes(Path.Combine(RepositoryFolder.Fonts, "PTSerif-Regular.ttf")));
        foreach (var (x, y, text) in lines)
        {
            page.AddText(text, 11, new PdfPoint(x, y), font);
        }

        return new MemoryStream(builder.Build());
    }

    public static byte[] Deflated(long zeros)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var block = new byte[1024 * 1024];
            Array.Fill(block, (byte)' ');
            for (var written = 0L; written < zeros; written += block.Length)
            {
                zlib.Write(block);
            }
        }

        return packed.ToArray();
    }
}
