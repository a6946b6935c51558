using System.IO.Compression;
using System.Text;

namespace TeacherCpd.Web.Tests.Portfolios;

/// <summary>Files as people, and attackers, upload them.</summary>
internal static class Uploads
{
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A docx with one paragraph and, where asked for, an entry of zeros: small on disk, large unpacked.</summary>
    public static byte[] Docx(string paragraph, long zeros = 0)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """);
            Add(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """);
            Add(zip, "word/document.xml", $"""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p></w:body></w:document>
                """);
            if (zeros > 0)
            {
                using var entry = zip.CreateEntry("word/media/image1.bin", CompressionLevel.SmallestSize).Open();
                var block = new byte[1024 * 1024];
                for (var written = 0L; written < zeros; written += block.Length)
                {
                    entry.Write(block);
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>What Word writes when a document has a password: no zip any more.</summary>
    public static byte[] DocxWithPassword() =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[300]];

    public static byte[] Picture() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[200]];

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
