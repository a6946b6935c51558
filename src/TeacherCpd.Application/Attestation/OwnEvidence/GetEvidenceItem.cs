using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>One of the own items.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetEvidenceItemQuery(Guid ItemId) : IQuery<EvidenceItemView>;

/// <summary>One of the own items.</summary>
/// <param name="Sha256">Hash of its file; null where it has none.</param>
public sealed record EvidenceItemView(MyEvidenceItem Item, Guid? OriginId, string? Sha256);

internal sealed class GetEvidenceItemHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetEvidenceItemQuery, Result<EvidenceItemView>>
{
    public async Task<Result<EvidenceItemView>> Handle(GetEvidenceItemQuery request, CancellationToken cancellationToken)
    {
        var item = await db.EvidenceItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ItemId && i.PersonId == user.Me, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        var uses = await db.EvidenceUsesAsync(user.Me, cancellationToken);
        return new EvidenceItemView(
            new MyEvidenceItem(
                item.Id, item.Kind, item.Title, item.On, item.Level, item.Origin, item.Reference, item.FileName, item.ConsentedAt, [.. uses.Where(u => u.ItemId == item.Id)]),
            item.OriginId,
            item.FileSha256);
    }
}
