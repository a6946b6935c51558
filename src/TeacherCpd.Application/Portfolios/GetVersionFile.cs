using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>The file of a version, for its owner and the trainer of the group; assessors read the text without names.</summary>
[SignedIn]
public sealed record GetVersionFileQuery(Guid VersionId) : IQuery<VersionFile>;

/// <summary>A file to download.</summary>
/// <param name="Content">To be disposed of by whoever sends it.</param>
/// <param name="ContentType">Media type found by content.</param>
/// <param name="FileName">The owner's own name for it; for others the receipt number.</param>
public sealed record VersionFile(Stream Content, string ContentType, string FileName);

internal sealed class GetVersionFileHandler(IAppDbContext db, CurrentUser user, IFileStore files) : IRequestHandler<GetVersionFileQuery, Result<VersionFile>>
{
    public async Task<Result<VersionFile>> Handle(GetVersionFileQuery request, CancellationToken cancellationToken)
    {
        var place = await db.VersionPlaces().SingleOrDefaultAsync(p => p.VersionId == request.VersionId, cancellationToken);
        var isOwner = place?.PersonId == user.Me;
        if (place is null || !(isOwner || (place.TrainerId == user.Me && user.Can(Permission.GiveFeedback))))
        {
            return new NotFound();
        }

        var file = await db.PortfolioVersions
            .Where(v => v.Id == request.VersionId)
            .Select(v => new { v.Sha256, v.ContentType, v.FileName })
            .SingleAsync(cancellationToken);
        return new VersionFile(
            await files.OpenAsync(file.Sha256, cancellationToken),
            file.ContentType,
            isOwner ? file.FileName : place.Receipt + Path.GetExtension(file.FileName));
    }
}
