using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>Signs messages to tools and tokens for them by the newest key, and shows the public parts.</summary>
public sealed class LtiSigner(IAppDbContext db, LtiPlatform platform, TimeProvider time)
{
    /// <summary>A signed message (JWT).</summary>
    /// <param name="audience">For whom.</param>
    /// <param name="claims">What it says, beside who signed it and when.</param>
    /// <param name="life">How long it holds.</param>
    public async Task<string> SignAsync(string audience, IReadOnlyDictionary<string, object> claims, TimeSpan life, CancellationToken cancellationToken)
    {
        var key = await db.LtiKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).FirstAsync(cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var payload = new Dictionary<string, object>(claims) { ["iss"] = platform.Issuer, ["aud"] = audience, ["iat"] = now, ["exp"] = now + (long)life.TotalSeconds };
        var head = Encoded(new Dictionary<string, object> { ["alg"] = LtiPlatform.Algorithm, ["typ"] = "JWT", ["kid"] = key.Name });
        var signed = $"{head}.{Encoded(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(platform.Open(key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The public keys, as tools read them (JWK set).</summary>
    public async Task<JsonObject> KeySetAsync(CancellationToken cancellationToken)
    {
        var keys = await db.LtiKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).ToListAsync(cancellationToken);
        return new JsonObject { ["keys"] = new JsonArray([.. keys.Select(Shown)]) };
    }

    private static JsonObject Shown(LtiKey key)
    {
        using var pair = RSA.Create();
        pair.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.PublicKey), out _);
        var shown = pair.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = LtiPlatform.Algorithm,
            ["kid"] = key.Name,
            ["n"] = Base64Url.EncodeToString(shown.Modulus),
            ["e"] = Base64Url.EncodeToString(shown.Exponent),
        };
    }

    private static string Encoded(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
