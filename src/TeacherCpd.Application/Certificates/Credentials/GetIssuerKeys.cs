using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>The keys of the issuer, the newest first; never their private part.</summary>
[RequirePermission(Permission.ManageCertificates)]
public sealed record GetIssuerKeysQuery : IQuery<IReadOnlyList<KeyRow>>;

/// <summary>A key in a list.</summary>
public sealed record KeyRow(Guid Id, string Name, IssuerKeyStatus Status, DateTime CreatedAt, DateTime? RetiredAt, DateTime? CompromisedSince, string? Words);

internal sealed class GetIssuerKeysHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetIssuerKeysQuery, Result<IReadOnlyList<KeyRow>>>
{
    public async Task<Result<IReadOnlyList<KeyRow>>> Handle(GetIssuerKeysQuery request, CancellationToken cancellationToken) =>
        user.CanEverywhere(Permission.ManageCertificates)
            ? await db.IssuerKeys
                .OrderByDescending(k => k.CreatedAt)
                .Select(k => new KeyRow(k.Id, k.Name, k.Status, k.CreatedAt, k.RetiredAt, k.CompromisedSince, k.Words))
                .ToListAsync(cancellationToken)
            : new Forbidden();
}
