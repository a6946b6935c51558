using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TeacherCpd.Testing;

/// <summary>An outside tool of LTI 1.3, as a process: the package @lti-tool/core.</summary>
public sealed class OutsideTool : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });

    private OutsideTool(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Its address.</summary>
    public string Address { get; }

    /// <summary>Starts it.</summary>
    public static async Task<OutsideTool> StartAsync()
    {
        var script = Path.Combine(RepositoryFolder.Root, "tests", "TeacherCpd.Testing", "lti-tool.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new OutsideTool(process, line ?? throw new InvalidOperationException("The tool did not start."));
    }

    /// <summary>Tells it of a platform.</summary>
    public Task KnowAsync(string issuer, string clientId, string deploymentId, string authorizeUrl, string tokenUrl, string keySetUrl) => SendAsync(HttpMethod.Put, "/platform", JsonContent.Create(
        new Dictionary<string, string> { ["iss"] = issuer, ["clientId"] = clientId, ["deploymentId"] = deploymentId, ["authUrl"] = authorizeUrl, ["tokenUrl"] = tokenUrl, ["jwksUrl"] = keySetUrl }));

    /// <summary>Somebody comes to sign in; gives the address to which it leads.</summary>
    public async Task<Uri> LoginAsync(Uri address)
    {
        using var answer = await client.GetAsync(address);
        return answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A browser carries the signed message; gives what the tool makes of it.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> LaunchAsync(string idToken, string state)
    {
        // the tool gives our keys five seconds, which a busy machine may need for its first answer; until it has them it has looked at nothing
        for (var attempt = 1; ; attempt++)
        {
            var answer = await SendAsync(HttpMethod.Post, "/launch", new FormUrlEncodedContent(new Dictionary<string, string> { ["id_token"] = idToken, ["state"] = state }));
            if (attempt == 5 || !answer.Body.ToJsonString().Contains("timed out", StringComparison.Ordinal))
            {
                return answer;
            }
        }
    }

    /// <summary>Reports on somebody.</summary>
    public Task<(HttpStatusCode Status, JsonNode Body)> ScoreAsync(object score) => SendAsync(HttpMethod.Post, "/score", JsonContent.Create(score));

    /// <summary>Reads results back.</summary>
    public Task<(HttpStatusCode Status, JsonNode Body)> ResultsAsync(string session) => SendAsync(HttpMethod.Get, $"/results?session={session}", null);

    /// <summary>An assertion for a token.</summary>
    public async Task<string> AssertionAsync() => (string)(await SendAsync(HttpMethod.Post, "/assertion", null)).Body["assertion"]!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address + path)) { Content = content };
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
