using System.Buffers;
using System.Security.Cryptography;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Where files lie under passing names until they are whole and their hash is known.</summary>
/// <param name="path">The folder; made when it is missing.</param>
public sealed class IncomingFolder(string path)
{
    private const int BufferBytes = 81920;

    /// <summary>A name that nothing has yet.</summary>
    public string NewPath() => Path.Combine(Directory.CreateDirectory(path).FullName, $"{Guid.CreateVersion7():N}");

    /// <summary>Copies and hashes in one pass, down to the disk; null when the content is longer than allowed.</summary>
    /// <param name="content">Read to its end, or one byte beyond what is allowed.</param>
    /// <param name="file">Written from its beginning.</param>
    /// <param name="maxBytes">Most bytes taken.</param>
    /// <param name="ct">Stops the work.</param>
    public static async Task<StoredFile?> CopyAsync(Stream content, FileStream file, long maxBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                bytes += read;
                if (bytes > maxBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Deletes what a crash left.</summary>
    /// <param name="before">Only what nothing was written to since then (UTC).</param>
    public void DropLeftovers(DateTime before)
    {
        var folder = new DirectoryInfo(path);
        foreach (var file in folder.Exists ? folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before) : [])
        {
            file.Delete();
        }
    }
}
