using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Persistence;

/// <summary>Registers the context for the database that the settings name.</summary>
public static class DatabaseRegistration
{
    /// <summary>Registers the context.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddScoped<IInterceptor, AuditedSaveInterceptor>();
        services.AddDbContext<AppDbContext>((provider, options) => options
            .UseProvider(provider.GetRequiredService<DatabaseSettings>(), provider.GetRequiredService<StorageSettings>())
            .AddInterceptors(provider.GetServices<IInterceptor>()));
        services.AddScoped<IAppDbContext>(provider => provider.GetRequiredService<AppDbContext>());
        return services;
    }

    /// <summary>Chooses provider and migrations assembly.</summary>
    public static DbContextOptionsBuilder UseProvider(this DbContextOptionsBuilder options, DatabaseSettings database, StorageSettings storage)
    {
        // the context leaves out on purpose what Identity maps and the product has no use for
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.MappedEntityTypeIgnoredWarning, CoreEventId.MappedPropertyIgnoredWarning));
        var assembly = $"TeacherCpd.Migrations.{database.Provider}";
        return database.Provider switch
        {
            DatabaseProvider.SqlServer => options.UseSqlServer(database.ConnectionString, sql => sql.MigrationsAssembly(assembly).EnableRetryOnFailure()),
            DatabaseProvider.PostgreSql => options.UseNpgsql(database.ConnectionString, pg => pg.MigrationsAssembly(assembly).EnableRetryOnFailure()),
            _ => options.UseSqlite(SqliteConnectionString(database.ConnectionString, storage.DataFolder), lite => lite.MigrationsAssembly(assembly))
                .AddInterceptors(SqlitePragmas.Instance),
        };
    }

    private static string SqliteConnectionString(string connectionString, string dataFolder)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 };
        if (builder.DataSource is not (":memory:" or "") && !builder.DataSource.StartsWith("file:", StringComparison.Ordinal))
        {
            builder.DataSource = Path.GetFullPath(Path.Combine(dataFolder, builder.DataSource));
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }

        return builder.ToString();
    }
}
