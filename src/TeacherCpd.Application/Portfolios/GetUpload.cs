using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>How far an own upload is, so that its sender goes on from there.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record GetUploadQuery(Guid UploadId) : IQuery<UploadProgress>;

internal sealed class GetUploadHandler(IAppDbContext db, CurrentUser user, IUploadStore store, TimeProvider time)
    : IRequestHandler<GetUploadQuery, Result<UploadProgress>>
{
    public async Task<Result<UploadProgress>> Handle(GetUploadQuery request, CancellationToken cancellationToken) =>
        await db.OwnUploadAsync(user, request.UploadId, time.UtcNow(), cancellationToken) is { } upload
            ? await store.ProgressAsync(upload, store.Received(upload.Id), cancellationToken)
            : new NotFound();
}
