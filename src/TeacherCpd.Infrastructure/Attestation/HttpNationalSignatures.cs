using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Attestation;

/// <summary>
/// Asks a verifying service over HTTP: <c>POST {address}/cms/verify</c> with <c>cms</c> and <c>data</c> in base64; the answer has
/// <c>valid</c> and, for each of <c>signers</c>, <c>certificates</c> with a <c>subject</c> that names <c>iin</c>.
/// </summary>
public sealed class HttpNationalSignatures(HttpMessageHandler handler, AttestationSettings settings, ILogger<HttpNationalSignatures> logger) : INationalSignatures, IDisposable
{
    private static readonly string[] Revocation = ["OCSP"];

    private readonly HttpClient client = new(handler) { Timeout = TimeSpan.FromSeconds(20) };

    /// <inheritdoc/>
    public bool IsOffered => settings.SignatureService.Length > 0;

    /// <inheritdoc/>
    public async Task<SignatureVerdict?> VerifyAsync(byte[] content, byte[] cms, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync(
                new Uri(new Uri(settings.SignatureService.TrimEnd('/') + "/"), "cms/verify"),
                new { revocationCheck = Revocation, cms = Convert.ToBase64String(cms), data = Convert.ToBase64String(content) },
                cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                // a signature that the service cannot read is its answer, too
                return (int)answer.StatusCode is >= 400 and < 500 ? new SignatureVerdict(false, null, "") : null;
            }

            var body = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
            var subject = First(First(body?["signers"])?["certificates"])?["subject"];
            var name = subject?["commonName"]?.ToString() ?? "";
            return new SignatureVerdict(body?["valid"]?.GetValueKind() == JsonValueKind.True, subject?["iin"]?.ToString(), name);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException or ArgumentOutOfRangeException
            || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogError(e, "The service that verifies national signatures did not answer as it should");
            return null;
        }
    }

    private static JsonNode? First(JsonNode? list) => (list as JsonArray)?.FirstOrDefault();

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
