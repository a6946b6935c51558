using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>
/// A person takes the consent to the use of an item back. It leaves the cases whose review has not begun; what a commission has
/// before it stays, since it is what its decision rests on.
/// </summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record ForbidEvidenceCommand(Guid ItemId) : ICommand<Done>;

internal sealed class ForbidEvidenceHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ForbidEvidenceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ForbidEvidenceCommand request, CancellationToken cancellationToken)
    {
        var item = await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.PersonId == user.Me, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        item.Forbid();
        foreach (var open in await db.CasesOpenForEvidenceAsync(user.Me, cancellationToken))
        {
            open.TakeEvidenceOut(item.Id);
        }

        return Done.Value;
    }
}
