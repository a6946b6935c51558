using System.Security.Cryptography;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Portfolios.Exports;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// A folder an export, in it a file a part. A part is written under a passing name, flushed to the disk, hashed as it lies
/// there and then given its name in one step.
/// </summary>
public sealed class FolderExportStore(ExportStoreOptions options) : IExportStore
{
    private const int BufferBytes = 81920;
    private const string Ending = ".zip";
    private const string PassingEnding = ".part";

    /// <inheritdoc/>
    public async Task<StoredFile> WriteAsync(Guid exportId, Guid partId, Func<Stream, Task> write, CancellationToken ct)
    {
        var target = PathOf(exportId, partId);
        var passing = target + PassingEnding;
        Directory.CreateDirectory(FolderOf(exportId));
        try
        {
            StoredFile stored;
            await using (var file = new FileStream(passing, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, BufferBytes, FileOptions.Asynchronous))
            {
                await write(file);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
                file.Position = 0;
                stored = new StoredFile(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)), file.Length);
            }

            File.Move(passing, target, overwrite: true);
            return stored;
        }
        finally
        {
            Remove(passing);
        }
    }

    /// <inheritdoc/>
    public Stream Open(Guid exportId, Guid partId)
    {
        var path = PathOf(exportId, partId);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous)
            : throw new FileNotFoundException("No part of this id is kept.", path);
    }

    /// <inheritdoc/>
    public WrittenSoFar? SoFar(Guid exportId)
    {
        try
        {
            var files = new DirectoryInfo(FolderOf(exportId)).GetFiles();
            return files.Length == 0 ? null : new WrittenSoFar(files.Sum(f => f.Length), files.Max(f => f.LastWriteTimeUtc));
        }
        catch (IOException)
        {
            // nothing was written yet, or a file got its name or went at this moment
            return null;
        }
    }

    /// <inheritdoc/>
    public void KeepOnly(Guid exportId, IEnumerable<Guid> partIds)
    {
        var wanted = partIds.Select(id => PathOf(exportId, id)).ToHashSet();
        var folder = FolderOf(exportId);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            if (!wanted.Contains(file))
            {
                Remove(file);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Guid> Kept()
    {
        var root = new DirectoryInfo(options.Root);
        return root.Exists
            ? [.. root.EnumerateDirectories().Select(d => Guid.TryParseExact(d.Name, "N", out var id) ? id : (Guid?)null).OfType<Guid>()]
            : [];
    }

    /// <inheritdoc/>
    public void Drop(Guid exportId)
    {
        try
        {
            Directory.Delete(FolderOf(exportId), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // another node was first
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // the whole export was thrown away meanwhile
        }
    }

    private string FolderOf(Guid exportId) => Path.Combine(options.Root, exportId.ToString("N"));

    private string PathOf(Guid exportId, Guid partId) => Path.Combine(FolderOf(exportId), partId.ToString("N") + Ending);
}
