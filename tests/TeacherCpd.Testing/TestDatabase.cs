using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Testing;

/// <summary>An empty SQLite database a test has for itself: a copy of one that the migrations made once in this process.</summary>
public static class TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeAsync);

    /// <summary>Lays a migrated database into a folder and gives its file.</summary>
    public static async Task<string> CreateAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "teachercpd.db");
        File.Copy(await Template.Value, file);
        return file;
    }

    /// <summary>A folder of its own under the temporary one.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), "teachercpd-tests", Guid.CreateVersion7().ToString("N"));

    private static async Task<string> MakeAsync()
    {
        var folder = NewFolder();
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "template.db");
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseProvider(
            new DatabaseSettings { ConnectionString = $"Data Source={file};Pooling=False" },
            new StorageSettings { DataFolder = folder });
        await using (var db = new AppDbContext(options.Options))
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return file;
    }
}
