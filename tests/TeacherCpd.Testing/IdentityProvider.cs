using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeacherCpd.Testing;

/// <summary>An outside provider for signing in (OpenID Connect), as a process: the package oidc-provider.</summary>
public sealed partial class IdentityProvider : IAsyncDisposable
{
    /// <summary>What it calls the site.</summary>
    public const string ClientId = "teachercpd";

    /// <summary>Secret of the site.</summary>
    public const string ClientSecret = "a secret of the tests";

    private readonly Process process;
    private readonly Uri back;

    private IdentityProvider(Process process, string issuer, Uri back)
    {
        this.process = process;
        this.back = back;
        Issuer = issuer;
    }

    /// <summary>Its address.</summary>
    public string Issuer { get; }

    /// <summary>Starts it.</summary>
    /// <param name="back">Address of the site to which it leads back.</param>
    public static async Task<IdentityProvider> StartAsync(Uri back)
    {
        var script = Path.Combine(RepositoryFolder.Root, "tests", "TeacherCpd.Testing", "identity-provider.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script, back.AbsoluteUri]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync();
        return new IdentityProvider(process, line ?? throw new InvalidOperationException("The provider did not start."), back);
    }

    /// <summary>Says which national number it tells of somebody; none at first.</summary>
    public async Task TellAsync(string name, string iin)
    {
        using var client = new HttpClient();
        using var content = new StringContent(iin);
        using var answer = await client.PutAsync(new Uri($"{Issuer}/iin/{name}"), content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Signs in there and agrees, as a person would; gives the address to which it leads back.</summary>
    /// <param name="asked">Address to which the site led.</param>
    /// <param name="login">Name.</param>
    public async Task<Uri> SignInAsync(Uri asked, string login)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler);
        var at = asked;
        for (var step = 0; step < 12; step++)
        {
            using var page = await client.GetAsync(at);
            if (page.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                if (at.GetLeftPart(UriPartial.Path) == back.GetLeftPart(UriPartial.Path))
                {
                    return at;
                }

                continue;
            }

            var html = await page.Content.ReadAsStringAsync();
            var fields = Hidden().Matches(html).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
            if (fields.GetValueOrDefault("prompt") == "login")
            {
                (fields["login"], fields["password"]) = (login, "any");
            }

            using var form = new FormUrlEncodedContent(fields);
            using var answer = await client.PostAsync(new Uri(at, FormAction().Match(html).Groups[1].Value), form);
            at = new Uri(at, answer.Headers.Location ?? throw new InvalidOperationException($"The provider stays at {at}: {html}"));
        }

        throw new InvalidOperationException("The provider leads in a circle.");
    }

    /// <summary>A token (JWT) of the provider for a program, with code and PKCE.</summary>
    public async Task<string> TokenAsync(string login, string audience, string scope)
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var asked = new Uri($"{Issuer}/auth?client_id={ClientId}&response_type=code&redirect_uri={Uri.EscapeDataString(back.AbsoluteUri)}&scope={Uri.EscapeDataString("openid " + scope)}"
            + $"&resource={Uri.EscapeDataString(audience)}&code_challenge={challenge}&code_challenge_method=S256&state=s");
        var code = CodeOf().Match((await SignInAsync(asked, login)).Query).Groups[1].Value;
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = back.AbsoluteUri,
            ["code_verifier"] = verifier,
            ["resource"] = audience,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Issuer}/token")) { Content = form };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(ClientSecret)}")));
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (string?)body!["access_token"] ?? throw new InvalidOperationException(body.ToJsonString());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<form[^>]*action="([^"]*)"[^>]*>""")]
    private static partial Regex FormAction();

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex CodeOf();
}
