using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// Throws away uploads whose time is over: first the row, and with the next run what no row names any more, so that
/// nothing is lost by a run that fails.
/// </summary>
[SystemOnly]
public sealed record DropOldUploadsCommand : ICommand<Done>;

internal sealed class DropOldUploadsHandler(IAppDbContext db, IUploadStore store, UploadTerms terms, TimeProvider time)
    : IRequestHandler<DropOldUploadsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropOldUploadsCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var latest = now + terms.KeptFor;
        foreach (var upload in await db.Uploads.Where(u => u.ExpiresAt > latest).ToListAsync(cancellationToken))
        {
            upload.KeepWithin(terms, now);
        }

        // what is there is looked at first: a row is older than its first piece
        var kept = store.Kept();
        var known = kept.Count == 0 ? [] : await db.Uploads.Select(u => u.Id).ToHashSetAsync(cancellationToken);
        foreach (var uploadId in kept.Where(id => !known.Contains(id)))
        {
            store.Drop(uploadId);
        }

        db.Uploads.RemoveRange(await db.Uploads.Where(u => u.ExpiresAt <= now).ToListAsync(cancellationToken));
        return Done.Value;
    }
}
