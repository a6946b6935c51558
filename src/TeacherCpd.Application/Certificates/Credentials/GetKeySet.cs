using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>The public keys by which signatures are checked, as a JSON Web Key Set; those that were given up are not among them.</summary>
[OpenToAll]
public sealed record GetKeySetQuery : IQuery<JsonObject>;

internal sealed class GetKeySetHandler(IAppDbContext db, VerificationAddress address) : IRequestHandler<GetKeySetQuery, Result<JsonObject>>
{
    public async Task<Result<JsonObject>> Handle(GetKeySetQuery request, CancellationToken cancellationToken)
    {
        var keys = await db.IssuerKeys
            .AsNoTracking()
            .Where(k => k.Status != IssuerKeyStatus.Compromised)
            .OrderByDescending(k => k.CreatedAt)
            .ToListAsync(cancellationToken);
        return new JsonObject { ["keys"] = new JsonArray([.. keys.Select(k => PublicKey.Of(k, address))]) };
    }
}

/// <summary>The public part of a key, as a JSON Web Key (RFC 7517).</summary>
internal static class PublicKey
{
    public static JsonObject Of(IssuerKey key, VerificationAddress address) => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = key.X,
        ["y"] = key.Y,
        ["use"] = "sig",
        ["alg"] = "ES256",
        ["kid"] = address.OfKey(key.Name).AbsoluteUri,
    };
}
