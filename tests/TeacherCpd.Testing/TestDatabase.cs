using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Testing;

/// <summary>
/// An empty, migrated database that a test has for itself, gone when the test ends. SQLite needs nothing; a server is
/// named by an environment variable (see <see cref="VariableOf"/>). The migrations run once in a process, and every
/// test gets a copy; SQL Server cannot copy and migrates each time.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MakePostgreSqlTemplateAsync);

    private TestDatabase(DatabaseProvider provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

    /// <summary>The database of tests that name none: SQLite unless <c>TEACHERCPD_TEST_DATABASE</c> names another.</summary>
    public static DatabaseProvider Usual { get; } =
        Enum.Parse<DatabaseProvider>(Environment.GetEnvironmentVariable("TEACHERCPD_TEST_DATABASE") ?? nameof(DatabaseProvider.Sqlite));

    /// <summary>Which one.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>Where it is.</summary>
    public string ConnectionString { get; }

    /// <summary>The settings that lead the product to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Provider.ToString(),
        ["Database:ConnectionString"] = ConnectionString,
    };

    /// <summary>The environment variable with the connection string of a server on which tests may make databases.</summary>
    public static string VariableOf(DatabaseProvider provider) => $"TEACHERCPD_TEST_{provider.ToString().ToUpperInvariant()}";

    /// <summary>Whether tests can run on a database here.</summary>
    public static bool IsThere(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite || ServerOf(provider) is not null;

    /// <summary>Makes a migrated database; a folder of its own is there for it.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider, string folder)
    {
        Directory.CreateDirectory(folder);
        switch (provider)
        {
            case DatabaseProvider.SqlServer:
                var database = CreateEmpty(provider, folder);
                await database.MigrateAsync();
                return database;
            case DatabaseProvider.PostgreSql:
                var name = NewName();
                OnServer(provider, $"CREATE DATABASE {name} TEMPLATE {await PostgreSqlTemplate.Value}");
                return new TestDatabase(provider, WithDatabase(provider, name));
            default:
                File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "teachercpd.db"));
                return new TestDatabase(provider, "Data Source=teachercpd.db");
        }
    }

    /// <summary>Makes a database without tables.</summary>
    public static TestDatabase CreateEmpty(DatabaseProvider provider, string folder)
    {
        Directory.CreateDirectory(folder);
        if (provider == DatabaseProvider.Sqlite)
        {
            return new TestDatabase(provider, "Data Source=teachercpd.db");
        }

        // in a Kazakh locale, where there is a choice, so that no order that the product shows can be that of bytes by luck
        var name = NewName();
        OnServer(provider, provider == DatabaseProvider.PostgreSql
            ? $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'kk-KZ'"
            : $"CREATE DATABASE {name}");
        return new TestDatabase(provider, WithDatabase(provider, name));
    }

    /// <summary>A folder of its own under the temporary one.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "teachercpd-tests", Guid.CreateVersion7().ToString("N"));

    /// <inheritdoc/>
    public void Dispose()
    {
        ForgetConnections();
        if (Provider != DatabaseProvider.Sqlite)
        {
            OnServer(Provider, $"DROP DATABASE {Name}");
        }
    }

    private string Name => Provider == DatabaseProvider.PostgreSql
        ? new NpgsqlConnectionStringBuilder(ConnectionString).Database!
        : new SqlConnectionStringBuilder(ConnectionString).InitialCatalog;

    private static string? ServerOf(DatabaseProvider provider) =>
        Environment.GetEnvironmentVariable(VariableOf(provider)) is { Length: > 0 } server ? server : null;

    private static string NewName() => $"teachercpd_test_{Guid.CreateVersion7():N}";

    private static string WithDatabase(DatabaseProvider provider, string name)
    {
        var server = ServerOf(provider) ?? throw new InvalidOperationException($"{VariableOf(provider)} is not set.");
        return provider == DatabaseProvider.PostgreSql
            ? new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()
            : new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
    }

    // not awaited, as the template is dropped while the process ends
    private static void OnServer(DatabaseProvider provider, string statement)
    {
        using System.Data.Common.DbConnection connection = provider == DatabaseProvider.PostgreSql
            ? new NpgsqlConnection(WithDatabase(provider, "postgres"))
            : new SqlConnection(WithDatabase(provider, "master"));
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names made here
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = NewFolder();
        using (var template = CreateEmpty(DatabaseProvider.Sqlite, folder))
        {
            await template.MigrateAsync(folder, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return Path.Combine(folder, "teachercpd.db");
    }

    private static async Task<string> MakePostgreSqlTemplateAsync()
    {
        var template = CreateEmpty(DatabaseProvider.PostgreSql, NewFolder());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Dispose();
        await template.MigrateAsync();

        // a template is copied only while nobody is connected to it
        template.ForgetConnections();
        return template.Name;
    }

    private void ForgetConnections()
    {
        switch (Provider)
        {
            case DatabaseProvider.PostgreSql:
                using (var connection = new NpgsqlConnection(ConnectionString))
                {
                    NpgsqlConnection.ClearPool(connection);
                }

                break;
            case DatabaseProvider.SqlServer:
                using (var connection = new SqlConnection(ConnectionString))
                {
                    SqlConnection.ClearPool(connection);
                }

                break;
            default:
                SqliteConnection.ClearAllPools();
                break;
        }
    }

    private async Task MigrateAsync(string folder = "", string? afterwards = null)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseProvider(
            new DatabaseSettings { Provider = Provider, ConnectionString = ConnectionString },
            new StorageSettings { DataFolder = folder });
        await using var db = new AppDbContext(options.Options);
        await db.Database.MigrateAsync();
        if (afterwards is not null)
        {
            await db.Database.ExecuteSqlRawAsync(afterwards);
        }
    }
}
