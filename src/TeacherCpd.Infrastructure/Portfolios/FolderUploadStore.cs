using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// A folder an upload, in it a file a piece, named by the place of the piece. A piece is written under a passing name,
/// compared with its hash and then given its name in one step, which only one of several senders can do: there is no
/// lock to be left behind and no counter that could differ from what is there.
/// </summary>
public sealed class FolderUploadStore(UploadStoreOptions options) : IUploadStore
{
    private const int BufferBytes = 81920;
    private const string WholeName = "whole";
    private const string PassingEnding = ".part";

    /// <inheritdoc/>
    public long Received(Guid uploadId)
    {
        var whole = new FileInfo(WholeOf(uploadId));
        return whole.Exists ? whole.Length : Pieces(uploadId).Sum(p => p.Length);
    }

    /// <inheritdoc/>
    public bool IsWhole(Guid uploadId) => File.Exists(WholeOf(uploadId));

    /// <inheritdoc/>
    public async Task<Result<long>> KeepAsync(Guid uploadId, Piece piece, Stream content, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(FolderOf(uploadId)).FullName;
        var passing = NewPassing(folder);
        try
        {
            long bytes;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var file = New(passing))
            {
                bytes = await CopyAsync(content, file, hash, piece.MostBytes, ct);
            }

            if (bytes > piece.MostBytes)
            {
                return new PieceTooLong();
            }

            if (bytes == 0 || !hash.GetHashAndReset().AsSpan().SequenceEqual(piece.Sha256.Span))
            {
                return new PieceDamaged();
            }

            File.Move(passing, Path.Combine(folder, piece.Offset.ToString("D12", CultureInfo.InvariantCulture)));
            return piece.Offset + bytes;
        }
        catch (IOException) when (Received(uploadId) > piece.Offset)
        {
            return new PieceOutOfOrder(Received(uploadId));
        }
        finally
        {
            Remove(passing);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> PutTogetherAsync(Guid uploadId, string sha256, CancellationToken ct)
    {
        var passing = NewPassing(FolderOf(uploadId));
        var pieces = Pieces(uploadId).ToList();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using (var whole = New(passing))
            {
                foreach (var piece in pieces)
                {
                    await using var part = Read(piece.FullName);
                    await CopyAsync(part, whole, hash, long.MaxValue, ct);
                }

                whole.Flush(flushToDisk: true);
            }

            var isRight = Convert.ToHexStringLower(hash.GetHashAndReset()) == sha256;
            if (isRight)
            {
                File.Move(passing, WholeOf(uploadId), overwrite: true);
            }

            pieces.ForEach(p => p.Delete());
            return isRight;
        }
        catch (IOException) when (IsWhole(uploadId))
        {
            // another request put it together at the same moment and took the pieces away
            return true;
        }
        finally
        {
            Remove(passing);
        }
    }

    /// <inheritdoc/>
    public Stream Open(Guid uploadId) => Read(WholeOf(uploadId));

    /// <inheritdoc/>
    public IReadOnlyList<Guid> Kept()
    {
        var root = new DirectoryInfo(options.Root);
        return root.Exists
            ? [.. root.EnumerateDirectories().Select(d => Guid.TryParseExact(d.Name, "N", out var id) ? id : (Guid?)null).OfType<Guid>()]
            : [];
    }

    /// <inheritdoc/>
    public void Drop(Guid uploadId)
    {
        try
        {
            Directory.Delete(FolderOf(uploadId), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // another node was first
        }
    }

    /// <summary>Copies and hashes in one pass; stops at the first byte beyond what is allowed.</summary>
    private static async Task<long> CopyAsync(Stream from, FileStream to, IncrementalHash hash, long most, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            for (int read; bytes <= most && (read = await from.ReadAsync(buffer, ct)) > 0;)
            {
                bytes += read;
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return bytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileStream New(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);

    private static FileStream Read(string path) => new(
        path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private static void Remove(string passing)
    {
        try
        {
            File.Delete(passing);
        }
        catch (DirectoryNotFoundException)
        {
            // the whole upload was thrown away meanwhile
        }
    }

    private static string NewPassing(string folder) => Path.Combine(folder, $"{Guid.CreateVersion7():N}{PassingEnding}");

    /// <summary>The pieces from the first on, up to the first gap.</summary>
    private IEnumerable<FileInfo> Pieces(Guid uploadId)
    {
        var folder = new DirectoryInfo(FolderOf(uploadId));
        var byPlace = !folder.Exists
            ? []
            : folder.GetFiles()
                .Where(f => f.Name.All(char.IsAsciiDigit))
                .ToDictionary(f => long.Parse(f.Name, CultureInfo.InvariantCulture));
        for (long at = 0; byPlace.TryGetValue(at, out var piece) && piece.Length > 0; at += piece.Length)
        {
            yield return piece;
        }
    }

    private string FolderOf(Guid uploadId) => Path.Combine(options.Root, uploadId.ToString("N"));

    private string WholeOf(Guid uploadId) => Path.Combine(FolderOf(uploadId), WholeName);
}
