using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>What an own upload held was handed in: its copy goes soon.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record ReleaseUploadCommand(Guid UploadId) : ICommand<Done>;

internal sealed class ReleaseUploadHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReleaseUploadCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReleaseUploadCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        (await db.OwnUploadAsync(user, request.UploadId, now, cancellationToken))?.Release(now);
        return Done.Value;
    }
}
