using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Jobs;

/// <summary>Registers Hangfire: what has to happen is a row of ours, Hangfire works the rows off.</summary>
public static class JobRegistration
{
    /// <summary>Registers the client side: commands hand items over.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddScoped<IBackgroundJobs, HangfireJobs>();
        services.AddScoped<ItemJobs>();
        services.AddHangfire(configuration =>
        {
            configuration.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings();
            switch (database.Provider)
            {
                case DatabaseProvider.SqlServer:
                    configuration.UseSqlServerStorage(database.ConnectionString);
                    break;
                case DatabaseProvider.PostgreSql:
                    configuration.UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(database.ConnectionString));
                    break;
                default:
                    configuration.UseInMemoryStorage(new InMemoryStorageOptions());
                    break;
            }
        });
        return services;
    }

    /// <summary>Registers the server side: this process works items off.</summary>
    public static IServiceCollection AddJobServer(this IServiceCollection services) =>
        services.AddHangfireServer(options =>
        {
            options.WorkerCount = Math.Max(2, Environment.ProcessorCount);
            options.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
}
