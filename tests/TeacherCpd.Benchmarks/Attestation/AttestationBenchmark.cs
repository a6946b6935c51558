using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Benchmarks.Year;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Attestation;

/// <summary>How long two editions of the rules take for all teachers of the country, and the list of a region after it.</summary>
internal static class AttestationBenchmark
{
    private static readonly string[] Categories = ["teacher", "moderator", "moderator", "expert", "expert", "researcher", "master", "first"];

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var app = await TestApp.StartAsync();
        var begun = Stopwatch.GetTimestamp();
        await app.SendAsSystem(new SeedReferenceDataCommand());
        var people = new YearPeople();
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var writer = new BulkWriter(db);
            await writer.OpenAsync();
            await people.WriteAsync(db, writer);
            await writer.WriteAsync(Enumerable.Range(0, YearPeople.Teachers).Select(i => RecordOf(people.Teacher(i), i)));
            await writer.FinishAsync();
        });
        Console.Error.WriteLine($"The data took {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s");

        var ministry = people.Officers[0];
        var edition = await app.LookAsync(db => db.RuleSets.SingleAsync());
        var draft = (await app.SendAs(ministry, new DraftEditionCommand(
            Guid.CreateVersion7(), edition.Id, "benchmark", "benchmark", null, [new("term/years/teacher", "4"), new("test/thresholds/teacher/percent/expert", "75")]))).Value;
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        var id = (await app.SendAs(ministry, new AskForSimulationCommand(Guid.CreateVersion7(), edition.Id, draft, today))).Value;

        begun = Stopwatch.GetTimestamp();
        await app.SendAsSystem(new RunSimulationCommand(id));
        var simulated = Stopwatch.GetElapsedTime(begun);
        var view = (await app.SendAs(ministry, new GetSimulationQuery(id, null, null, 1))).Value;

        begun = Stopwatch.GetTimestamp();
        var list = (await app.SendAs(ministry, new GetSimulationQuery(id, view.ByRegion[0].Path, TrialEffect.DueEarlier, 1))).Value.List!;
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, SQLite");
        Console.WriteLine($"simulation of {view.Simulation.People} people: {simulated.TotalSeconds:0.0} s");
        Console.WriteLine($"list of a region, {list.Total} people concerned: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s");
    }

    private static CategoryRecord RecordOf(Guid person, int number)
    {
        var granted = new DateOnly(2021, 3, 1).AddDays(number % 1_700);
        var category = Categories[number % Categories.Length];
        return new CategoryRecord
        {
            PersonId = person,
            Category = category,
            GrantedOn = granted,
            ValidUntil = category == "teacher" ? null : granted.AddYears(5),
            Ground = string.Create(CultureInfo.InvariantCulture, $"№ {number}"),
        };
    }
}
