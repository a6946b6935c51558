using MediatR;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Testing;

/// <summary>
/// The product without its pages, on a database of its own: requests go through the whole pipeline. Time stands at
/// <see cref="Start"/> until a test moves it; jobs wait until a test runs them.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    /// <summary>When tests begin: a Tuesday morning in Kazakhstan.</summary>
    public static readonly DateTimeOffset Start = new(2026, 2, 10, 4, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly TestDatabase? database;

    private TestApp(ServiceProvider services, string folder, TestDatabase? database)
    {
        this.services = services;
        this.database = database;
        Folder = folder;
        Data = new TestData(this);
    }

    /// <summary>Time.</summary>
    public FakeTimeProvider Time => (FakeTimeProvider)services.GetRequiredService<TimeProvider>();

    /// <summary>Jobs that commands asked for.</summary>
    public WaitingJobs Jobs => services.GetRequiredService<WaitingJobs>();

    /// <summary>Builders of records.</summary>
    public TestData Data { get; }

    /// <summary>Data folder of this app.</summary>
    public string Folder { get; }

    /// <summary>The settings that lead to the same data.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(database?.Settings ?? new Dictionary<string, string?>())
    {
        ["Storage:DataFolder"] = Folder,
    };

    /// <summary>Starts an app on a migrated database of its own, or on the one that <paramref name="settings"/> name.</summary>
    public static async Task<TestApp> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? change = null, DatabaseProvider? provider = null)
    {
        var folder = TestDatabase.NewFolder();
        Directory.CreateDirectory(folder);
        var all = new Dictionary<string, string?> { ["Storage:DataFolder"] = folder };
        var database = settings?.ContainsKey("Database:Provider") == true ? null : await TestDatabase.CreateAsync(provider ?? TestDatabase.Usual, folder);
        foreach (var (key, value) in (database?.Settings ?? new Dictionary<string, string?>()).Concat(settings ?? new Dictionary<string, string?>()))
        {
            all[key] = value;
        }

        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddTeacherCpd(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        collection.AddSingleton<TimeProvider>(new FakeTimeProvider(Start));
        collection.AddSingleton<WaitingJobs>();
        collection.AddScoped<IBackgroundJobs, CollectedJobs>();
        collection.AddSingleton<IInterceptor>(SqlServerTwin.Instance);
        change?.Invoke(collection);
        return new TestApp(collection.BuildServiceProvider(validateScopes: true), folder, database);
    }

    /// <summary>Sends a request as a person with their roles; null: as a visitor.</summary>
    public async Task<Result<T>> SendAs<T>(Person? person, IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        if (person is not null)
        {
            await scope.ServiceProvider.GetRequiredService<CurrentUserLoader>().LoadAsync(person.Id, CancellationToken.None);
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request as jobs and the command line do.</summary>
    public async Task<Result<T>> SendAsSystem<T>(IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActsAsSystem();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Looks at the database, or at any service, past the pipeline.</summary>
    public async Task<T> LookAsync<T>(Func<AppDbContext, Task<T>> look)
    {
        await using var scope = services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Does something with services of a scope.</summary>
    public async Task UseAsync(Func<IServiceProvider, Task> use)
    {
        await using var scope = services.CreateAsyncScope();
        await use(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        database?.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // a file still open elsewhere: the temporary folder is cleaned by the system
        }
    }
}
