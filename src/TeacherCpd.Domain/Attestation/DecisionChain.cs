using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A key that signs or verifies: P-256, by the coordinates of its public part.</summary>
/// <param name="Name">Thumbprint of the public part (RFC 7638).</param>
/// <param name="X">First coordinate, base64url.</param>
/// <param name="Y">Second coordinate, base64url.</param>
public sealed record ChainKey(string Name, string X, string Y)
{
    /// <summary>The thumbprint that these coordinates have: a name that does not fit is a forged key.</summary>
    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));

    /// <summary>Whether it signed some bytes.</summary>
    public bool Verifies(byte[] bytes, string signature)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) },
            });
            return key.VerifyData(bytes, Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }
}

/// <summary>Something wrong with a chain file.</summary>
/// <param name="Link">Number of the link, from 1; 0 for the file as a whole.</param>
/// <param name="Code">Stable code in snake_case.</param>
public sealed record ChainFault(int Link, string Code);

/// <summary>What was found about a chain file.</summary>
/// <param name="Case">Number of the case.</param>
/// <param name="Links">Kinds and moments of the links, in order.</param>
/// <param name="Keys">Names of the keys that signed.</param>
/// <param name="AreTrusted">Whether all of them are among the keys that were given; null where none were.</param>
/// <param name="Faults">Everything that is wrong; empty for a whole chain.</param>
public sealed record ChainVerdict(
    string Case, IReadOnlyList<(string Kind, string At)> Links, IReadOnlyList<string> Keys, bool? AreTrusted, IReadOnlyList<ChainFault> Faults)
{
    /// <summary>Whether the chain is whole, and its keys trusted where any were given.</summary>
    public bool IsGood => Faults.Count == 0 && AreTrusted != false;
}

/// <summary>The chain of signed documents of a case: how a document is written, how a file of them is written and verified.</summary>
public static class DecisionChain
{
    /// <summary>Format of documents and files.</summary>
    public const string Format = "teachercpd.attestation.chain/1";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document of a link. What it is about stands beside its content, so that it cannot be moved to another chain or place.</summary>
    /// <param name="caseNumber">Number of the case.</param>
    /// <param name="sequence">Place in the chain, from 1.</param>
    /// <param name="kind">What it says.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="previousHash">Hash of the link before; empty for the first.</param>
    /// <param name="content">What it says, in the words of its kind.</param>
    public static string Document(string caseNumber, int sequence, ChainKind kind, DateTime at, string previousHash, JsonObject content) => new JsonObject
    {
        ["format"] = Format,
        ["case"] = caseNumber,
        ["sequence"] = sequence,
        ["kind"] = kind.ToString(),
        ["at"] = Moment(at),
        ["previous"] = previousHash,
        ["content"] = content,
    }.ToJsonString(Plain);

    /// <summary>The document that closes a file: how many links there are and the hash of the last, so that none can be cut off.</summary>
    public static string Closing(string caseNumber, int links, string lastHash, DateTime at) => new JsonObject
    {
        ["format"] = Format,
        ["case"] = caseNumber,
        ["links"] = links,
        ["last"] = lastHash,
        ["exported"] = Moment(at),
    }.ToJsonString(Plain);

    /// <summary>SHA-256 of a document, in lower-case hexadecimal.</summary>
    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>Writes a file that can be verified without this product's database.</summary>
    /// <param name="caseNumber">Number of the case.</param>
    /// <param name="links">Links in order: document, key and signature.</param>
    /// <param name="closing">The closing document with its key and signature.</param>
    /// <param name="keys">Public parts of the keys.</param>
    public static string Write(
        string caseNumber,
        IEnumerable<(string Document, string KeyName, string Signature)> links,
        (string Document, string KeyName, string Signature) closing,
        IEnumerable<ChainKey> keys) => new JsonObject
        {
            ["format"] = Format,
            ["case"] = caseNumber,
            ["keys"] = new JsonArray([.. keys.Select(k => new JsonObject { ["name"] = k.Name, ["x"] = k.X, ["y"] = k.Y })]),
            ["links"] = new JsonArray([.. links.Select(Signed)]),
            ["closing"] = Signed(closing),
        }.ToJsonString(new JsonSerializerOptions(Plain) { WriteIndented = true });

    /// <summary>Verifies a file: each signature, each hash, the order, the end, and whose keys they are.</summary>
    /// <param name="json">The file.</param>
    /// <param name="trusted">Keys that are trusted, as the issuer publishes them; null to leave that open.</param>
    /// <exception cref="JsonException">The file is no chain file.</exception>
    public static ChainVerdict Verify(string json, IReadOnlyCollection<ChainKey>? trusted = null)
    {
        var root = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("no object");
        if (Text(root, "format") != Format)
        {
            throw new JsonException("another format");
        }

        var number = Text(root, "case");
        var faults = new List<ChainFault>();
        var keys = Items(root, "keys").Select(k => new ChainKey(Text(k, "name"), Text(k, "x"), Text(k, "y"))).ToList();
        faults.AddRange(keys.Where(k => k.Thumbprint != k.Name).Select(_ => new ChainFault(0, "key_name_wrong")));
        var used = new List<string>();
        var told = new List<(string Kind, string At)>();
        var (previous, place) = ("", 0);
        foreach (var link in Items(root, "links"))
        {
            place++;
            var document = Opened(link, keys, place, used, faults);
            var says = document.Json;
            if (says is null || Text(says, "format") != Format || Text(says, "case") != number)
            {
                faults.Add(new ChainFault(place, "not_of_this_case"));
                previous = document.Hash;
                continue;
            }

            if (says["sequence"] is not JsonValue value || !value.TryGetValue<int>(out var sequence) || sequence != place)
            {
                faults.Add(new ChainFault(place, "out_of_order"));
            }

            if (Text(says, "previous") != previous)
            {
                faults.Add(new ChainFault(place, "does_not_follow"));
            }

            told.Add((Text(says, "kind"), Text(says, "at")));
            previous = document.Hash;
        }

        if (root["closing"] is JsonObject end)
        {
            var closing = Opened(end, keys, 0, used, faults).Json;
            if (closing is null || Text(closing, "case") != number || Text(closing, "last") != previous
                || closing["links"] is not JsonValue count || !count.TryGetValue<int>(out var links) || links != place)
            {
                faults.Add(new ChainFault(0, "end_cut_off"));
            }
        }
        else
        {
            faults.Add(new ChainFault(0, "end_cut_off"));
        }

        var signers = used.Distinct().ToList();
        return new ChainVerdict(
            number,
            told,
            signers,
            trusted is null ? null : signers.TrueForAll(s => trusted.Any(t => t.Name == s && t.Thumbprint == s)),
            faults);
    }

    /// <summary>Reads the keys that an issuer publishes (RFC 7517).</summary>
    /// <param name="json">Set of keys.</param>
    /// <exception cref="JsonException">It is no set of keys.</exception>
    public static IReadOnlyList<ChainKey> ReadKeys(string json)
    {
        var root = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("no object");
        return [.. Items(root, "keys").Select(k => new ChainKey("", Text(k, "x"), Text(k, "y"))).Select(k => k with { Name = k.Thumbprint })];
    }

    private static (JsonObject? Json, string Hash) Opened(JsonObject link, List<ChainKey> keys, int place, List<string> used, List<ChainFault> faults)
    {
        var (name, signature) = (Text(link, "key"), Text(link, "signature"));
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(Text(link, "document"));
        }
        catch (FormatException)
        {
            faults.Add(new ChainFault(place, "document_unreadable"));
            return (null, "");
        }

        used.Add(name);
        if (keys.Find(k => k.Name == name) is not { } key || !key.Verifies(bytes, signature))
        {
            faults.Add(new ChainFault(place, "signature_wrong"));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            return (JsonNode.Parse(bytes) as JsonObject, hash);
        }
        catch (JsonException)
        {
            return (null, hash);
        }
    }

    private static JsonObject Signed((string Document, string KeyName, string Signature) link) => new()
    {
        ["document"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(link.Document)),
        ["key"] = link.KeyName,
        ["signature"] = link.Signature,
    };

    private static IEnumerable<JsonObject> Items(JsonObject root, string name) =>
        (root[name] as JsonArray ?? throw new JsonException($"no {name}")).Select(n => n as JsonObject ?? throw new JsonException($"{name} hold something else"));

    private static string Text(JsonObject from, string name) => from[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
