using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Providers.Tests;

/// <summary>From nothing to a database with reference data.</summary>
public sealed class MigrationTests
{
    [Theory]
    [ClassData(typeof(Databases))]
    public async Task An_empty_database_is_brought_up_to_date_and_a_second_time_nothing_is_left_to_do(DatabaseProvider provider)
    {
        var folder = TestDatabase.NewFolder();
        using var database = TestDatabase.CreateEmpty(provider, folder);
        await using var app = await TestApp.StartAsync(new Dictionary<string, string?>(database.Settings) { ["Storage:DataFolder"] = folder });

        for (var time = 0; time < 2; time++)
        {
            await app.LookAsync(async db =>
            {
                await db.Database.MigrateAsync();
                return 0;
            });
        }

        Assert.Empty(await app.LookAsync(async db => await db.Database.GetPendingMigrationsAsync()));
        Assert.Null((await app.SendAsSystem(new SeedReferenceDataCommand())).Error);
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Reference_data_seeded_twice_are_the_same(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);

        var first = await app.SendAsSystem(new SeedReferenceDataCommand());
        var again = await app.SendAsSystem(new SeedReferenceDataCommand());

        Assert.Equal(41, first.Value.Programmes);
        Assert.Equal(new SeededReferenceData(0, 0, 0, 0), again.Value);
        Assert.Null((await app.SendAsSystem(new VerifyAuditChainQuery())).Value.BrokenAt);
    }

    [Theory]
    [ClassData(typeof(Databases))]
    public async Task Two_nodes_that_seed_at_once_seed_once(DatabaseProvider provider)
    {
        await using var app = await Start.OnAsync(provider);

        var both = await Task.WhenAll(app.SendAsSystem(new SeedReferenceDataCommand()), app.SendAsSystem(new SeedReferenceDataCommand()));

        Assert.Equal([0, 41], both.Select(s => s.Value.Programmes).Order());
        Assert.Equal(41, await app.LookAsync(db => db.Programmes.CountAsync()));
    }
}
