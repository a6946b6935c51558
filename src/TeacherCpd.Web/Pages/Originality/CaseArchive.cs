using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>
/// A case as one ZIP file: its history, its reports, the files that were handed in where the reader may have them, and the
/// SHA-256 of each in the form that <c>sha256sum -c</c> reads.
/// </summary>
internal static class CaseArchive
{
    private const string Manifest = "manifest.sha256";

    /// <summary>Writes the archive into a file that is gone when it is closed.</summary>
    /// <param name="file">The case; its files are disposed of.</param>
    /// <param name="texts">Texts of the reader's language.</param>
    /// <param name="language">Tag of that language.</param>
    /// <param name="at">When it is made (UTC).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<Stream> WriteAsync(CaseFile file, PageTexts texts, string language, DateTime at, CancellationToken cancellationToken)
    {
        var target = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        try
        {
            await using (var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
            {
                var hashes = new StringBuilder();
                await AddTextAsync("case.html", CaseDocument.Of(file.Case, texts, language, at));
                foreach (var report in file.Reports)
                {
                    await AddTextAsync($"reports/{report.Receipt}-{report.Round}.html", ReportDocument.Of(report, texts, language, at));
                }

                for (var i = 0; i < file.Files.Count; i++)
                {
                    await using var content = file.Files[i].Content;

                    // a number of its own, since two files may have one name; no path of the name is kept
                    await AddAsync($"files/{i + 1}-{Path.GetFileName(file.Files[i].FileName)}", content);
                }

                await WriteAsync(Manifest, new MemoryStream(Encoding.UTF8.GetBytes(hashes.ToString())));

                Task AddTextAsync(string name, string text) => AddAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

                async Task AddAsync(string name, Stream content)
                {
                    hashes.Append(await WriteAsync(name, content)).Append("  ").Append(name).Append('\n');
                }

                async Task<string> WriteAsync(string name, Stream content)
                {
                    var entry = archive.CreateEntry(name);
                    entry.LastWriteTime = new DateTimeOffset(at, TimeSpan.Zero);
                    await using var written = await entry.OpenAsync(cancellationToken);
                    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                    var buffer = new byte[81920];
                    int read;
                    while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                    {
                        hash.AppendData(buffer, 0, read);
                        await written.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                    }

                    return Convert.ToHexStringLower(hash.GetHashAndReset());
                }
            }

            target.Position = 0;
            return target;
        }
        catch
        {
            await target.DisposeAsync();
            throw;
        }
    }
}
