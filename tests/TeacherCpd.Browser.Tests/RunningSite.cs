using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// The site as a developer starts it: demo data, Hangfire and Quartz at work, on a free port of this machine. Only the
/// clock is ours, so that a year can pass in a test.
/// </summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly string folder = TestDatabase.NewFolder();
    private readonly WebApplicationFactory<Program> factory;

    public RunningSite()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
#pragma warning disable CA2000 // disposed of below, as the outer factory is
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Storage:DataFolder", folder);
            builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Time);
                services.AddSingleton(Mail);
                services.Decorate<IMailSender, CountedMail>();
            });
        });
#pragma warning restore CA2000
        factory.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
    }

    /// <summary>The site's clock. It stands until a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(TestApp.Start);

    /// <summary>Every mail that was really sent, each time that it was.</summary>
    public SentMail Mail { get; } = new();

    /// <summary>Services of the site.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Where a browser finds the site.</summary>
    public Uri Address => factory.ClientOptions.BaseAddress;

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        factory.StartServer();
        return ValueTask.CompletedTask;
    }

    /// <summary>Looks at the database past the pages.</summary>
    public async Task<T> LookAsync<T>(Func<AppDbContext, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Lets Quartz do now what it does every minute.</summary>
    public async Task SweepAsync()
    {
        var scheduler = await Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.TriggerJob(new JobKey("SweepJob"));
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Mails in the order in which they went out.</summary>
public sealed class SentMail
{
    private readonly ConcurrentQueue<MailMessage> sent = [];

    /// <summary>The mails.</summary>
    public IReadOnlyCollection<MailMessage> Sent => sent;

    internal void Add(MailMessage mail) => sent.Enqueue(mail);
}

// the folder keeps one file a message id and so would hide that a mail went out twice
internal sealed class CountedMail(IMailSender inner, SentMail sent) : IMailSender
{
    public async Task SendAsync(MailMessage mail, CancellationToken ct)
    {
        sent.Add(mail);
        await inner.SendAsync(mail, ct);
    }
}
