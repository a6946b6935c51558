using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Accounts.Outside;

/// <summary>For whom a token of the outside provider acts: the person who is linked. Open to all: its signature, checked before, is the proof.</summary>
/// <param name="Issuer">Provider.</param>
/// <param name="Subject">Whom it means.</param>
/// <param name="Scopes">Words of its scopes; those that are none of ours are passed over.</param>
[OpenToAll]
public sealed record GetOutsideHolderQuery(string Issuer, string Subject, IReadOnlyList<string> Scopes) : IQuery<TokenHolder>;

internal sealed class GetOutsideHolderHandler(IAppDbContext db) : IRequestHandler<GetOutsideHolderQuery, Result<TokenHolder>>
{
    public async Task<Result<TokenHolder>> Handle(GetOutsideHolderQuery request, CancellationToken cancellationToken) =>
        await db.OutsideIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.Issuer == request.Issuer && i.Subject == request.Subject, cancellationToken) is { } identity
            ? new TokenHolder(identity.Id, identity.PersonId, ApiScopes.Of(request.Scopes), IsNoted: true)
            : new TokenNotValid();
}
