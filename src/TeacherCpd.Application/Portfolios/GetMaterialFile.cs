using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>
/// The file of a part, for its owner and, once it is handed in, the trainer of the group; assessors read the text without names.
/// </summary>
[SignedIn]
public sealed record GetMaterialFileQuery(Guid MaterialId) : IQuery<MaterialFile>;

/// <summary>A file to download.</summary>
/// <param name="Content">To be disposed of by whoever sends it.</param>
/// <param name="ContentType">Media type found by content.</param>
/// <param name="FileName">The owner's own name for it; for others the receipt number.</param>
public sealed record MaterialFile(Stream Content, string ContentType, string FileName);

internal sealed class GetMaterialFileHandler(IAppDbContext db, CurrentUser user, IFileStore files) : IRequestHandler<GetMaterialFileQuery, Result<MaterialFile>>
{
    public async Task<Result<MaterialFile>> Handle(GetMaterialFileQuery request, CancellationToken cancellationToken)
    {
        var place = await db.MaterialPlaces().SingleOrDefaultAsync(p => p.MaterialId == request.MaterialId, cancellationToken);
        var isOwner = place?.PersonId == user.Me;
        var isTrainer = place?.TrainerId == user.Me && user.Can(Permission.GiveFeedback)
            && await db.PortfolioVersions.AnyAsync(v => v.Materials.Any(m => m.Id == request.MaterialId), cancellationToken);
        if (place is null || !(isOwner || isTrainer))
        {
            return new NotFound();
        }

        var file = await db.PortfolioMaterials
            .Where(m => m.Id == request.MaterialId)
            .Select(m => new { m.Sha256, m.ContentType, m.FileName })
            .SingleAsync(cancellationToken);
        return new MaterialFile(
            await files.OpenAsync(file.Sha256, cancellationToken),
            file.ContentType,
            isOwner ? file.FileName : place.Receipt + Path.GetExtension(file.FileName));
    }
}
