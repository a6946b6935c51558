using Microsoft.EntityFrameworkCore;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Persistence;

/// <summary>Contexts that are asked about model and SQL only and never connect.</summary>
public static class ModelOf
{
    /// <summary>A context of a provider.</summary>
    public static AppDbContext Context(DatabaseProvider provider)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseProvider(
            new DatabaseSettings
            {
                Provider = provider,
                ConnectionString = provider switch
                {
                    DatabaseProvider.SqlServer => "Server=localhost",
                    DatabaseProvider.PostgreSql => "Host=localhost",
                    _ => "Data Source=:memory:",
                },
            },
            new StorageSettings());
        return new AppDbContext(options.Options);
    }
}
