using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>One public key by its name, as signatures name it; one that was given up is not found.</summary>
[OpenToAll]
public sealed record GetPublicKeyQuery(string Name) : IQuery<JsonObject>;

internal sealed class GetPublicKeyHandler(IAppDbContext db, VerificationAddress address) : IRequestHandler<GetPublicKeyQuery, Result<JsonObject>>
{
    public async Task<Result<JsonObject>> Handle(GetPublicKeyQuery request, CancellationToken cancellationToken)
    {
        var key = await db.IssuerKeys.AsNoTracking()
            .SingleOrDefaultAsync(k => k.Name == request.Name && k.Status != IssuerKeyStatus.Compromised, cancellationToken);
        return key is null ? new NotFound() : PublicKey.Of(key, address);
    }
}
