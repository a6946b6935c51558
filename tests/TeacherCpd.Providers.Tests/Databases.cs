using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Providers.Tests;

/// <summary>
/// The databases on which a test runs. SQLite is always there. PostgreSQL is skipped, for everybody to see, where no
/// server is named; SQL Server, which cannot be installed everywhere, joins in where one is.
/// </summary>
public sealed class Databases : TheoryData<DatabaseProvider>
{
    /// <summary>Lists them.</summary>
    public Databases()
    {
        Add(DatabaseProvider.Sqlite);
        Add(new TheoryDataRow<DatabaseProvider>(DatabaseProvider.PostgreSql)
        {
            Skip = TestDatabase.IsThere(DatabaseProvider.PostgreSql)
                ? null
                : $"{TestDatabase.VariableOf(DatabaseProvider.PostgreSql)} names no server.",
        });
        if (TestDatabase.IsThere(DatabaseProvider.SqlServer))
        {
            Add(DatabaseProvider.SqlServer);
        }
    }
}
