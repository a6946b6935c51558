using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>
/// A message as it is sent, signed as Standard Webhooks says (https://www.standardwebhooks.com): HMAC-SHA256 over id, moment of sending and body.
/// The body names records by their ids and holds nothing of what they say.
/// </summary>
public static class WebhookMessage
{
    /// <summary>Length of a key, in bytes.</summary>
    public const int KeyBytes = 32;

    private const string KeyPrefix = "whsec_";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A key as receivers keep it.</summary>
    public static string KeyText(byte[] key) => KeyPrefix + Convert.ToBase64String(key);

    /// <summary>The body: the same for every try.</summary>
    public static string BodyOf(WebhookDelivery delivery, byte[] key) => JsonSerializer.Serialize(
        new
        {
            Type = delivery.Event.Word(),
            Timestamp = delivery.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            Data = new Dictionary<string, object?>
            {
                ["id"] = delivery.RecordId,
                ["personId"] = delivery.PersonId,
                ["challenge"] = delivery.Event == WebhookEvent.Ping ? ChallengeOf(delivery, key) : null,
            }.Where(d => d.Value is not null).ToDictionary(),
        },
        Json);

    /// <summary>What the receiver of a ping answers with, to show that it reads messages and expects ours.</summary>
    public static string ChallengeOf(WebhookDelivery ping, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"challenge {ping.Id}")))[..32];

    /// <summary>Headers that prove where the message is from.</summary>
    public static IReadOnlyDictionary<string, string> HeadersOf(WebhookDelivery delivery, string body, byte[] key, DateTime at)
    {
        var moment = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var id = $"msg_{delivery.Id:N}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{moment}.{body}")));
        return new Dictionary<string, string> { ["webhook-id"] = id, ["webhook-timestamp"] = moment, ["webhook-signature"] = $"v1,{signature}" };
    }
}
