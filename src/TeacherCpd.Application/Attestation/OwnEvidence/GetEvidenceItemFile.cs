using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The file of one of the own items, as it is now.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetEvidenceItemFileQuery(Guid ItemId) : IQuery<MaterialFile>;

internal sealed class GetEvidenceItemFileHandler(IAppDbContext db, CurrentUser user, IFileStore files) : IRequestHandler<GetEvidenceItemFileQuery, Result<MaterialFile>>
{
    public async Task<Result<MaterialFile>> Handle(GetEvidenceItemFileQuery request, CancellationToken cancellationToken)
    {
        var item = await db.EvidenceItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ItemId && i.PersonId == user.Me, cancellationToken);
        return item?.File is not { } file
            ? new NotFound()
            : new MaterialFile(await files.OpenAsync(file.Sha256, cancellationToken), file.ContentType, file.Name);
    }
}
