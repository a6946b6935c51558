using System.Diagnostics;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>
/// The ClamAV daemon of this machine (Debian: clamav-daemon), with one signature of our own: nothing is downloaded, and it
/// is there in a moment.
/// </summary>
public sealed class ClamdServer : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"];

    private readonly TemporaryFolder folder = new();
    private Process? process;

    /// <summary>The program; null where there is none.</summary>
    public static string? Program { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>The harmless file that every scanner calls a virus; in two parts, so that none calls this file one.</summary>
    public static string TestVirus => @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /// <summary>Where it listens.</summary>
    public string Socket => Path.Combine(folder.Path, "clamd.sock");

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        var signature = Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(TestVirus));
        Directory.CreateDirectory(Path.Combine(folder.Path, "db"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "db", "own.ndb"), $"Test.File:0:*:{signature}\n");
        await StartAsync();
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var settings = Path.Combine(folder.Path, "clamd.conf");
        await File.WriteAllLinesAsync(
            settings,
            ["Foreground yes", $"LocalSocket {Socket}", $"DatabaseDirectory {Path.Combine(folder.Path, "db")}", "StreamMaxLength 60M", "FixStaleSocket yes"]);
        process = Process.Start(new ProcessStartInfo(Program!, ["--config-file", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        for (var i = 0; i < 300 && !File.Exists(Socket); i++)
        {
            await Task.Delay(100);
        }
    }

    /// <summary>Stops it; its socket goes with it.</summary>
    public async Task StopAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        File.Delete(Socket);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await StopAsync();
        }

        folder.Dispose();
    }
}
