using System.Diagnostics;
using System.Globalization;

namespace TeacherCpd.Testing;

/// <summary>
/// A mail server of its own, as a process: the package smtp-server. It refuses addresses that begin with "refused", and breaks off
/// without a word after it took a mail to one that begins with "broken".
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly string file;

    private MailServer(Process process, string file, int port)
    {
        this.process = process;
        this.file = file;
        Port = port;
    }

    /// <summary>Port on this machine.</summary>
    public int Port { get; }

    /// <summary>The settings that have mails sent through it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:RequireTls"] = "false",
    };

    /// <summary>Starts it.</summary>
    /// <param name="folder">Folder for the list of what it took; a list that is there goes on.</param>
    /// <param name="port">Port; 0 for a free one.</param>
    public static async Task<MailServer> StartAsync(string folder, int port = 0)
    {
        var file = Path.Combine(folder, "mails-taken.tsv");
        var script = Path.Combine(RepositoryFolder.Root, "tests", "TeacherCpd.Testing", "mail-server.mjs");
        var process = Process.Start(new ProcessStartInfo("node", [script, file, port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return new MailServer(process, file, int.Parse(line ?? throw new InvalidOperationException("The mail server did not start."), CultureInfo.InvariantCulture));
    }

    /// <summary>What it took: recipient and message id, in order.</summary>
    public IReadOnlyList<(string To, string MessageId)> Taken()
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Select(p => (p[0], p[1]))];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
