using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>How far an upload is.</summary>
/// <param name="Bytes">Size of the whole file.</param>
/// <param name="Received">Bytes that are there.</param>
/// <param name="ExpiresAt">From when on it may be thrown away (UTC).</param>
/// <param name="IsFinished">Whether the row says that it is whole; until then <see cref="FinishUploadCommand"/> is due once all is there.</param>
public sealed record UploadProgress(long Bytes, long Received, DateTime ExpiresAt, bool IsFinished)
{
    /// <summary>Whether everything is there.</summary>
    public bool IsWhole => Received == Bytes;
}

internal static class OwnUploads
{
    /// <summary>An upload of the person that is not over; null for anything else.</summary>
    public static async Task<Upload?> OwnUploadAsync(this IAppDbContext db, CurrentUser user, Guid uploadId, DateTime now, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.SingleOrDefaultAsync(u => u.Id == uploadId && u.PersonId == user.Me, cancellationToken);
        return upload?.IsOver(now) == false ? upload : null;
    }

    /// <summary>How far it is; puts it together when the last piece is there, also when a restart came in between.</summary>
    public static async Task<Result<UploadProgress>> ProgressAsync(this IUploadStore store, Upload upload, long received, CancellationToken cancellationToken)
    {
        if (received == upload.Bytes && !store.IsWhole(upload.Id) && !await store.PutTogetherAsync(upload.Id, upload.Sha256, cancellationToken))
        {
            return new FileChangedOnTheWay();
        }

        return new UploadProgress(upload.Bytes, received, upload.ExpiresAt, upload.FinishedAt is not null);
    }
}
