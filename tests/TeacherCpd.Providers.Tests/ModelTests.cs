using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Providers.Tests;

public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void No_change_of_the_model_waits_for_its_migration(DatabaseProvider provider)
    {
        using var db = ModelOf.Context(provider);

        Assert.False(db.Database.HasPendingModelChanges(), "Run migrations/add.sh with a name.");
    }

    [Fact]
    public void The_three_databases_have_migrations_of_the_same_names()
    {
        var names = Enum.GetValues<DatabaseProvider>().Select(provider =>
        {
            using var db = ModelOf.Context(provider);
            return string.Join(", ", db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]));
        });

        Assert.Single(names.Distinct());
    }

    [Fact]
    public void The_migration_script_is_sql_that_sql_server_takes()
    {
        using var db = ModelOf.Context(DatabaseProvider.SqlServer);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
        TransactSql.Parse(script);
    }

    [Fact]
    public void The_parser_notices_what_is_not_sql() =>
        Assert.Throws<InvalidOperationException>(() => TransactSql.Parse("SELECT FROM WHERE"));
}
