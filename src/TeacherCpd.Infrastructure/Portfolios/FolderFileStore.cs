using System.Buffers;
using System.Security.Cryptography;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Files in a folder: <c>ab/cd/abcd…</c> by hash. A file is written and flushed to the disk under a passing name and
/// then moved in one step, so that a name in the store always means a whole file.
/// </summary>
public sealed class FolderFileStore(FileStoreOptions options) : IFileStore
{
    private const int BufferBytes = 81920;
    private const long BytesPerMegabyte = 1024 * 1024;

    // where a file lies until it is whole
    private string Incoming => Path.Combine(options.Root, "incoming");

    /// <inheritdoc/>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, long maxBytes, CancellationToken ct)
    {
        var incoming = Path.Combine(Directory.CreateDirectory(Incoming).FullName, $"{Guid.CreateVersion7():N}");
        try
        {
            if (await CopyAsync(content, incoming, maxBytes, ct) is not { } stored)
            {
                return new FileTooLarge(maxBytes / BytesPerMegabyte);
            }

            Keep(incoming, PathOf(stored.Sha256), stored.Bytes);
            return stored;
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var path = PathOf(sha256);
        if (!File.Exists(path))
        {
            // said here, because a missing folder would be another exception
            throw new FileNotFoundException("No file is stored under this hash.", sha256);
        }

        return Task.FromResult<Stream>(new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            BufferBytes,
            FileOptions.Asynchronous | FileOptions.SequentialScan));
    }

    /// <inheritdoc/>
    public void DropLeftovers(DateTime before)
    {
        var incoming = new DirectoryInfo(Incoming);
        foreach (var file in incoming.Exists ? incoming.EnumerateFiles().Where(f => f.LastWriteTimeUtc < before) : [])
        {
            file.Delete();
        }
    }

    /// <summary>Copies and hashes in one pass; null when the content is longer than allowed.</summary>
    private static async Task<StoredFile?> CopyAsync(Stream content, string path, long maxBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
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

    private static void Keep(string incoming, string target, long bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        // a file of another length under this name was cut short by the disk: the whole one takes its place
        var kept = new FileInfo(target);
        if (kept.Exists && kept.Length == bytes)
        {
            return;
        }

        try
        {
            File.Move(incoming, target, overwrite: kept.Exists);
        }
        catch (IOException) when (File.Exists(target))
        {
            // another request stored the same content at the same moment
        }
    }

    private string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(options.Root, sha256[..2], sha256[2..4], sha256)
            : throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(sha256));
}
