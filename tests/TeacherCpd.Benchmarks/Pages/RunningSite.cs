using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Pages;

/// <summary>
/// The site with demo data, in a process of its own, as in production, that serves pages while another node would
/// work off the jobs. Its data lie in a folder that is gone afterwards.
/// </summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly SiteProcess process;
    private readonly string folder;

    private RunningSite(SiteProcess process, string folder)
    {
        this.process = process;
        this.folder = folder;
    }

    /// <summary>Address of the site.</summary>
    public Uri Address => process.Address;

    /// <inheritdoc cref="SiteProcess.Megabytes"/>
    public long Megabytes => process.Megabytes;

    /// <inheritdoc cref="SiteProcess.Worked"/>
    public TimeSpan Worked => process.Worked;

    /// <summary>Makes the demo data, starts the site and waits until it answers.</summary>
    /// <param name="add">What is added to the demo data before.</param>
    public static async Task<RunningSite> StartAsync(Func<IServiceProvider, Task>? add = null)
    {
        var folder = Directory.CreateTempSubdirectory("teacher-cpd-benchmark-").FullName;
        await SeedAsync(folder, add);
        return new RunningSite(await SiteProcess.StartAsync([new("Storage:DataFolder", folder), new("Jobs:RunHere", "false")]), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SeedAsync(string folder, Func<IServiceProvider, Task>? add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddTeacherCpd(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", folder)]).Build());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync();
        await DemoSeeder.SeedAsync(scope.ServiceProvider, CancellationToken.None);
        await (add?.Invoke(scope.ServiceProvider) ?? Task.CompletedTask);
    }
}
