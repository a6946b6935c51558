using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Keeps handed-in files under the hash of their content; nothing is ever changed or overwritten.</summary>
public interface IFileStore
{
    /// <summary>Stores everything the stream still holds; the same content is kept once.</summary>
    /// <param name="content">Seekable, read to its end; left open.</param>
    /// <param name="maxBytes">Most bytes taken; one more fails with <see cref="FileTooLarge"/> and leaves nothing behind.</param>
    /// <param name="ct">Stops the work and leaves nothing behind.</param>
    Task<Result<StoredFile>> SaveAsync(Stream content, long maxBytes, CancellationToken ct);

    /// <summary>Opens a stored file for reading; seekable.</summary>
    /// <param name="sha256">Hash that <see cref="SaveAsync"/> gave back.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="ArgumentException">The hash is not 64 lower-case hexadecimal digits.</exception>
    /// <exception cref="FileNotFoundException">Nothing is stored under the hash.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken ct);

    /// <summary>Deletes what a crash left half received.</summary>
    /// <param name="before">Only what nothing was written to since then (UTC): later ones may still be on their way.</param>
    void DropLeftovers(DateTime before);
}

/// <summary>A file in the store.</summary>
/// <param name="Sha256">SHA-256 of the content in lower-case hexadecimal, 64 characters.</param>
/// <param name="Bytes">Size.</param>
public sealed record StoredFile(string Sha256, long Bytes);
