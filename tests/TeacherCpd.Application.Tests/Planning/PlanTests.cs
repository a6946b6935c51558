using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Planning.Imports;
using TeacherCpd.Application.Planning.Notices;
using TeacherCpd.Application.Planning.Plans;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Planning;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Planning;

/// <summary>Plans through the pipeline, with their reminders and their import.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private World places = null!;
    private Person coordinator = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        places = await app.Data.WorldAsync();
        coordinator = await app.Data.PersonAsync(Role.SchoolCoordinator);
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_plan_is_made_once_its_item_is_done_only_with_a_document_and_only_by_those_of_it()
    {
        var (plan, item, proof) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var make = new MakePlanCommand(plan, places.School.Id, "Жоспар", PlanYearKind.Calendar, 2026);
        Assert.Null((await app.SendAs(coordinator, make)).Error);
        Assert.Null((await app.SendAs(coordinator, make)).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, make)).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, make with { PlanId = Guid.CreateVersion7(), OrganisationId = places.OtherSchool.Id })).Error);

        var add = new AddPlanItemCommand(item, plan, "1", null, "Семинар", "25 қыркүйекке дейін", $"{teacher.FamilyName} {teacher.GivenName}\nПсихолог", "Бұйрық");
        Assert.Null((await app.SendAs(coordinator, add)).Error);
        Assert.Null((await app.SendAs(coordinator, add)).Error);
        var view = (await app.SendAs(teacher, new GetPlanItemQuery(item))).Value;
        Assert.Equal([true, false], view.Responsible.Select(r => r.Person is not null).OrderDescending());
        Assert.Equal(new DateOnly(2026, 9, 25), Assert.Single(view.Times).Days.To);

        Assert.IsType<InvalidInput>((await app.SendAs(teacher, new FinishPlanItemCommand(proof, item, null, " ", null))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(teacher, new FinishPlanItemCommand(proof, item, null, "Бұйрық", "javascript:alert(1)"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(teacher, new MovePlanItemCommand(item, "қазан", "Себеп"))).Error);
        var elsewhere = await app.Data.PersonAsync(Role.SchoolCoordinator, w => w.OtherSchool);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new FinishPlanItemCommand(proof, item, null, "Бұйрық", null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new GetPlanQuery(plan, null, 1))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new MovePlanItemCommand(item, "қазан", "Себеп"))).Error);
        Assert.Null((await app.SendAs(teacher, new FinishPlanItemCommand(proof, item, null, "№ 45 бұйрық", "https://mektep.example/45"))).Error);
        Assert.Null((await app.SendAs(teacher, new FinishPlanItemCommand(proof, item, null, "№ 45 бұйрық", "https://mektep.example/45"))).Error);
        Assert.Equal((PlanItemStatus.Done, 1), ((await app.SendAs(coordinator, new GetPlanItemQuery(item))).Value.Status, (await app.SendAs(coordinator, new GetPlansQuery(1))).Value.Plans.Items.Single().Closed));
    }

    [Fact]
    public async Task What_is_not_understood_is_kept_and_told_and_a_move_has_to_be_understood()
    {
        var plan = await app.Data.PlanAsync(coordinator);
        var item = await app.Data.PlanItemAsync(plan, "жақын арада", teacher);
        var finding = Assert.Single((await app.SendAs(coordinator, new GetPlanQuery(plan.Id, null, 1))).Value.Findings);
        Assert.Equal((PlanFindingKind.DeadlineUnread, "жақын арада"), (finding.Kind, finding.Words));
        Assert.IsType<DeadlineNotUnderstood>((await app.SendAs(coordinator, new MovePlanItemCommand(item.Id, "кейінірек", "Себеп"))).Error);
        Assert.Null((await app.SendAs(coordinator, new MovePlanItemCommand(item.Id, "қазан", "Себеп"))).Error);
        var october = (await app.SendAs(coordinator, new GetPlanQuery(plan.Id, 10, 1))).Value;
        Assert.Equal((PlanItemStatus.Moved, 1), (Assert.Single(october.Items.Items).Status, october.Months.Single(m => m.Month == 10).Count));
        Assert.Empty((await app.SendAs(coordinator, new GetPlanQuery(plan.Id, 9, 1))).Value.Items.Items);
        Assert.Null((await app.SendAs(coordinator, new DropPlanItemCommand(item.Id, "Керек емес"))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(coordinator, new MovePlanItemCommand(item.Id, "қараша", "Себеп"))).Error);
    }

    [Fact]
    public async Task A_line_is_linked_to_a_person_of_the_organisation_only()
    {
        var item = await app.Data.PlanItemAsync(await app.Data.PlanAsync(coordinator), "қазан");
        var line = item.Responsible.Single().Id;
        var elsewhere = await app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);
        Assert.IsType<NotOfPlan>((await app.SendAs(coordinator, new LinkResponsibleCommand(item.Id, line, elsewhere.Iin))).Error);
        Assert.IsType<NotFound>((await app.SendAs(teacher, new GetPlanItemQuery(item.Id))).Error);
        Assert.Null((await app.SendAs(coordinator, new LinkResponsibleCommand(item.Id, line, teacher.Iin))).Error);
        Assert.Equal(item.Id, Assert.Single((await app.SendAs(teacher, new GetMyPlanItemsQuery())).Value.Items).Id);
    }

    [Fact]
    public async Task People_are_reminded_before_on_and_after_the_day_each_once()
    {
        var item = await app.Data.PlanItemAsync(await app.Data.PlanAsync(coordinator), Words(Today.AddDays(7)), teacher);
        Assert.Contains((await app.SendAs(teacher, new GetTodayQuery())).Value.Items, i => i.TextKey == "planning.today");
        Assert.Equal(PlanNoticeKind.Before, Assert.Single(await RemindAsync(2)).Kind);
        app.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, (await RemindAsync(2)).Count);
        app.Time.Advance(TimeSpan.FromDays(3));
        var all = await RemindAsync(2);
        Assert.Equal([PlanNoticeKind.Before, PlanNoticeKind.OnDay, PlanNoticeKind.After], all.Select(n => n.Kind).Order());

        await app.SendAsSystem(new QueuePlanNoticesCommand());
        var id = app.Jobs.Take().First(j => j.Kind == nameof(IBackgroundJobs.SendPlanNotice)).Id;
        await app.SendAsSystem(new SendPlanNoticeCommand(id));
        await app.SendAsSystem(new SendPlanNoticeCommand(id));
        Assert.Single(mail.Taken);
        Assert.Null((await app.SendAs(teacher, new FinishPlanItemCommand(Guid.CreateVersion7(), item.Id, null, "Бұйрық", null))).Error);
        foreach (var left in all.Where(n => n.Id != id))
        {
            await app.SendAsSystem(new SendPlanNoticeCommand(left.Id));
        }

        Assert.Single(mail.Taken);
        Assert.Equal(2, await app.LookAsync(db => db.PlanNotices.CountAsync(n => n.Status == ReminderStatus.Cancelled)));
    }

    [Fact]
    public async Task A_plan_that_is_entered_late_sends_no_flood_and_undated_items_none()
    {
        var plan = await app.Data.PlanAsync(coordinator);
        await app.Data.PlanItemAsync(plan, Words(Today.AddDays(-11)), teacher);
        await app.Data.PlanItemAsync(plan, "жеке жоспар бойынша", teacher, "Кеңес беру");
        await app.Data.PlanItemAsync(plan, "апта сайын", teacher, "Жиналыс");
        Assert.Empty(await RemindAsync(1));
    }

    [Fact]
    public async Task A_docx_is_read_looked_at_and_taken_once()
    {
        var plan = await app.Data.PlanAsync(coordinator, 2026);
        await app.Data.PlanItemAsync(plan, "қазан", title: "Сапалық құрамды талдау");
        using var docx = Docx(
            ["Мерзімі", "№", "Мазмұны", "Жауаптылар", "Аяқтау нысаны"],
            ["25 қыркүйекке дейін", "1", "Есеп беру", $"{teacher.FamilyName} {teacher.GivenName}", "Анықтама"],
            ["қазан", "2", "Сапалық құрамды талдау", "Бөлім", "Талдау"],
            ["белгісіз уақытта", "4", "Кеңес", "Бөлім", ""]);
        var file = (await app.SendAs(coordinator, new ReadPlanFileQuery(docx, "жоспар.docx"))).Value;
        var import = Guid.CreateVersion7();
        Assert.Null((await app.SendAs(coordinator, new KeepPlanFileCommand(import, plan.Id, file))).Error);
        var view = (await app.SendAs(coordinator, new GetPlanImportQuery(plan.Id, import, 1))).Value;
        Assert.Equal((3, 1), (view.Lines.Total, view.Known));
        Assert.Equal([PlanFindingKind.DeadlineUnread, PlanFindingKind.NumberGap], view.Findings.Select(f => f.Kind));
        Assert.Equal(2, (await app.SendAs(coordinator, new TakePlanImportCommand(plan.Id, import))).Value);
        Assert.Equal(0, (await app.SendAs(coordinator, new TakePlanImportCommand(plan.Id, import))).Value);
        Assert.Equal(3, (await app.SendAs(coordinator, new GetPlanQuery(plan.Id, null, 1))).Value.Items.Total);
        Assert.Equal("Есеп беру", Assert.Single((await app.SendAs(teacher, new GetMyPlanItemsQuery())).Value.Items).Title);
    }

    [Fact]
    public async Task A_hostile_or_foreign_file_is_refused_in_words()
    {
        using var noHeadings = Docx(["Семинар", "наурыз"]);
        Assert.Equal("plan_without_headings", await FaultAsync(noHeadings, "a.docx"));
        Assert.Equal("list_file_not_taken", await FaultAsync(new MemoryStream(Encoding.UTF8.GetBytes("not a zip")), "a.docx"));
        Assert.Equal("list_empty", await FaultAsync(new MemoryStream(), "a.docx"));
        Assert.Equal("file_missing", await FaultAsync(new MemoryStream(), ""));
        using var bomb = Docx([.. Enumerable.Repeat(new[] { new string('а', 400_000) }, 10)]);
        Assert.Equal("list_file_swells", await FaultAsync(bomb, "a.docx"));
    }

    private static string Words(DateOnly day) => FormattableString.Invariant($"{day:dd.MM.yyyy}");

    private static MemoryStream Docx(params string[][] rows)
    {
        var body = string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>"));
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Add("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Add("word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        file.Position = 0;
        return file;
    }

    private async Task<string> FaultAsync(Stream file, string name) =>
        Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new ReadPlanFileQuery(file, name))).Error).Faults).Code;

    private async Task<List<PlanNotice>> RemindAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await app.SendAsSystem(new RemindOfPlansCommand());
        }

        return await app.LookAsync(db => db.PlanNotices.AsNoTracking().ToListAsync());
    }
}
