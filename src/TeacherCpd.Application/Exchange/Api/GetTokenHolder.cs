using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>For whom a token acts. Open to all: the token is the proof.</summary>
/// <param name="Secret">The token.</param>
[OpenToAll]
public sealed record GetTokenHolderQuery(string Secret) : IQuery<TokenHolder>;

/// <summary>For whom a token acts, and what it may do.</summary>
/// <param name="TokenId">Token.</param>
/// <param name="PersonId">Person.</param>
/// <param name="Scopes">Scopes.</param>
/// <param name="IsNoted">Whether it is noted that it was used today.</param>
public sealed record TokenHolder(Guid TokenId, Guid PersonId, IReadOnlyList<ApiScope> Scopes, bool IsNoted);

/// <summary>No token, one that is unknown, taken back or whose time is over: one answer for all.</summary>
public sealed record TokenNotValid() : Error("api_token_not_valid", ErrorKind.SignInNeeded);

internal sealed class GetTokenHolderHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetTokenHolderQuery, Result<TokenHolder>>
{
    public async Task<Result<TokenHolder>> Handle(GetTokenHolderQuery request, CancellationToken cancellationToken)
    {
        var (hash, today) = (ApiToken.HashOf(request.Secret), time.Today());
        return await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancellationToken) is { } token && token.WorksOn(today)
            ? new TokenHolder(token.Id, token.PersonId, token.Scopes, token.UsedOn == today)
            : new TokenNotValid();
    }
}
