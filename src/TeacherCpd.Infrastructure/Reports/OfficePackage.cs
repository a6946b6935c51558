using System.IO.Compression;
using System.Text;

namespace TeacherCpd.Infrastructure.Reports;

/// <summary>The zip file around the parts of an office document.</summary>
internal static class OfficePackage
{
    /// <summary>The file. The same parts of the same day always give the same bytes.</summary>
    /// <param name="on">Day of the document, not the moment of writing.</param>
    /// <param name="parts">Path and XML of each part.</param>
    public static byte[] Of(DateOnly on, IEnumerable<(string Path, string Content)> parts)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var day = new DateTimeOffset(on.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            foreach (var (path, content) in parts)
            {
                var entry = archive.CreateEntry(path);
                entry.LastWriteTime = day;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return output.ToArray();
    }

    /// <summary>A text without the characters that no XML holds, from what people pasted.</summary>
    public static string Printable(string text) => string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
