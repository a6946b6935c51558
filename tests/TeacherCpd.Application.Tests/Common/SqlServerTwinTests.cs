using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Common;

public sealed class SqlServerTwinTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Queries_of_a_use_case_are_parsed_as_sql_server_would_see_them()
    {
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        Assert.Null((await app.SendAs(coordinator, new GetGroupFormQuery())).Error);

        Assert.True(SqlServerTwin.Parsed > 0);
    }

    [Fact]
    public async Task A_query_that_only_another_database_takes_is_noticed()
    {
        // an offset without an order: SQLite takes it, SQL Server needs a translation of its own and says so
        var error = await Record.ExceptionAsync(() => app.LookAsync(db =>
            db.Organisations.Where(o => EF.Functions.Glob(o.Code, "k*")).CountAsync()));

        Assert.IsType<InvalidOperationException>(error);
    }
}
