using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Adds the fingerprints of a version to the index, once however often it is sent.</summary>
[SystemOnly]
public sealed record IndexVersionCommand(Guid VersionId, IReadOnlyList<long> Fingerprints) : ICommand<Done>;

internal sealed class IndexVersionHandler(IAppDbContext db) : IRequestHandler<IndexVersionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(IndexVersionCommand request, CancellationToken cancellationToken)
    {
        // checks that run at once find the same versions waiting: the first one adds, the others see it
        await db.TakeTurnAsync("index", cancellationToken);
        if (!await db.OriginalityFingerprints.AnyAsync(f => f.VersionId == request.VersionId, cancellationToken))
        {
            db.OriginalityFingerprints.AddRange(request.Fingerprints.Select(hash => new OriginalityFingerprint { Hash = hash, VersionId = request.VersionId }));
        }

        return Done.Value;
    }
}
