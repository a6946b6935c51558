using System.Diagnostics;
using System.Globalization;

namespace TeacherCpd.Testing;

/// <summary>A message that a receiver got.</summary>
/// <param name="Id">Id that the sender gave it.</param>
/// <param name="Verdict">"good", what is wrong with its signature, or how the receiver misbehaved.</param>
/// <param name="Type">What happened.</param>
/// <param name="RecordId">Record it happened to.</param>
public sealed record ReceivedMessage(string Id, string Verdict, string Type, Guid RecordId);

/// <summary>A receiver of webhooks, as a process: it checks messages by the package standardwebhooks.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Process process;
    private readonly string file;
    private readonly HttpClient client = new();

    private WebhookReceiver(Process process, string file, int port)
    {
        this.process = process;
        this.file = file;
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/told");
    }

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>Starts it.</summary>
    /// <param name="folder">Folder for the list of what it got.</param>
    public static async Task<WebhookReceiver> StartAsync(string folder)
    {
        var file = Path.Combine(folder, "webhooks-taken.tsv");
        var script = Path.Combine(RepositoryFolder.Root, "tests", "TeacherCpd.Testing", "webhook-receiver.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script, file, "0"]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new WebhookReceiver(process, file, int.Parse(line ?? throw new InvalidOperationException("The receiver did not start."), CultureInfo.InvariantCulture));
    }

    /// <summary>Tells it the key of the signatures.</summary>
    public Task KnowAsync(string key) => PutAsync("/key", key);

    /// <summary>Says what it does from now on: good, away, silent, rubbish or elsewhere.</summary>
    public Task BeAsync(string mode) => PutAsync("/mode", mode);

    /// <summary>What it got, in order.</summary>
    public IReadOnlyList<ReceivedMessage> Received() => File.Exists(file)
        ? [.. File.ReadAllLines(file).Select(l => l.Split('\t')).Select(p => new ReceivedMessage(p[0], p[1], p[2], Guid.Parse(p[3])))]
        : [];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task PutAsync(string path, string text)
    {
        using var content = new StringContent(text);
        using var answer = await client.PutAsync(new Uri(new Uri(Url), path), content);
        answer.EnsureSuccessStatusCode();
    }
}
