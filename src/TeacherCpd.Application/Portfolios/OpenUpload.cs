using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>The content of an own upload that is whole, to be handed in instead of a file that comes with the form.</summary>
/// <param name="EnrolmentId">Own enrolment that it was begun for.</param>
/// <param name="UploadId">Own upload.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record OpenUploadQuery(Guid EnrolmentId, Guid UploadId) : IQuery<UploadedFile>;

/// <summary>A file that was sent in pieces.</summary>
/// <param name="Content">Seekable; to be disposed of by whoever asked.</param>
/// <param name="FileName">Name the person gave it.</param>
/// <param name="BegunAt">When it began (UTC).</param>
public sealed record UploadedFile(Stream Content, string FileName, DateTime BegunAt);

internal sealed class OpenUploadHandler(IAppDbContext db, CurrentUser user, IUploadStore store, TimeProvider time)
    : IRequestHandler<OpenUploadQuery, Result<UploadedFile>>
{
    public async Task<Result<UploadedFile>> Handle(OpenUploadQuery request, CancellationToken cancellationToken) =>
        await db.OwnUploadAsync(user, request.UploadId, time.UtcNow(), cancellationToken) is { FinishedAt: not null } upload
            && upload.EnrolmentId == request.EnrolmentId && store.IsWhole(upload.Id)
                ? new UploadedFile(store.Open(upload.Id), upload.FileName, upload.BegunAt)
                : UploadReader.AtField(new UploadGone());
}
