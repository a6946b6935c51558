using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Benchmarks.Year;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Exchange;

/// <summary>
/// How fast the interface for programs answers a record of one of the teachers of the country, asked for at a fixed rate whether the answers come or not. The
/// program that asks runs beside the site on the same cores.
/// </summary>
internal static class ApiBenchmark
{
    private const int PerSecond = 200;
    private const int WarmSeconds = 10;
    private const int Seconds = 30;
    private const int People = 5_000;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var app = await TestApp.StartAsync();
        app.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await app.SendAsSystem(new SeedReferenceDataCommand());
        var administrator = await SeedAsync(app);
        var token = (await app.SendAs(administrator, new MakeApiTokenCommand(Guid.CreateVersion7(), "benchmark", [ApiScope.ReadRegister], 1))).Value.Secret;
        var total = await app.LookAsync(db => db.Persons.CountAsync());
        var ids = await app.LookAsync(db => db.Persons.Where(p => p.Employments.Any(e => e.To == null)).OrderBy(p => p.SortKey).Select(p => p.Id).Take(People * 20).ToListAsync());
        var random = new Random(1);
        var asked = ids.OrderBy(_ => random.Next()).Take(People).ToArray();
        await using var site = await SiteProcess.StartAsync(app.Settings.Concat(new Dictionary<string, string?>
        {
            ["Jobs:RunHere"] = "false",
            ["Exchange:RequestsPerMinute"] = "1000000",
        }));
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Console.WriteLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, SQLite; {total} people");
        await AskAsync(client, asked, WarmSeconds);
        var worked = site.Worked;
        var times = await AskAsync(client, asked, Seconds);
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a record at {PerSecond} requests a second for {Seconds} s: p50 {times[times.Length / 2]:0.0} ms, p95 {times[(int)(times.Length * 0.95)]:0.0} ms, p99 {times[(int)(times.Length * 0.99)]:0.0} ms, worst {times[^1]:0.0} ms; the site worked {(site.Worked - worked).TotalMilliseconds / times.Length:0.00} core ms a request, {site.Megabytes} MB"));
    }

    // the time of a request begins when it is due, not when a connection is free for it
    private static async Task<double[]> AskAsync(HttpClient client, Guid[] people, int seconds)
    {
        var begun = Stopwatch.GetTimestamp();
        var requests = new List<Task<double>>();
        for (var number = 0; number < PerSecond * seconds; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond);
            if (due - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            requests.Add(OneAsync(client, people[number % people.Length], begun, due));
        }

        return await Task.WhenAll(requests);
    }

    private static async Task<double> OneAsync(HttpClient client, Guid id, long begun, TimeSpan due)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/people/{id}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(begun) - due).TotalMilliseconds;
    }

    private static async Task<Person> SeedAsync(TestApp app)
    {
        var administrator = new Person { Iin = "850101400011", FamilyName = "Тексеруші", GivenName = "Айша", SortKey = Domain.Common.SortKey.Of("Тексеруші Айша") };
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var writer = new BulkWriter(db);
            await writer.OpenAsync();
            await new YearPeople().WriteAsync(db, writer);
            await writer.FinishAsync();
            administrator.Receives(Role.Administrator, await db.Organisations.Where(o => o.ParentId == null && o.Kind == Domain.Organisations.OrganisationKind.Ministry).Select(o => o.Id).SingleAsync());
            db.Persons.Add(administrator);
            await services.GetRequiredService<AuditTrail>().SaveAsync("Benchmark", CancellationToken.None);
        });
        return administrator;
    }
}
