using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.SqlServer;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Jobs;

/// <summary>Registers Hangfire: what has to happen is a row of ours, Hangfire works the rows off.</summary>
public static class JobRegistration
{
    private static readonly PostgreSqlStorageOptions PostgreSql = new();

    /// <summary>Registers the client side: commands hand items over.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddScoped<IBackgroundJobs, HangfireJobs>();
        services.AddScoped<ItemJobs>();
        // Hangfire keeps storage and activator in static members: two programs in one process, as tests start them, would take
        // each other's items and work them off with each other's services. So each has its own, named before Hangfire registers those.
        services.AddSingleton(provider =>
        {
            // sets the log of Hangfire before a storage writes to it
            provider.GetRequiredService<IGlobalConfiguration>();
            return Storage(database);
        });
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(configuration => configuration
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        return services;
    }

    /// <summary>Registers the server side: this process works items off.</summary>
    public static IServiceCollection AddJobServer(this IServiceCollection services) =>
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = Math.Max(2, Environment.ProcessorCount);
            options.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });

    private static JobStorage Storage(DatabaseSettings database) => database.Provider switch
    {
        DatabaseProvider.SqlServer => new SqlServerStorage(database.ConnectionString),
        DatabaseProvider.PostgreSql => new PostgreSqlStorage(new NpgsqlConnectionFactory(database.ConnectionString, PostgreSql), PostgreSql),
        _ => new InMemoryStorage(new InMemoryStorageOptions()),
    };
}
