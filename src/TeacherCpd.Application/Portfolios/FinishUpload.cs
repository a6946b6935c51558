using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Notes that an own upload is whole; sending it again changes nothing.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record FinishUploadCommand(Guid UploadId) : ICommand<Done>;

internal sealed class FinishUploadHandler(IAppDbContext db, CurrentUser user, IUploadStore store, TimeProvider time)
    : IRequestHandler<FinishUploadCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishUploadCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        if (await db.OwnUploadAsync(user, request.UploadId, now, cancellationToken) is not { } upload || !store.IsWhole(upload.Id))
        {
            return new NotFound();
        }

        upload.Finish(now);
        return Done.Value;
    }
}
