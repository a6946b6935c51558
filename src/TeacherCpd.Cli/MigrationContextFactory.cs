using Microsoft.EntityFrameworkCore.Design;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Cli;

/// <summary>For <c>migrations/add.sh</c>: the provider is the argument after the double dash.</summary>
public sealed class MigrationContextFactory : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) => ModelOf.Context(Enum.Parse<DatabaseProvider>(args[0]));
}
