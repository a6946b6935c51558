using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>Takes one of the own tokens back; the next request with it is refused.</summary>
[SignedIn]
public sealed record RevokeApiTokenCommand(Guid TokenId) : ICommand<Done>;

internal sealed class RevokeApiTokenHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RevokeApiTokenCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeApiTokenCommand request, CancellationToken cancellationToken)
    {
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == request.TokenId && t.PersonId == user.Me, cancellationToken) is not { } token)
        {
            return new NotFound();
        }

        token.Revoke(time.UtcNow());
        return Done.Value;
    }
}
