using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>Makes keys, and opens their private part once for each process.</summary>
public sealed class IssuerKeys(IKeySeal seal, VerificationAddress address)
{
    /// <summary>Line in which those who make or change keys wait for each other.</summary>
    internal const string Line = "issuer-key";

    private readonly ConcurrentDictionary<string, SigningKey> open = new();

    /// <summary>A new key.</summary>
    public IssuerKey Make(DateTime at)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = pair.ExportParameters(includePrivateParameters: true);
        var (x, y) = (Jws.Encode(parameters.Q.X), Jws.Encode(parameters.Q.Y));
        var thumbprint = SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        return new IssuerKey { Name = Jws.Encode(thumbprint), X = x, Y = y, Sealed = seal.Seal(IKeySeal.Issuer, parameters.D!), CreatedAt = at };
    }

    /// <summary>The key with its private part.</summary>
    public SigningKey Open(IssuerKey key) => open.GetOrAdd(key.Name, _ => new SigningKey(address.OfKey(key.Name).AbsoluteUri, new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = seal.Open(IKeySeal.Issuer, key.Sealed),
        Q = new ECPoint { X = System.Buffers.Text.Base64Url.DecodeFromChars(key.X), Y = System.Buffers.Text.Base64Url.DecodeFromChars(key.Y) },
    }));
}

/// <summary>The key that signs now.</summary>
internal static class IssuerKeyQueries
{
    /// <summary>The key that signs now; null before the first certificate was sealed.</summary>
    public static Task<IssuerKey?> ActiveKeyAsync(this IAppDbContext db, CancellationToken cancellationToken) =>
        db.IssuerKeys.AsNoTracking().Where(k => k.Status == IssuerKeyStatus.Active).OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Makes the first key where there is none; inside a command.</summary>
    public static async Task EnsureKeyAsync(this IAppDbContext db, IssuerKeys keys, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.ActiveKeyAsync(cancellationToken) is not null)
        {
            return;
        }

        await db.TakeTurnAsync(IssuerKeys.Line, cancellationToken);
        if (!await db.IssuerKeys.AnyAsync(k => k.Status == IssuerKeyStatus.Active, cancellationToken))
        {
            db.IssuerKeys.Add(keys.Make(time.UtcNow()));
        }
    }
}
