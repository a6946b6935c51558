using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Testing;

/// <summary>The site as it runs for people: a process of its own, that can be killed as a machine that loses its power.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process process;

    private SiteProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Address of the site.</summary>
    public Uri Address { get; }

    /// <summary>Memory of the site now, in megabytes.</summary>
    public long Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024 * 1024);
        }
    }

    /// <summary>Time that the cores worked for the site since its start. Unlike the clock it does not count what else the machine does.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the site and waits until it answers.</summary>
    /// <param name="settings">Settings; the data must be there.</param>
    /// <param name="at">Address, where it has to be known before; null: any.</param>
    public static async Task<SiteProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, Uri? at = null)
    {
        var address = at ?? FreeAddress();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TeacherCpd.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = Home.Of(Directory.GetCurrentDirectory()),
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var site = new SiteProcess(process, address);
        await site.AnswersAsync();
        return site;
    }

    /// <summary>An address of this machine at which nobody listens now.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Kills it, without a chance to finish anything.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var attempt = 0; attempt < 240; attempt++)
        {
            try
            {
                if ((await client.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(250);
            }
        }

        throw new InvalidOperationException("The site does not answer.");
    }
}
