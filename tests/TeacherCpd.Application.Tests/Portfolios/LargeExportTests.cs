using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>Two thousand portfolios take as much memory as two hundred. Measured while no other test runs.</summary>
[Collection<AloneInTheProcess>]
public sealed class LargeExportTests
{
    private const int People = 2000;
    private const int FileBytes = 20_000;
    private const int LookEvery = 100;
    private const long MostGrowth = 4 * 1024 * 1024;

    [Fact]
    public async Task Two_thousand_portfolios_do_not_take_more_memory_as_they_go_on()
    {
        await using var app = await TestApp.StartAsync(
            change: services => services.AddSingleton<IFileStore>(provider => new TroubledFiles(provider.GetRequiredService<FolderFileStore>())));
        var group = await app.Data.GroupAsync(status: GroupStatus.Studying, capacity: People);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        TroubledFiles files = null!;
        await app.UseAsync(async services =>
        {
            files = (TroubledFiles)services.GetRequiredService<IFileStore>();
            await SeedAsync(services, files, group, app.Time.UtcNow());
        });
        var held = new List<long>();
        var opened = 0;
        files.BeforeOpening = () =>
        {
            if (++opened % LookEvery == 0)
            {
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
            }
        };
        var exportId = (await app.SendAs(coordinator, new AskForExportCommand(Guid.CreateVersion7(), new ExportFilter()))).Value;

        var watch = Stopwatch.StartNew();
        await app.SendAsSystem(new RunExportCommand(exportId));

        var export = await app.LookAsync(db => db.PortfolioExports.Include(e => e.Parts).SingleAsync(e => e.Id == exportId));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalSeconds:0.0} s, {export.Parts.Sum(p => p.Bytes)} bytes in {export.Parts.Count} parts, held {held.Min() / 1024} to {held.Max() / 1024} KB"));
        Assert.Equal((ExportStatus.Ready, People, 10), (export.Status, export.Parts.Sum(p => p.Portfolios), export.Parts.Count));
        Assert.Equal(1, files.MostAtOnce);
        Assert.Equal(People / LookEvery, held.Count);

        // the first part warms everything up
        Assert.True(held.Skip(2).Max() - held[1] < MostGrowth, string.Join(' ', held));
    }

    private static async Task SeedAsync(IServiceProvider services, TroubledFiles files, StudyGroup group, DateTime now)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var numbers = Enumerable.Range(0, 9999)
            .Select(serial => string.Create(CultureInfo.InvariantCulture, $"8601014{serial:0000}"))
            .Select(eleven => Iin.CheckDigit(eleven) is { } digit ? string.Create(CultureInfo.InvariantCulture, $"{eleven}{digit}") : null)
            .OfType<string>()
            .Take(People)
            .ToList();
        var part = new PortfolioPart(MaterialKind.Report, 1);
        for (var i = 0; i < People; i++)
        {
            var content = new byte[FileBytes];
            new Random(i).NextBytes(content);
            using var stream = new MemoryStream(content);
            var stored = (await files.SaveAsync(stream, long.MaxValue, CancellationToken.None)).Value;
            var person = new Person
            {
                Iin = numbers[i],
                FamilyName = "Көпшілік",
                GivenName = "Ару",
                SortKey = Domain.Common.SortKey.Of("Көпшілік Ару"),
            };
            var enrolment = new Enrolment
            {
                GroupId = group.Id,
                PersonId = person.Id,
                ListenerCode = string.Create(CultureInfo.InvariantCulture, $"X{i:00000}"),
                AppliedAt = now,
            };
            var portfolio = Portfolio.Begin(enrolment.Id, now);
            portfolio.Receive(Guid.CreateVersion7(), part, new HandedInFile("есеп.docx", "application/msword", stored.Bytes, stored.Sha256), now, now);
            portfolio.HandIn(Guid.CreateVersion7(), [part], isChecked: false, now);
            db.AddRange(person, enrolment, portfolio);
            if (i % LookEvery == LookEvery - 1)
            {
                await services.GetRequiredService<AuditTrail>().SaveAsync("TestData", CancellationToken.None);
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>Tests that measure the whole process.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class AloneInTheProcess;
