using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// Takes the next piece of an own upload, outside of any transaction: a piece may take a minute on a slow line, and no
/// row changes with it.
/// </summary>
/// <param name="UploadId">Own upload.</param>
/// <param name="Offset">Place of the piece in the file, in bytes.</param>
/// <param name="Length">Its length; null where the sender does not say.</param>
/// <param name="Sha256">Its hash, 32 bytes.</param>
/// <param name="Content">The piece; left open.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record ReceivePieceQuery(Guid UploadId, long Offset, long? Length, ReadOnlyMemory<byte> Sha256, Stream Content) : IQuery<UploadProgress>
{
    /// <summary>Shortest piece but the last, in bytes: 50 MB are 800 files at most.</summary>
    public const long LeastBytes = 64 * 1024;
}

internal sealed class ReceivePieceHandler(IAppDbContext db, CurrentUser user, IUploadStore store, TimeProvider time)
    : IRequestHandler<ReceivePieceQuery, Result<UploadProgress>>
{
    public async Task<Result<UploadProgress>> Handle(ReceivePieceQuery request, CancellationToken cancellationToken)
    {
        if (await db.OwnUploadAsync(user, request.UploadId, time.UtcNow(), cancellationToken) is not { } upload)
        {
            return new NotFound();
        }

        var received = store.Received(upload.Id);
        var missing = upload.Bytes - received;
        if (request.Offset != received)
        {
            return new PieceOutOfOrder(received);
        }

        if (request.Length > missing)
        {
            return new PieceTooLong();
        }

        if (request.Length is null or < ReceivePieceQuery.LeastBytes && request.Length != missing)
        {
            return new PieceTooShort();
        }

        if (missing > 0)
        {
            var kept = await store.KeepAsync(upload.Id, new Piece(request.Offset, request.Length ?? missing, request.Sha256), request.Content, cancellationToken);
            if (kept.Error is not null)
            {
                return kept.Error;
            }

            received = kept.Value;
        }

        return await store.ProgressAsync(upload, received, cancellationToken);
    }
}
