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

    private readonly IncomingFolder incoming = new(options.Incoming);

    /// <inheritdoc/>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, long maxBytes, CancellationToken ct)
    {
        var passing = incoming.NewPath();
        try
        {
            StoredFile? stored;
            await using (var file = new FileStream(passing, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous))
            {
                stored = await IncomingFolder.CopyAsync(content, file, maxBytes, ct);
            }

            if (stored is null)
            {
                return new FileTooLarge(maxBytes / BytesPerMegabyte);
            }

            Keep(passing, PathOf(stored.Sha256), stored.Bytes);
            return stored;
        }
        finally
        {
            File.Delete(passing);
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
    public void DropLeftovers(DateTime before) => incoming.DropLeftovers(before);

    private static void Keep(string passing, string target, long bytes)
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
            File.Move(passing, target, overwrite: kept.Exists);
        }
        catch (IOException) when (File.Exists(target))
        {
            // another request stored the same content at the same moment
        }
    }

    private string PathOf(string sha256) => Path.Combine([options.Root, .. StoredName.PartsOf(sha256)]);
}
