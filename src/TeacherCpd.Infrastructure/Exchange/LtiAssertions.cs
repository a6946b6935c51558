using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Exchange;

/// <summary>Checks JWTs of tools and our own. Keys of a tool are kept for a few minutes, and fetched anew when none of them fits.</summary>
internal sealed class LtiAssertions(WebhookRules rules, IServiceScopeFactory scopes, LtiPlatform platform, TimeProvider time) : ILtiAssertions, IDisposable
{
    private const int MostKeyBytes = 64 * 1024;

    private static readonly TimeSpan KeysKept = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly HttpClient client = OutsideConnections.Client(rules);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IList<SecurityKey> Keys)> known = new();

    public string ClientOf(string assertion)
    {
        try
        {
            return handler.CanReadToken(assertion) && handler.ReadJsonWebToken(assertion) is { } read && read.Issuer == read.Subject ? read.Subject ?? "" : "";
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return "";
        }
    }

    public async Task<ProvenAssertion?> CheckAsync(string assertion, string clientId, string keySetUrl, string audience, CancellationToken cancellationToken)
    {
        var read = await ValidateAsync(assertion, clientId, audience, await KeysAsync(keySetUrl, cancellationToken));
        if (!read.IsValid && read.Exception is SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException)
        {
            // the tool may have changed its keys
            known.TryRemove(keySetUrl, out _);
            read = await ValidateAsync(assertion, clientId, audience, await KeysAsync(keySetUrl, cancellationToken));
        }

        return read is { IsValid: true, SecurityToken: JsonWebToken { Id.Length: > 0 and <= Domain.Exchange.LtiAssertion.JtiLength } token }
            && token.ValidTo - time.GetUtcNow().UtcDateTime <= LongestLife
            ? new ProvenAssertion(token.Id, token.ValidTo + Skew)
            : null;
    }

    public async Task<(Guid ToolId, IReadOnlyList<string> Scopes)?> ReadTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!handler.CanReadToken(token))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<AppDbContext>().LtiKeys.AsNoTracking().ToListAsync(cancellationToken);
        var read = await ValidateAsync(token, platform.Issuer, platform.TokenUrl, [.. keys.Select(k => new RsaSecurityKey(platform.Open(k)) { KeyId = k.Name })]);
        return read is { IsValid: true, SecurityToken: JsonWebToken own } && Guid.TryParse(own.Subject, out var toolId)
            ? (toolId, (own.TryGetPayloadValue("scope", out string words) ? words : "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : null;
    }

    public void Dispose() => client.Dispose();

    private Task<TokenValidationResult> ValidateAsync(string token, string issuer, string audience, IList<SecurityKey> keys) => handler.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = issuer,
        ValidAudience = audience,
        IssuerSigningKeys = keys,
        ValidAlgorithms = [LtiPlatform.Algorithm],
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => until > (time.GetUtcNow() - Skew).UtcDateTime && (from is null || from < (time.GetUtcNow() + Skew).UtcDateTime),
    });

    private async Task<IList<SecurityKey>> KeysAsync(string url, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(url, out var kept) && time.GetUtcNow() - kept.At < KeysKept)
        {
            return kept.Keys;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OutsideConnections.Longest);
        try
        {
            using var answer = await client.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return [];
            }

            var bytes = new byte[MostKeyBytes];
            await using var stream = await answer.Content.ReadAsStreamAsync(limit.Token);
            var length = await stream.ReadAtLeastAsync(bytes, MostKeyBytes, throwOnEndOfStream: false, limit.Token);
            var keys = new JsonWebKeySet(System.Text.Encoding.UTF8.GetString(bytes, 0, length)).GetSigningKeys();
            known[url] = (time.GetUtcNow(), keys);
            return keys;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or ArgumentException or System.Text.Json.JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // nobody is proven while the tool's keys cannot be read
            return [];
        }
    }
}
