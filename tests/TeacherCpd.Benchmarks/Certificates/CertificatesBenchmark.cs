using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Certificates.Batches;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Benchmarks.Pages;
using TeacherCpd.Benchmarks.Year;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;
using SortKey = TeacherCpd.Domain.Common.SortKey;

namespace TeacherCpd.Benchmarks.Certificates;

/// <summary>
/// How long a batch of a thousand certificates takes with their files and credentials, and how the public page answers among half a
/// million of them.
/// </summary>
internal static class CertificatesBenchmark
{
    private const int InBatch = 1000;
    private const int InRegister = 500_000;
    private const int PerSecond = 200;
    private const int Seconds = 20;
    private const int Warming = 400;

    /// <summary>Measures both and prints.</summary>
    /// <param name="postgreSql">Server on which a database for the batch may be made; null: SQLite.</param>
    /// <param name="isPageOnly">Whether the batch is left out.</param>
    public static async Task RunAsync(string? postgreSql, bool isPageOnly)
    {
        if (postgreSql is not null)
        {
            Environment.SetEnvironmentVariable(TestDatabase.VariableOf(DatabaseProvider.PostgreSql), postgreSql);
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}");
        if (!isPageOnly)
        {
            await IssueAsync(postgreSql is null ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql);
        }

        await VerifyAsync();
    }

    private static async Task IssueAsync(DatabaseProvider provider)
    {
        await using var app = await TestApp.StartAsync(provider: provider);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var group = await app.Data.GroupAsync(status: GroupStatus.Closed, capacity: 200);
        var people = Enumerable.Range(1, InBatch).Select(i => new Person
        {
            Iin = TestData.NewIin(5000 + i),
            FamilyName = "Әбдіқадырова",
            GivenName = string.Create(CultureInfo.InvariantCulture, $"Айгүл {i}"),
            SortKey = SortKey.Of($"Әбдіқадырова Айгүл {i}"),
            Email = string.Create(CultureInfo.InvariantCulture, $"b{i}@mektep.example"),
            Language = Language.Kk,
        }).ToList();
        await app.Data.SaveAsync(people);
        await app.Data.SaveAsync(people.Select((person, i) =>
        {
            var enrolment = new Enrolment
            {
                GroupId = group.Id,
                PersonId = person.Id,
                ListenerCode = string.Create(CultureInfo.InvariantCulture, $"B{i:00000}"),
                AppliedAt = TestApp.Start.UtcDateTime,
            };
            enrolment.Accept(TestApp.Start.UtcDateTime);
            enrolment.Finish(EnrolmentStatus.Recommended);
            return enrolment;
        }));
        var batch = (await app.SendAs(coordinator, new AskForBatchCommand(Guid.CreateVersion7(), group.Id, CertificateKind.Course))).Value;

        var worked = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        if ((await app.SendAsSystem(new RunBatchCommand(batch))).Error is { } error)
        {
            throw new InvalidOperationException(error.Code);
        }

        var issued = watch.Elapsed;
        var certificates = await app.LookAsync(db => db.Certificates.Where(c => c.SealedAt != null).Select(c => new { c.Id, c.PersonId }).ToListAsync());
        var holders = people.ToDictionary(p => p.Id);
        foreach (var certificate in certificates)
        {
            _ = (await app.SendAs(holders[certificate.PersonId], new GetCredentialQuery(certificate.Id))).Value;
        }

        Console.WriteLine($"{certificates.Count} certificates issued with their PDFs on {provider}: {issued.TotalSeconds:0.0} s; their credentials: {(watch.Elapsed - issued).TotalSeconds:0.0} s; one core worked {(Environment.CpuUsage.TotalTime - worked).TotalSeconds:0.0} s for all");
    }

    private static async Task VerifyAsync()
    {
        Environment.SetEnvironmentVariable("Verification__PerMinute", "1000000");
        var codes = new string[InRegister];
        await using var site = await RunningSite.StartAsync(services => FillAsync(services.GetRequiredService<AppDbContext>(), codes));
        using var client = new HttpClient { BaseAddress = site.Address };
        var random = new Random(20261127);
        for (var i = 0; i < Warming; i++)
        {
            await AskAsync(client, codes[random.Next(codes.Length)]);
        }

        // at a steady pace, whatever the answers take: a slow one keeps no later one back
        var worked = site.Worked;
        var watch = Stopwatch.StartNew();
        var answers = new List<Task<double>>(PerSecond * Seconds);
        for (var i = 0; i < PerSecond * Seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond);
            if (due > watch.Elapsed)
            {
                await Task.Delay(due - watch.Elapsed);
            }

            answers.Add(AskAsync(client, codes[random.Next(codes.Length)]));
        }

        var times = await Task.WhenAll(answers);
        var took = watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        Console.WriteLine($"public page among {InRegister} certificates (SQLite), {times.Length / took:0} requests a second for {took:0} s: median {times[times.Length / 2]:0.0} ms, p95 {times[times.Length * 95 / 100]:0.0} ms, p99 {times[times.Length * 99 / 100]:0.0} ms; a core worked {(site.Worked - worked).TotalMilliseconds / times.Length:0.00} ms a request");
    }

    private static async Task<double> AskAsync(HttpClient client, string code)
    {
        var from = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri($"/verify/{code}", UriKind.Relative));
        _ = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK
            ? Stopwatch.GetElapsedTime(from).TotalMilliseconds
            : throw new InvalidOperationException($"{code} answers {answer.StatusCode}.");
    }

    private static async Task FillAsync(AppDbContext db, string[] codes)
    {
        var known = await db.Certificates.AsNoTracking().FirstAsync();
        var writer = new BulkWriter(db);
        await writer.OpenAsync();
        await writer.WriteAsync(Enumerable.Range(0, InRegister).Select(i => new Certificate
        {
            Serial = string.Create(CultureInfo.InvariantCulture, $"B-{i:000000}"),
            VerificationCode = codes[i] = string.Create(CultureInfo.InvariantCulture, $"{(uint)i * 2654435761u:X8}00000000{i:0000000000}"),
            OrganisationId = known.OrganisationId,
            SubjectId = Guid.CreateVersion7(),
            PersonId = known.PersonId,
            ProgrammeVersionId = known.ProgrammeVersionId,
            HolderName = string.Create(CultureInfo.InvariantCulture, $"Әбдіқадырова Айгүл {i}"),
            ProgrammeTitle = known.ProgrammeTitle,
            ProgrammeCode = known.ProgrammeCode,
            ProgrammeVersionNumber = 1,
            Hours = 80,
            StartedOn = known.StartedOn,
            EndedOn = known.EndedOn,
            IssuedOn = known.IssuedOn,
            Issuer = known.Issuer,
            StatusNumber = 1_000_000 + i,
        }));
        await writer.FinishAsync();
    }
}
