using System.Collections.Concurrent;
using System.Security.Cryptography;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Lti;

/// <summary>This site as a platform of LTI 1.3: its addresses, as tools have to know them, and its keys.</summary>
public sealed class LtiPlatform(IKeySeal seal, VerificationAddress address)
{
    /// <summary>Name of the algorithm by which messages are signed.</summary>
    public const string Algorithm = "RS256";

    private const int KeyBits = 2048;

    private readonly ConcurrentDictionary<string, RSA> open = new();

    /// <summary>Who signs: the address of the site.</summary>
    public string Issuer => address.Site.AbsoluteUri.TrimEnd('/');

    /// <summary>Where tools ask who somebody is.</summary>
    public string AuthorizeUrl => $"{Issuer}/lti/authorize";

    /// <summary>Where tools get tokens for reporting.</summary>
    public string TokenUrl => $"{Issuer}/lti/token";

    /// <summary>Where the public keys are.</summary>
    public string KeySetUrl => $"{Issuer}/lti/keys";

    /// <summary>Where a tool reports on a course.</summary>
    public string LineItemUrl(Guid courseId) => $"{Issuer}/lti/courses/{courseId}/line-item";

    /// <summary>A new key.</summary>
    public LtiKey Make(DateTime at)
    {
        using var pair = RSA.Create(KeyBits);
        var shown = pair.ExportSubjectPublicKeyInfo();
        return new LtiKey
        {
            Name = Convert.ToHexStringLower(SHA256.HashData(shown))[..16],
            PublicKey = Convert.ToBase64String(shown),
            Sealed = seal.Seal(IKeySeal.Lti, pair.ExportPkcs8PrivateKey()),
            CreatedAt = at,
        };
    }

    /// <summary>A key with its private part, opened once for each process.</summary>
    public RSA Open(LtiKey key) => open.GetOrAdd(key.Name, _ =>
    {
        var pair = RSA.Create();
        pair.ImportPkcs8PrivateKey(seal.Open(IKeySeal.Lti, key.Sealed), out var _);
        return pair;
    });
}
