using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The ties that a member of commissions declared.</summary>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record GetMyTiesQuery : IQuery<IReadOnlyList<TieRow>>;

/// <summary>A declared tie.</summary>
public sealed record TieRow(string Iin, TieKind Kind, DateTime DeclaredAt);

internal sealed class GetMyTiesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyTiesQuery, Result<IReadOnlyList<TieRow>>>
{
    public async Task<Result<IReadOnlyList<TieRow>>> Handle(GetMyTiesQuery request, CancellationToken cancellationToken) => await db.DeclaredTies
        .Where(t => t.PersonId == user.Me)
        .OrderByDescending(t => t.DeclaredAt)
        .Select(t => new TieRow(t.Iin, t.Kind, t.DeclaredAt))
        .ToListAsync(cancellationToken);
}
