using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Infrastructure.Replay;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Replay;

/// <summary>One per cent of the year 2022, by the commands of the application.</summary>
public sealed class Replay2022Tests
{
    private static readonly Year2022 Tables = Year2022.Read();

    [Fact]
    public async Task One_per_cent_of_the_year_gives_every_table_in_proportion_and_texts_are_flagged_because_they_are_copied()
    {
        await using var app = await TestApp.StartAsync(change: services => services.AddReplay());
        var plan = ReplayPlan.Make(Tables, 0.01m);

        var figures = await RunAsync(app, plan);

        Assert.Equal([], figures.Where(f => !f.Agrees).Select(f => f.ToString()));
        Assert.Equal(430, figures.Single(f => f is { Table: "T09", Row: "all" }).Reported);

        // far on both sides of the threshold: chance decides nothing
        var checks = await app.LookAsync(db => db.OriginalityChecks.Where(c => c.Status == CheckStatus.Done).Select(c => c.ReviewedPermille).ToListAsync());
        Assert.Equal(plan.Tables.Assessed.Sum(a => a.Reports) * 2, checks.Count);
        Assert.All(checks, c => Assert.False(c is > 150 and < 450, $"{c} of a thousand"));
        Assert.Equal(0, await app.LookAsync(db => db.OriginalityCases.CountAsync()));
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_anything_it_goes_on_to_the_same_figures()
    {
        await using var app = await TestApp.StartAsync(change: services => services.AddReplay());
        var plan = ReplayPlan.Make(Tables, 0.005m);
        using var stop = new CancellationTokenSource();
        await app.UseAsync(services => Assert.ThrowsAsync<OperationCanceledException>(() => new Replay2022(services, Tables, plan).RunAsync(
            (step, of, _) =>
            {
                if (step == of / 2)
                {
                    stop.Cancel();
                }
            },
            stop.Token)));

        // as after a loss of power: a third of the steps were done, and nobody wrote down that they were
        await app.LookAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"ScheduleRuns\" SET \"FinishedAt\" = '2022-03-01 00:00:00' WHERE \"Name\" LIKE 'replay-2022%'"));
        var figures = await RunAsync(app, plan);

        Assert.Equal([], figures.Where(f => !f.Agrees).Select(f => f.ToString()));

        // finished, it does nothing more
        var audited = await app.LookAsync(db => db.AuditProcesses.CountAsync());
        Assert.Equal(figures, await RunAsync(app, plan));
        Assert.Equal(audited, await app.LookAsync(db => db.AuditProcesses.CountAsync()));
        await app.UseAsync(services => Assert.ThrowsAsync<NotAReplayException>(() => new Replay2022(services, Tables, ReplayPlan.Make(Tables, 0.01m)).RunAsync(null, CancellationToken.None)));
    }

    [Fact]
    public async Task At_full_size_everything_that_differs_from_print_is_explained()
    {
        await using var app = await TestApp.StartAsync(change: services => services.AddReplay());
        await app.UseAsync(async services =>
        {
            var replay = new Replay2022(services, Tables, ReplayPlan.Make(Tables, 1m));
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAsync<OperationCanceledException>(() => replay.RunAsync((_, _, _) => stop.Cancel(), stop.Token));

            var explained = (await replay.CompareAsync(CancellationToken.None)).Where(f => f.Printed is not null && f.Printed != f.Planned).ToList();

            Assert.Equal(
                [(18_940, 18_938), (24_055, 24_053), (23_339, 23_399), (1224, 1227), (35_436, 35_437), (33_559, 33_258)],
                explained.Select(f => (f.Printed!.Value, f.Planned)));
            Assert.All(explained, f => Assert.False(f.Note is null or "not explained", f.ToString()));
        });
    }

    [Fact]
    public async Task A_database_with_people_is_refused()
    {
        await using var app = await TestApp.StartAsync(change: services => services.AddReplay());
        await app.LookAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"Persons\" (\"Id\", \"Iin\", \"FamilyName\", \"GivenName\", \"SortKey\", \"Language\", \"Revision\") VALUES ('00000001-0000-7000-8000-000000000001', '850101400011', 'Т', 'Т', '10', 'Kk', 0)"));

        await app.UseAsync(services => Assert.ThrowsAsync<NotAReplayException>(() => new Replay2022(services, Tables, ReplayPlan.Make(Tables, 0.01m)).RunAsync(null, CancellationToken.None)));
    }

    private static async Task<IReadOnlyList<ComparedFigure>> RunAsync(TestApp app, ReplayPlan plan)
    {
        IReadOnlyList<ComparedFigure> figures = [];
        await app.UseAsync(async services =>
        {
            var replay = new Replay2022(services, Tables, plan);
            await replay.RunAsync(null, CancellationToken.None);
            figures = await replay.CompareAsync(CancellationToken.None);
        });
        return figures;
    }
}
