using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Benchmarks.Pages;

/// <summary>
/// The site as it runs for people: a process of its own, as in production, that serves pages while another node would
/// work off the jobs. Its demo data lie in a folder that is gone afterwards.
/// </summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private RunningSite(Process process, string folder, Uri address)
    {
        this.process = process;
        this.folder = folder;
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

    /// <summary>Makes the demo data, starts the site and waits until it answers.</summary>
    /// <param name="change">What is changed in the demo data before the start; null: nothing.</param>
    public static async Task<RunningSite> StartAsync(Func<AppDbContext, Task>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("teacher-cpd-benchmark-").FullName;
        await SeedAsync(folder, change);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TeacherCpd.Web.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = Home.Of(Directory.GetCurrentDirectory()),
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Storage__DataFolder"] = folder;
        start.Environment["Jobs__RunHere"] = "false";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var site = new RunningSite(process, folder, address);
        await site.AnswersAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SeedAsync(string folder, Func<AppDbContext, Task>? change)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTeacherCpd(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", folder)]).Build());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync();
        await DemoSeeder.SeedAsync(scope.ServiceProvider, CancellationToken.None);
        if (change is not null)
        {
            await using var after = provider.CreateAsyncScope();
            await change(after.ServiceProvider.GetRequiredService<AppDbContext>());
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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
