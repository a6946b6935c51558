using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>What the page for the own password says, with the other ways in.</summary>
[SignedIn]
public sealed record GetMyPasswordQuery : IQuery<MyPassword>;

/// <summary>The own ways in.</summary>
/// <param name="IsOneTime">Whether somebody else gave the password, so that it has to be changed before anything else.</param>
/// <param name="Provider">What people call the outside provider; empty where none is set.</param>
/// <param name="Identities">Identities at outside providers that are linked.</param>
public sealed record MyPassword(bool IsOneTime, string Provider, IReadOnlyList<MyOutsideIdentity> Identities);

/// <summary>A linked identity.</summary>
public sealed record MyOutsideIdentity(Guid Id, string Issuer, OutsideProof Proof, DateTime LinkedAt);

internal sealed class GetMyPasswordHandler(IAppDbContext db, OutsideRules rules, CurrentUser user) : IRequestHandler<GetMyPasswordQuery, Result<MyPassword>>
{
    public async Task<Result<MyPassword>> Handle(GetMyPasswordQuery request, CancellationToken cancellationToken) => new MyPassword(
        user.MustChoosePassword,
        rules.Name,
        await db.OutsideIdentities
            .Where(i => i.PersonId == user.Me)
            .OrderBy(i => i.LinkedAt).ThenBy(i => i.Id)
            .Select(i => new MyOutsideIdentity(i.Id, i.Issuer, i.Proof, i.LinkedAt))
            .ToListAsync(cancellationToken));
}
