using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts.Outside;

/// <summary>Takes an identity at an outside provider away from the user.</summary>
[SignedIn]
public sealed record UnlinkOutsideIdentityCommand(Guid IdentityId) : ICommand<Done>;

internal sealed class UnlinkOutsideIdentityHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<UnlinkOutsideIdentityCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(UnlinkOutsideIdentityCommand request, CancellationToken cancellationToken)
    {
        if (await db.OutsideIdentities.SingleOrDefaultAsync(i => i.Id == request.IdentityId && i.PersonId == user.Me, cancellationToken) is not { } identity)
        {
            return new NotFound();
        }

        db.OutsideIdentities.Remove(identity);
        return Done.Value;
    }
}
