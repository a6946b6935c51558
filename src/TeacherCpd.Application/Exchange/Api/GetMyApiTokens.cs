using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>The own tokens that work, and those that lately did; the newest first.</summary>
[SignedIn]
public sealed record GetMyApiTokensQuery : IQuery<MyApiTokens>;

/// <summary>Tokens of a person.</summary>
/// <param name="Scopes">What the person may let a program do.</param>
public sealed record MyApiTokens(IReadOnlyList<ApiTokenRow> Tokens, IReadOnlyList<ApiScope> Scopes);

/// <summary>A token in a list.</summary>
/// <param name="Works">Whether it works today.</param>
public sealed record ApiTokenRow(Guid Id, string Name, IReadOnlyList<ApiScope> Scopes, DateTime CreatedAt, DateOnly LastDay, DateOnly? UsedOn, bool IsRevoked, bool Works);

internal sealed class GetMyApiTokensHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyApiTokensQuery, Result<MyApiTokens>>
{
    private const int MostShown = 50;

    public async Task<Result<MyApiTokens>> Handle(GetMyApiTokensQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var tokens = await db.ApiTokens.AsNoTracking()
            .Where(t => t.PersonId == user.Me)
            .OrderByDescending(t => t.RevokedAt == null && t.LastDay >= today).ThenByDescending(t => t.CreatedAt).ThenBy(t => t.Id)
            .Take(MostShown)
            .ToListAsync(cancellationToken);
        return new MyApiTokens(
            tokens.ConvertAll(t => new ApiTokenRow(t.Id, t.Name, t.Scopes, t.CreatedAt, t.LastDay, t.UsedOn, t.RevokedAt is not null, t.WorksOn(today))), user.ApiScopes());
    }
}
