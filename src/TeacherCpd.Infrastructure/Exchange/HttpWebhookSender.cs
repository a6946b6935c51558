using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Infrastructure.Exchange;

/// <summary>Sends messages over HTTP. Answers are not read but for the beginning of that to a ping.</summary>
internal sealed class HttpWebhookSender : IWebhookSender, IDisposable
{
    private const int MostRead = 1024;

    private readonly HttpClient client;

    public HttpWebhookSender(WebhookRules rules)
    {
        client = OutsideConnections.Client(rules);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("TeacherCpd-Webhooks/1");
    }

    public async Task<WebhookAnswer> SendAsync(ClaimedDelivery message, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OutsideConnections.Longest);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new StringContent(message.Body, Encoding.UTF8, "application/json") };
            foreach (var (name, value) in message.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var fault = !answer.IsSuccessStatusCode ? WebhookFault.Refused
                : message.Challenge is { } challenge && !await HoldsAsync(answer.Content, challenge, limit.Token) ? WebhookFault.NotProven
                : WebhookFault.None;
            return Of(fault, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "");
        }
        catch (OperationCanceledException)
        {
            return Of(WebhookFault.TooSlow, null, "");
        }
        catch (HttpRequestException e)
        {
            return Of(e.InnerException is PrivateAddressException ? WebhookFault.PrivateAddress : WebhookFault.NoConnection, null, "");
        }
        catch (IOException)
        {
            return Of(WebhookFault.NoConnection, null, "");
        }

        WebhookAnswer Of(WebhookFault fault, int? status, string contentType) => new(fault, status, contentType, (int)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    public void Dispose() => client.Dispose();

    // the challenge alone, or as a member of an object
    private static async Task<bool> HoldsAsync(HttpContent content, string challenge, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostRead];
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var text = Encoding.UTF8.GetString(bytes, 0, await stream.ReadAtLeastAsync(bytes, MostRead, throwOnEndOfStream: false, cancellationToken)).Trim();
        if (text == challenge)
        {
            return true;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("challenge", out var answered) && answered.ValueKind == JsonValueKind.String && answered.GetString() == challenge;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
