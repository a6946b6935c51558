using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>
/// The ZIP archive of a part: a file after the other through one buffer, the manifests at the end. The same files give the same
/// bytes, whenever it is made. Whoever may not see whose a portfolio is gets the texts of its files, without names.
/// </summary>
internal static partial class PartArchive
{
    private const int BufferBytes = 81920;
    private const int LongestName = 80;
    private const int LongestEnding = 6;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Part and number of a material as receipts name them, for example <c>R1.2</c>.</summary>
    public static string NameOf(PortfolioMaterial material) => ReceiptNumber.Of(material.Kind, material.Part, material.Number);

    /// <summary>Where a material stands in the archive: a folder for the person, named by the code and, where it may be seen, the name.</summary>
    public static string PathOf(string code, string? name, PortfolioMaterial material) => name is null
        ? $"{code}/{NameOf(material)}.txt"
        : $"{$"{code} {Safe(name)}".TrimEnd(' ', '.')}/{NameOf(material)}{EndingOf(material.FileName)}";

    /// <summary>Writes the archive.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="rows">The files, in their order.</param>
    /// <param name="files">Where they are kept; one is open at a time.</param>
    /// <param name="textOf">Reads the text of a file, without names.</param>
    /// <param name="askedAt">Time that the manifests bear (UTC).</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="InvalidDataException">What is stored is not what was handed in.</exception>
    public static async Task WriteAsync(
        Stream stream, IReadOnlyList<ManifestRow> rows, IFileStore files, Func<ManifestRow, CancellationToken, Task<string>> textOf, DateTime askedAt, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var written = new List<ManifestRow>(rows.Count);
        foreach (var row in rows)
        {
            // the formats that are handed in are packed already
            await using var entry = await Entry(archive, row.File, row.IsText ? CompressionLevel.Optimal : CompressionLevel.NoCompression, row.HandedInAt).OpenAsync(ct);
            await using var content = row.IsText ? new MemoryStream(Encoding.UTF8.GetBytes(await textOf(row, ct))) : await files.OpenAsync(row.Original, ct);
            var (bytes, hash) = await CopyAsync(content, entry, ct);
            if (!row.IsText && hash != row.Original)
            {
                throw new InvalidDataException($"What is stored under {row.Original} is something else.");
            }

            written.Add(row with { Bytes = bytes, Sha256 = hash });
        }

        await WriteAsync(Entry(archive, "manifest.csv", CompressionLevel.Optimal, askedAt), ManifestRow.Table(written), ct);
        await WriteAsync(Entry(archive, "manifest.json", CompressionLevel.Optimal, askedAt), JsonSerializer.SerializeToUtf8Bytes(written, Json), ct);
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name, CompressionLevel level, DateTime at)
    {
        var entry = archive.CreateEntry(name, level);

        // archives know no time zone: what people in Kazakhstan expect to read
        entry.LastWriteTime = TimeZoneInfo.ConvertTime(new DateTimeOffset(at, TimeSpan.Zero), Clock.Zone);
        return entry;
    }

    private static async Task WriteAsync(ZipArchiveEntry entry, byte[] content, CancellationToken ct)
    {
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }

    private static async Task<(long Bytes, string Sha256)> CopyAsync(Stream from, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; bytes += read)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // no system may take a name for a path, or refuse it
    private static string Safe(string name)
    {
        var safe = NotInNames().Replace(name, "_").Trim();
        return new StringInfo(safe) is { LengthInTextElements: > LongestName } info ? info.SubstringByTextElements(0, LongestName) : safe;
    }

    private static string EndingOf(string fileName)
    {
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        return ending.Length <= LongestEnding && ending.Skip(1).All(char.IsAsciiLetterOrDigit) ? ending : "";
    }

    [GeneratedRegex("""[\p{C}\\/:*?"<>|]+""")]
    private static partial Regex NotInNames();
}
