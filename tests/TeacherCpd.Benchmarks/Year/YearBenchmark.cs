using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Year;

/// <summary>
/// How fast the use cases answer on a database of a year of the country, through the whole pipeline and as the people who
/// use them: on SQLite, and on PostgreSQL where a server is named.
/// </summary>
internal static class YearBenchmark
{
    private const int Warming = 30;
    private const int Times = 200;

    /// <summary>A morning of the autumn: a third of the groups of the year recruit, and those that begun are in all states.</summary>
    private static readonly DateTimeOffset Now = new(2026, 9, 15, 4, 0, 0, TimeSpan.Zero);

    /// <summary>Measures and writes a table.</summary>
    /// <param name="postgreSql">Server on which a database may be made; null where there is none.</param>
    public static async Task RunAsync(string? postgreSql)
    {
        var tables = new List<(DatabaseProvider Provider, Dictionary<string, string> Cells)> { (DatabaseProvider.Sqlite, await MeasureAsync(DatabaseProvider.Sqlite)) };
        if (postgreSql is not null)
        {
            Environment.SetEnvironmentVariable(TestDatabase.VariableOf(DatabaseProvider.PostgreSql), postgreSql);
            tables.Add((DatabaseProvider.PostgreSql, await MeasureAsync(DatabaseProvider.PostgreSql)));
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}; {Times} runs each after {Warming} to warm up, in ms; core is what the cores worked for a run here, without what a server of its own did.");
        Console.WriteLine();
        Console.WriteLine($"| use case | {string.Join(" | ", tables.Select(t => $"{t.Provider} median | p95 | max | core"))} |");
        Console.WriteLine($"|---|{string.Concat(tables.Select(_ => "---|---|---|---|"))}");
        foreach (var name in tables[0].Cells.Keys)
        {
            Console.WriteLine($"| {name} | {string.Join(" | ", tables.Select(t => t.Cells[name]))} |");
        }
    }

    private static async Task<Dictionary<string, string>> MeasureAsync(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider: provider, change: services => services.AddSingleton<IInterceptor, SlowStatements>());
        app.Time.SetUtcNow(Now);
        var from = Stopwatch.GetTimestamp();
        var cases = new YearCases(app, await MakeAsync(app));
        Console.Error.WriteLine($"{provider}: the data took {Stopwatch.GetElapsedTime(from).TotalSeconds:0} s");
        var cells = new Dictionary<string, string>();
        foreach (var (name, send) in cases.All)
        {
            for (var i = 0; i < Warming; i++)
            {
                await send(Times + i);
            }

            var worked = Environment.CpuUsage.TotalTime;
            var times = new double[Times];
            for (var i = 0; i < Times; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                await send(i);
                times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }

            Array.Sort(times);
            cells[name] = $"{times[Times / 2]:0.0} | {times[Times * 95 / 100]:0.0} | {times[^1]:0.0} | {(Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / Times:0.0}";
            Console.Error.WriteLine($"{provider} | {name} | {cells[name]} |");
        }

        return cells;
    }

    private static async Task<YearGroups> MakeAsync(TestApp app)
    {
        var seeded = await app.SendAsSystem(new SeedReferenceDataCommand());
        Console.Error.WriteLine($"{seeded.Value.Programmes} programmes");
        var people = new YearPeople();
        var groups = new YearGroups(people, new DateOnly(Now.Year, Now.Month, Now.Day));
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var writer = new BulkWriter(db);
            await writer.OpenAsync();
            await people.WriteAsync(db, writer);
            await groups.WriteAsync(db, writer);
            await writer.FinishAsync();
        });

        // after everybody there is nobody left but the counts of the regions
        await app.SendAsSystem(new RebuildTrainingStatesCommand(Guid.AllBitsSet));
        return groups;
    }
}
