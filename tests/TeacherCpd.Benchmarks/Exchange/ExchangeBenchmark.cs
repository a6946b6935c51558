using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Benchmarks.Year;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Exchange;

/// <summary>
/// How long a file with 400,000 people takes to be read, compared with the teachers of the country, followed and taken back, with how much memory; then an
/// export of everybody, and one of changes.
/// </summary>
internal static class ExchangeBenchmark
{
    private const int Rows = 400_000;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var app = await TestApp.StartAsync();
        await app.SendAsSystem(new SeedReferenceDataCommand());
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var writer = new BulkWriter(db);
            await writer.OpenAsync();
            await new YearPeople().WriteAsync(db, writer);
            await writer.FinishAsync();
        });
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "staff.csv");
        await WriteAsync(app, path);
        var place = await app.LookAsync(db => db.Organisations.Where(o => o.ParentId == null).Select(o => o.Id).SingleAsync());
        var day = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);

        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, SQLite; file of {new FileInfo(path).Length / 1_000_000} MB");
        GC.Collect();
        await using var file = File.OpenRead(path);
        var begun = Stopwatch.GetTimestamp();
        var id = (await app.SendAsSystem(new ReceiveRegisterCommand(RegisterKind.Staff, day, place, file, "staff.csv"))).Value;
        Print("read", begun);
        begun = Stopwatch.GetTimestamp();
        await app.SendAsSystem(new RunRegisterImportCommand(id));
        Print("compared", begun);
        begun = Stopwatch.GetTimestamp();
        var view = (await app.SendAsSystem(new GetRegisterImportQuery(id, RegisterFinding.NewWorkplace, 300))).Value;
        Print($"a page of the differences ({string.Join(", ", view.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"))})", begun);
        begun = Stopwatch.GetTimestamp();
        var first = await ExportAsync(app, place, onlyChanges: false);
        Print($"export of everybody, {first} rows", begun);
        begun = Stopwatch.GetTimestamp();
        await app.SendAsSystem(new ConfirmRegisterImportCommand(id, [RegisterFinding.OnlyThere, RegisterFinding.NewWorkplace, RegisterFinding.OtherPosition]));
        await app.SendAsSystem(new RunRegisterImportCommand(id));
        Print($"followed, {(await app.SendAsSystem(new GetRegisterImportQuery(id, null, 1))).Value.Written} records written", begun);
        begun = Stopwatch.GetTimestamp();
        var changes = await ExportAsync(app, place, onlyChanges: true);
        Print($"export of what changed, {changes} rows", begun);
        begun = Stopwatch.GetTimestamp();
        await app.SendAsSystem(new UndoRegisterImportCommand(id));
        await app.SendAsSystem(new RunRegisterImportCommand(id));
        Print("taken back", begun);
    }

    private static void Print(string what, long begun) => Console.WriteLine(
        $"{what}: {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s, most memory so far {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");

    private static async Task<int> ExportAsync(TestApp app, Guid place, bool onlyChanges)
    {
        var id = (await app.SendAsSystem(new AskForRegisterExportCommand(Guid.CreateVersion7(), place, onlyChanges))).Value;
        await app.SendAsSystem(new RunRegisterExportCommand(id));
        return await app.LookAsync(db => db.RegisterExports.Where(e => e.Id == id).Select(e => e.Rows).SingleAsync());
    }

    // of 100 people 3 moved, 2 have another position, 2 are new and 1 is written wrongly
    private static Task WriteAsync(TestApp app, string path) => app.UseAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var schools = await db.Organisations.Where(o => o.Kind == Domain.Organisations.OrganisationKind.School).OrderBy(o => o.Path).Select(o => new { o.Id, o.Code }).ToListAsync();
        var codes = schools.ToDictionary(s => s.Id, s => s.Code);
        await using var file = new StreamWriter(path, append: false, Encoding.UTF8);
        await file.WriteLineAsync("ЖСН;Тегі;Аты;Ұйым коды;Лауазымы");
        var number = 0;
        await foreach (var row in db.Persons
            .SelectMany(p => p.Employments.Where(e => e.To == null), (p, e) => new { p.Iin, p.FamilyName, p.GivenName, e.OrganisationId, e.Position })
            .Take(Rows)
            .AsAsyncEnumerable())
        {
            var kind = number++ % 100;
            var code = kind < 3 ? schools[number % schools.Count].Code : codes.GetValueOrDefault(row.OrganisationId, "S1");
            var iin = kind == 5 ? row.Iin[..^1] + (char)('0' + ((row.Iin[^1] - '0' + 1) % 10))
                : kind is 6 or 7 ? NewIin(number)
                : row.Iin;
            var position = kind is 3 or 4 ? "директордың орынбасары" : row.Position switch { Position.Head => "директор", Position.Deputy => "директордың орынбасары", _ => "мұғалім" };
            await file.WriteLineAsync($"{iin};{row.FamilyName};{row.GivenName};{code};{position}");
        }
    });

    private static string NewIin(int number)
    {
        for (var serial = number; ; serial += 7)
        {
            var day = new DateOnly(1955, 1, 1).AddDays(serial / 1_000);
            var eleven = string.Create(CultureInfo.InvariantCulture, $"{day:yyMMdd}3{serial % 10_000:0000}");
            if (Iin.CheckDigit(eleven) is { } digit)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{eleven}{digit}");
            }
        }
    }
}
