using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>The private part of a key, and the name under which verifiers find the public part.</summary>
/// <param name="Address">Address of the public part; stands in each signature.</param>
/// <param name="Parameters">P-256 key with its private part.</param>
public sealed record SigningKey(string Address, ECParameters Parameters);

/// <summary>Signatures in the form of RFC 7515, with ES256.</summary>
internal static class Jws
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A signed token: header, payload and signature.</summary>
    public static string Sign(SigningKey key, string type, JsonObject payload)
    {
        var signed = $"{Header(key, type)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(payload, Plain))}";
        return $"{signed}.{Signature(key, Encoding.ASCII.GetBytes(signed))}";
    }

    /// <summary>A signature that stands beside its file (RFC 7515, appendix F): the part in the middle is empty, and is the file.</summary>
    public static string SignDetached(SigningKey key, byte[] content)
    {
        var header = Header(key, "JOSE");
        return $"{header}..{Signature(key, Encoding.ASCII.GetBytes($"{header}.{Encode(content)}"))}";
    }

    /// <summary>Base64url without padding.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static string Header(SigningKey key, string type) =>
        Encode(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["alg"] = "ES256", ["typ"] = type, ["kid"] = key.Address }, Plain));

    /// <summary>The signature over some bytes, base64url.</summary>
    public static string Signature(SigningKey key, byte[] content)
    {
        using var signer = ECDsa.Create(key.Parameters);
        return Encode(signer.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }
}
