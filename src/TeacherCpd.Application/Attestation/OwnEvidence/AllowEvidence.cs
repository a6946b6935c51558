using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>A person allows an item to be used.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record AllowEvidenceCommand(Guid ItemId) : ICommand<Done>;

internal sealed class AllowEvidenceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AllowEvidenceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AllowEvidenceCommand request, CancellationToken cancellationToken)
    {
        var item = await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.PersonId == user.Me, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        item.Allow(time.UtcNow());
        return Done.Value;
    }
}
