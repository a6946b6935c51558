using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// Keeps the pieces of uploads until they are whole. A piece is there entirely or not at all, whatever breaks off or
/// restarts, and whichever of several processes received it.
/// </summary>
public interface IUploadStore
{
    /// <summary>Bytes that are there from the first without a gap.</summary>
    long Received(Guid uploadId);

    /// <summary>Whether the upload was put together.</summary>
    bool IsWhole(Guid uploadId);

    /// <summary>Keeps a piece whose bytes are what its hash says; anything else leaves nothing behind.</summary>
    /// <param name="uploadId">Upload.</param>
    /// <param name="piece">What the sender says about it.</param>
    /// <param name="content">Read once to its end, or one byte beyond what is allowed.</param>
    /// <param name="ct">Stops the work and leaves nothing behind.</param>
    /// <returns>Bytes received now; <see cref="PieceOutOfOrder"/> when another request brought the piece first.</returns>
    Task<Result<long>> KeepAsync(Guid uploadId, Piece piece, Stream content, CancellationToken ct);

    /// <summary>Puts the pieces together.</summary>
    /// <param name="uploadId">Upload.</param>
    /// <param name="sha256">Hash that the whole must have, in lower-case hexadecimal.</param>
    /// <param name="ct">Stops the work; the pieces stay.</param>
    /// <returns>False when the whole is something else; its pieces are thrown away then.</returns>
    Task<bool> PutTogetherAsync(Guid uploadId, string sha256, CancellationToken ct);

    /// <summary>The content of a whole upload; seekable.</summary>
    Stream Open(Guid uploadId);

    /// <summary>The uploads of which anything is there.</summary>
    IReadOnlyList<Guid> Kept();

    /// <summary>Throws away all that is there of an upload.</summary>
    void Drop(Guid uploadId);
}

/// <summary>What the sender says about a piece.</summary>
/// <param name="Offset">Its place in the file, in bytes from the beginning.</param>
/// <param name="MostBytes">Most bytes it may have.</param>
/// <param name="Sha256">Its hash, 32 bytes.</param>
public sealed record Piece(long Offset, long MostBytes, ReadOnlyMemory<byte> Sha256);

/// <summary>The piece is not the one that is due.</summary>
/// <param name="Received">Bytes that are there.</param>
public sealed record PieceOutOfOrder(long Received) : Error("piece_out_of_order", ErrorKind.Conflict);

/// <summary>The bytes of a piece are not what its hash says; nothing of it was kept.</summary>
public sealed record PieceDamaged() : Error("piece_damaged", ErrorKind.Conflict);

/// <summary>The piece goes beyond the end of the file.</summary>
public sealed record PieceTooLong() : Error("piece_too_long", ErrorKind.Invalid);

/// <summary>The piece is shorter than pieces may be; only the last may.</summary>
public sealed record PieceTooShort() : Error("piece_too_short", ErrorKind.Invalid);

/// <summary>All bytes are there and they are not the file that was begun: it was changed on the way. Nothing was kept.</summary>
public sealed record FileChangedOnTheWay() : Error("file_changed_on_the_way", ErrorKind.Conflict);

/// <summary>The upload that a form names is not there, or not whole.</summary>
public sealed record UploadGone() : Error("upload_gone", ErrorKind.Conflict);
