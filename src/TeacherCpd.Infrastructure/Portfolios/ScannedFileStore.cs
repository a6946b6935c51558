using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// A store that takes nothing in which a virus was found, and nothing that could not be looked at: whoever stores a file,
/// by whichever page, passes here.
/// </summary>
public sealed class ScannedFileStore(IFileStore inner, Clamd clamd, ILogger<ScannedFileStore> logger) : IFileStore
{
    /// <inheritdoc/>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, long maxBytes, CancellationToken ct)
    {
        // what is too long is refused by the store, and nobody has to look through it before
        if (content.Length - content.Position <= maxBytes && await clamd.LookAsync(content, ct) is { } refusal)
        {
            logger.LogWarning("A file was refused: {Reason} {Found}", refusal.Code, string.Join(' ', refusal.Args));
            return refusal;
        }

        return await inner.SaveAsync(content, maxBytes, ct);
    }

    /// <inheritdoc/>
    public Task<Stream> OpenAsync(string sha256, CancellationToken ct) => inner.OpenAsync(sha256, ct);

    /// <inheritdoc/>
    public void DropLeftovers(DateTime before) => inner.DropLeftovers(before);
}
