using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class ExportTests : IAsyncLifetime
{
    private TestApp app = null!;
    private StudyGroup group = null!;
    private Person coordinator = null!;
    private Person moderator = null!;
    private TroubledFiles files = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(
            new Dictionary<string, string?> { ["Exports:PartPortfolios"] = "2" },
            services => services.AddSingleton<IFileStore>(provider =>
                new TroubledFiles(provider.GetRequiredService<Infrastructure.Portfolios.FolderFileStore>())));
        await app.UseAsync(services =>
        {
            files = (TroubledFiles)services.GetRequiredService<IFileStore>();
            return Task.CompletedTask;
        });
        group = await app.Data.GroupAsync(status: GroupStatus.Studying);
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        moderator = await app.Data.PersonAsync(Role.Moderator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_coordinator_gets_the_newest_versions_of_the_own_branch_with_names_in_Kazakh()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher, familyName: "Әбдіқадырұлы Ғ/Ң");
        var work = await HandedInAsync("Бірінші нұсқа.", teacher: teacher);
        await HandedInAsync("Басқа филиал.", await app.Data.GroupAsync(status: GroupStatus.Studying, inOtherBranch: true));
        await app.Data.MoveAsync(work, PortfolioStatus.AwaitingFeedback);
        await app.Data.MoveAsync(work, PortfolioStatus.FeedbackGiven);
        await HandInAsync(teacher, work, "Екінші нұсқа.");

        var export = await MakeAsync(coordinator, new ExportFilter());

        Assert.Equal((ExportStatus.Ready, 1), (export.Status, export.Portfolios));
        using var archive = await OpenAsync(export, 1);
        var name = $"{work.ListenerCode} Әбдіқадырұлы Ғ_Ң {teacher.GivenName}";
        Assert.Equal([$"{name}/R1.2.txt", "manifest.csv", "manifest.json"], archive.Entries.Select(e => e.FullName));
        Assert.Equal("Екінші нұсқа.", Read(archive.Entries[0]));
        var row = Manifest(archive)[0];
        Assert.Equal(
            (work.ListenerCode, group.Code, "2", teacher.FullName, Hash("Екінші нұсқа.")),
            (Text(row, "listener"), Text(row, "group"), row.GetProperty("version").ToString(), Text(row, "name"), Text(row, "sha256")));
        Assert.Contains($";{teacher.FullName}", Read(archive.GetEntry("manifest.csv")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_gets_all_branches_by_codes_only_and_no_name_in_any_file()
    {
        var author = await app.Data.PersonAsync(Role.Teacher, familyName: "Қонысбаева");
        var words = $"Мен, Қонысбаева {author.GivenName}, Қонысбаеваға хат жаздым.";
        const string Hidden = "Мен, ▇▇▇ ▇▇▇, ▇▇▇ хат жаздым.";
        var here = await HandedInAsync(words, teacher: author);
        var there = await HandedInAsync("Басқа филиал.", await app.Data.GroupAsync(status: GroupStatus.Studying, inOtherBranch: true));

        var export = await MakeAsync(moderator, new ExportFilter());

        using var archive = await OpenAsync(export, 1);
        Assert.Equal(
            new[] { here, there }.Select(e => $"{e.ListenerCode}/R1.1.txt").Order(StringComparer.Ordinal),
            archive.Entries.Take(2).Select(e => e.FullName));
        Assert.Equal(Hidden, Read(archive.GetEntry($"{here.ListenerCode}/R1.1.txt")!));
        var row = Manifest(archive).Single(r => Text(r, "listener") == here.ListenerCode);
        Assert.Equal((Hash(words), Hash(Hidden), "text/plain"), (Text(row, "original"), Text(row, "sha256"), Text(row, "mediaType")));
        var names = await app.LookAsync(db => db.Persons.Where(p => p.Id == here.PersonId || p.Id == there.PersonId).Select(p => p.FamilyName).ToListAsync());
        foreach (var entry in archive.Entries)
        {
            var text = Read(entry);
            Assert.DoesNotContain(names, family => text.Contains(family, StringComparison.Ordinal));
            Assert.DoesNotContain("name\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_neither_coordinator_nor_moderator_gets_nothing_and_coordinators_no_list_by_assessor()
    {
        await HandedInAsync("Мәтін.");
        foreach (var role in new[] { Role.EducationOfficer, Role.Teacher, Role.Trainer, Role.Assessor, Role.Administrator })
        {
            var person = await app.Data.PersonAsync(role);
            Assert.IsType<Forbidden>((await app.SendAs(person, new AskForExportCommand(Guid.CreateVersion7(), new ExportFilter()))).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new GetExportFormQuery(new ExportFilter()))).Error);
            Assert.IsType<Forbidden>((await app.SendAs(person, new GetExportsQuery())).Error);
        }

        var byAssessor = new ExportFilter(AssessorId: moderator.Id);
        Assert.IsType<Forbidden>((await app.SendAs(coordinator, new AskForExportCommand(Guid.CreateVersion7(), byAssessor))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(coordinator, new GetExportFormQuery(byAssessor))).Error);
    }

    [Fact]
    public async Task Each_filter_narrows_and_the_form_counts_what_the_archive_holds()
    {
        var enrolment = await HandedInAsync("Мәтін.");
        await HandedInAsync("Басқа топ пен бағдарлама.", await app.Data.GroupAsync(await app.Data.ProgrammeAsync(), status: GroupStatus.Studying));
        var programme = await app.LookAsync(db => db.ProgrammeVersions.Where(v => v.Id == group.ProgrammeVersionId).Select(v => v.ProgrammeId).SingleAsync());
        var region = enrolment.RegionId;
        var assessor = await app.Data.PersonAsync(Role.Assessor);
        var version = await app.LookAsync(db => db.PortfolioVersions.SingleAsync(v => db.Portfolios.Any(p => p.Id == v.PortfolioId && p.EnrolmentId == enrolment.Id)));
        await app.Data.SaveAsync(new RubricSheet
        {
            PortfolioVersionId = version.Id,
            Role = SheetRole.First,
            RubricId = await app.LookAsync(db => db.Rubrics.Select(r => r.Id).FirstAsync()),
            AuthorId = assessor.Id,
            StartedAt = app.Time.GetUtcNow().UtcDateTime,
        });

        Assert.Equal(2, await CountAsync(new ExportFilter()));
        Assert.Equal(1, await CountAsync(new ExportFilter(GroupId: group.Id)));
        Assert.Equal(1, await CountAsync(new ExportFilter(ProgrammeId: programme)));
        Assert.Equal(2, await CountAsync(new ExportFilter(RegionId: region)));
        Assert.Equal(0, await CountAsync(new ExportFilter(RegionId: group.BranchId)));
        Assert.Equal(1, await CountAsync(new ExportFilter(AssessorId: assessor.Id)));
        Assert.Equal(2, await CountAsync(new ExportFilter(Year: 2026)));
        Assert.Equal(0, await CountAsync(new ExportFilter(Year: 2025)));
        Assert.Equal(1, await CountAsync(new ExportFilter(programme, group.Id, region, assessor.Id, 2026)));

        var export = await MakeAsync(moderator, new ExportFilter(AssessorId: assessor.Id));
        Assert.Equal((1, (long)Encoding.UTF8.GetByteCount("Мәтін.")), (export.Parts.Sum(p => p.Portfolios), export.Bytes));
        Assert.IsType<NothingToExport>((await app.SendAs(moderator, new AskForExportCommand(Guid.CreateVersion7(), new ExportFilter(Year: 2025)))).Error);
    }

    [Fact]
    public async Task A_job_that_breaks_off_goes_on_after_the_part_that_is_whole_and_what_came_later_is_not_in_it()
    {
        var enrolments = new List<Enrolment>();
        for (var i = 0; i < 5; i++)
        {
            enrolments.Add(await HandedInAsync($"Жұмыс {i}."));
        }

        var exportId = await AskAsync(coordinator, new ExportFilter(GroupId: group.Id));
        files.BreakAfter(3);
        await Assert.ThrowsAsync<IOException>(() => RunAsync(exportId));
        var broken = await LoadAsync(exportId);
        var first = Assert.Single(broken.Parts);
        var written = File.GetLastWriteTimeUtc(PathOf(broken, first));
        app.Time.Advance(TimeSpan.FromMinutes(10));
        await HandedInAsync("Кейін келген.");

        files.Heal();
        await RunAsync(exportId);

        var export = await LoadAsync(exportId);
        Assert.Equal((ExportStatus.Ready, 3), (export.Status, export.Parts.Count));
        Assert.Equal((first.Id, first.Sha256, written), (export.Parts.First().Id, export.Parts.First().Sha256, File.GetLastWriteTimeUtc(PathOf(export, export.Parts.First()))));
        Assert.Equal(5, files.Opened.Distinct().Count());
        Assert.Equal(7, files.Opened.Count); // the two files of the part that was not whole were opened twice
        Assert.Equal(1, files.MostAtOnce);
        var codes = new List<string>();
        foreach (var part in export.Parts.OrderBy(p => p.Number))
        {
            Assert.Equal(part.Sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(PathOf(export, part), TestContext.Current.CancellationToken))));
            using var archive = await OpenAsync(export, part.Number);
            codes.AddRange(Manifest(archive).Select(r => Text(r, "listener")));
        }

        Assert.Equal(enrolments.Select(e => e.ListenerCode).Order(StringComparer.Ordinal), codes);
        Assert.Equal(3, Directory.GetFiles(FolderOf(exportId)).Length);
    }

    [Fact]
    public async Task The_same_files_give_the_same_archive_and_a_ready_one_is_not_made_again()
    {
        await HandedInAsync("Мәтін.");
        var first = await MakeAsync(coordinator, new ExportFilter());
        var second = await MakeAsync(coordinator, new ExportFilter());
        var opened = files.Opened.Count;
        await RunAsync(second.Id);

        Assert.Equal(first.Parts.Single().Sha256, second.Parts.Single().Sha256);
        Assert.Equal(opened, files.Opened.Count);
        Assert.Single((await LoadAsync(second.Id)).Parts);
    }

    [Fact]
    public async Task Rights_count_as_they_are_when_the_job_runs_and_when_the_archive_is_fetched()
    {
        await HandedInAsync("Мәтін.");
        var ready = await MakeAsync(coordinator, new ExportFilter());
        var waiting = await AskAsync(coordinator, new ExportFilter());
        await app.Data.ChangeAsync(async db =>
        {
            var person = await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == coordinator.Id);
            person.Loses(person.Roles.Single());
        });

        await RunAsync(waiting);

        var refused = await LoadAsync(waiting);
        Assert.Equal((ExportStatus.Failed, ExportFailure.NothingToSee), (refused.Status, refused.Failure!.Value));
        Assert.IsType<Forbidden>((await app.SendAs(coordinator, new GetExportPartQuery(ready.Id, 1))).Error);
    }

    [Fact]
    public async Task A_coordinator_who_moves_to_another_branch_gets_nothing_of_the_old_one()
    {
        var world = await app.Data.WorldAsync();
        await HandedInAsync("Мәтін.");
        var waiting = await AskAsync(coordinator, new ExportFilter());
        await app.Data.ChangeAsync(async db =>
        {
            var person = await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == coordinator.Id);
            person.Loses(person.Roles.Single());
            person.Receives(Role.Coordinator, world.OtherBranch.Id);
        });

        await RunAsync(waiting);

        Assert.Equal((ExportStatus.Failed, 0), ((await LoadAsync(waiting)).Status, (await LoadAsync(waiting)).Parts.Count));
    }

    [Fact]
    public async Task What_breaks_off_five_times_is_given_up_and_its_files_go_with_the_sweep()
    {
        await HandedInAsync("Мәтін.");
        var exportId = await AskAsync(coordinator, new ExportFilter());
        files.BreakAfter(0);
        for (var i = 0; i < PortfolioExport.MostAttempts; i++)
        {
            Assert.Equal(ExportStatus.Queued, i == 0 ? (await LoadAsync(exportId)).Status : ExportStatus.Queued);
            await Assert.ThrowsAsync<IOException>(() => RunAsync(exportId));
        }

        var export = await LoadAsync(exportId);
        Assert.Equal((ExportStatus.Failed, ExportFailure.BrokeOff), (export.Status, export.Failure!.Value));
        await app.SendAsSystem(new DropOldExportsCommand());
        Assert.False(Directory.Exists(FolderOf(exportId)));
    }

    [Fact]
    public async Task A_ready_one_expires_after_its_days_and_a_deleted_one_at_once()
    {
        await HandedInAsync("Мәтін.");
        var kept = await MakeAsync(coordinator, new ExportFilter());
        var deleted = await MakeAsync(coordinator, new ExportFilter());
        Assert.IsType<NotFound>((await app.SendAs(moderator, new DeleteExportCommand(deleted.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(moderator, new GetExportPartQuery(kept.Id, 1))).Error);
        Assert.True((await app.SendAs(coordinator, new DeleteExportCommand(deleted.Id))).IsOk);

        await app.SendAsSystem(new DropOldExportsCommand());
        Assert.False(Directory.Exists(FolderOf(deleted.Id)));
        Assert.True(Directory.Exists(FolderOf(kept.Id)));

        app.Time.Advance(TimeSpan.FromDays(7));
        await app.SendAsSystem(new DropOldExportsCommand());
        await app.SendAsSystem(new DropOldExportsCommand());
        var expired = await LoadAsync(kept.Id);
        Assert.Equal((ExportStatus.Expired, expired.ExpiresAt), (expired.Status, expired.ExpiredAt));
        Assert.False(Directory.Exists(FolderOf(kept.Id)));
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetExportPartQuery(kept.Id, 1))).Error);
    }

    [Fact]
    public async Task A_lost_job_is_handed_over_again_and_one_that_writes_is_left_alone()
    {
        await HandedInAsync("Мәтін.");
        var exportId = await AskAsync(coordinator, new ExportFilter());
        app.Jobs.Take();
        await app.SendAsSystem(new QueueLostExportsCommand());
        Assert.Empty(app.Jobs.Take());

        app.Time.Advance(QueueLostExportsCommand.Patience + TimeSpan.FromSeconds(1));
        await app.SendAsSystem(new QueueLostExportsCommand());
        Assert.Equal([(nameof(IBackgroundJobs.MakeExport), exportId)], app.Jobs.Take());

        Directory.CreateDirectory(FolderOf(exportId));
        var writing = Path.Combine(FolderOf(exportId), "x.part");
        await File.WriteAllTextAsync(writing, "…", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(writing, app.Time.GetUtcNow().UtcDateTime);
        await app.SendAsSystem(new QueueLostExportsCommand());
        Assert.Empty(app.Jobs.Take());
    }

    [Fact]
    public async Task Asking_twice_with_one_form_asks_once_and_nobody_has_more_than_are_kept()
    {
        await HandedInAsync("Мәтін.");
        var exportId = await AskAsync(coordinator, new ExportFilter());
        Assert.Equal(exportId, (await app.SendAs(coordinator, new AskForExportCommand(exportId, new ExportFilter()))).Value);
        Assert.IsType<NotFound>((await app.SendAs(moderator, new AskForExportCommand(exportId, new ExportFilter()))).Error);
        for (var i = 1; i < PortfolioExport.MostPerPerson; i++)
        {
            await AskAsync(coordinator, new ExportFilter());
        }

        Assert.IsType<TooManyExports>((await app.SendAs(coordinator, new AskForExportCommand(Guid.CreateVersion7(), new ExportFilter()))).Error);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static List<JsonElement> Manifest(ZipArchive archive) => JsonSerializer.Deserialize<List<JsonElement>>(Read(archive.GetEntry("manifest.json")!))!;

    private async Task<Enrolment> HandedInAsync(string text, StudyGroup? of = null, Person? teacher = null)
    {
        teacher ??= await app.Data.PersonAsync(Role.Teacher);
        var enrolment = await app.Data.EnrolmentAsync(of ?? group, teacher);
        await HandInAsync(teacher, enrolment, text);
        return enrolment;
    }

    private async Task HandInAsync(Person teacher, Enrolment enrolment, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = (await files.SaveAsync(content, long.MaxValue, CancellationToken.None)).Value;
        var report = new ReceivedReport(new HandedInFile($"{teacher.FamilyName}.TXT", "text/plain", stored.Bytes, stored.Sha256), text, 0, 0);
        Assert.True((await app.Data.HandInAsync(teacher, enrolment.Id, report)).IsOk);
    }

    private async Task<int> CountAsync(ExportFilter filter) => (await app.SendAs(moderator, new GetExportFormQuery(filter))).Value.Size.Portfolios;

    private async Task<Guid> AskAsync(Person person, ExportFilter filter) =>
        (await app.SendAs(person, new AskForExportCommand(Guid.CreateVersion7(), filter))).Value;

    // as the job does
    private Task RunAsync(Guid exportId) => app.UseAsync(services =>
        ActivatorUtilities.CreateInstance<Infrastructure.Jobs.ItemJobs>(services).MakeExportAsync(exportId, CancellationToken.None));

    private async Task<PortfolioExport> MakeAsync(Person person, ExportFilter filter)
    {
        var exportId = await AskAsync(person, filter);
        await RunAsync(exportId);
        return await LoadAsync(exportId);
    }

    private Task<PortfolioExport> LoadAsync(Guid exportId) =>
        app.LookAsync(db => db.PortfolioExports.AsNoTracking().Include(e => e.Parts.OrderBy(p => p.Number)).SingleAsync(e => e.Id == exportId));

    private async Task<ZipArchive> OpenAsync(PortfolioExport export, int number)
    {
        var asker = export.PersonId == coordinator.Id ? coordinator : moderator;
        var file = (await app.SendAs(asker, new GetExportPartQuery(export.Id, number))).Value;
        return new ZipArchive(file.Content);
    }

    private string FolderOf(Guid exportId) => Path.Combine(app.Folder, "exports", exportId.ToString("N"));

    private string PathOf(PortfolioExport export, ExportPart part) => Path.Combine(FolderOf(export.Id), $"{part.Id:N}.zip");
}
