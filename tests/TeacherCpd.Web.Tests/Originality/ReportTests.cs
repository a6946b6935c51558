using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Originality;

public sealed class ReportTests : IAsyncLifetime
{
    private const string Copied =
        "Бесінші сыныпта бөлшектерді салыстыру тақырыбын өткенде оқушылар түрлі түсті жолақтарды қиып, оларды үстелге қатарлап қойды. " +
        "Әр топ өз жолағының бүтіннен қандай бөлік екенін дәлелдеп, көрші топтың шешіміне сұрақ қойды.";

    private const string Own =
        "Мәтінмен жұмыс кезінде балалар алдымен тақырыбына қарап болжам жасады, содан кейін абзацтарды кезекпен оқып шықты.";

    private Site site = null!;
    private StudyGroup group = null!;
    private Person trainer = null!;
    private Person sourceOwner = null!;
    private Enrolment sourcePlace = null!;
    private Person copyist = null!;
    private OriginalityCheck check = null!;

    private string Address => $"/originality/checks/{check.Id}";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        trainer = await site.Data.PersonAsync(Role.Trainer);
        group = await site.Data.GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        (sourceOwner, sourcePlace) = await site.Data.ParticipantAsync(group);
        await RunAsync(await site.Data.HandInAsync(sourceOwner, sourcePlace, Copied));
        site.App.Time.Advance(TimeSpan.FromMinutes(1));
        (copyist, var place) = await site.Data.ParticipantAsync(group);
        check = await site.Data.HandInAsync(copyist, place, $"{Own}\n{Copied}");
        await RunAsync(check);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_owner_sees_what_matched_and_nothing_of_whose_it_is()
    {
        var browser = await site.AsAsync(copyist);

        await browser.GetAsync(Address);

        var main = browser.Page.QuerySelector("main")!;
        var mark = main.QuerySelector("mark")!;
        Assert.StartsWith(Copied, mark.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Own}\n{Copied}1", main.QuerySelector(".text")!.TextContent);
        Assert.Matches(@"\d\d,\d\u00a0%", main.QuerySelector("dl.facts")!.TextContent);
        Assert.Contains("10.02.2026", main.QuerySelector("#source-1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("үкім емес", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(sourceOwner.FamilyName, main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(sourcePlace.ListenerCode, main.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("есеп.txt", main.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trainer_sees_the_receipt_number_of_the_source_and_a_coordinator_does_not()
    {
        var ofTrainer = await site.AsAsync(trainer);
        var ofCoordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));

        await ofTrainer.GetAsync(Address);
        await ofCoordinator.GetAsync(Address);

        Assert.Contains($"{sourcePlace.ListenerCode}-R1.1", ofTrainer.Page.QuerySelector("#source-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(sourcePlace.ListenerCode, ofCoordinator.Page.QuerySelector("#source-1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(sourceOwner.FamilyName, ofTrainer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    public async Task For_everybody_else_the_report_does_not_exist(Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address)).StatusCode);
    }

    [Theory]
    [InlineData("kk", "Файлда мәтіні оқылмайтын беттер бар: 3. Оларды адам қарауы керек")]
    [InlineData("ru", "Страницы, на которых нет читаемого текста: 3. Их должен посмотреть человек")]
    [InlineData("en", "Pages without text that can be read: 3. A person must look at them")]
    public async Task Pages_without_text_are_said_to_need_a_person(string language, string sentence)
    {
        var (teacher, place) = await site.Data.ParticipantAsync(group);
        var version = Guid.CreateVersion7();
        await site.App.Data.HandInAsync(teacher, place.Id, TestData.Report(Own) with { PagesWithoutText = 3 }, version);
        check = await site.App.LookAsync(db => db.OriginalityChecks.SingleAsync(c => c.VersionId == version));
        await RunAsync(check);
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync($"/language?to={language}&back={Address}");
        await browser.GetAsync(Address);

        Assert.StartsWith(sentence, browser.Page.QuerySelector("#pages-without-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_text_alone_does_not_speak_of_pages()
    {
        var browser = await site.AsAsync(copyist);

        await browser.GetAsync(Address);

        Assert.Null(browser.Page.QuerySelector("#pages-without-text"));
    }

    [Fact]
    public async Task What_does_not_count_and_which_words_imitate_others_is_shown()
    {
        var administrator = await site.Data.PersonAsync(Role.Administrator);
        await site.App.SendAs(administrator, new RegisterHandoutCommand(Guid.CreateVersion7(), "Жоспар үлгісі", null, Own));
        var (teacher, place) = await site.Data.ParticipantAsync(group);
        check = await site.Data.HandInAsync(teacher, place, $"{Own}\n{Copied.Replace("сыныпта", "cыныптa", StringComparison.Ordinal)}");
        await RunAsync(check);
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync(Address);

        var main = browser.Page.QuerySelector("main")!;
        Assert.StartsWith(Own, main.QuerySelector(".text .left-out")!.TextContent.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("Жоспар үлгісі", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, main.QuerySelectorAll("dl.facts dd.num").Length);
        Assert.Contains("100,0", main.QuerySelector("dl.facts dd")!.TextContent, StringComparison.Ordinal);
        var sign = Assert.Single(main.QuerySelectorAll("#signs tbody tr"));
        Assert.Equal(["c", "a"], sign.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Equal("cыныптa", sign.QuerySelector("td")!.TextContent);
        Assert.Contains("сыныпта", sign.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_administrator_of_all_takes_a_version_out_of_the_comparison_and_says_why()
    {
        var browser = await site.AsAsync(copyist);
        await browser.GetAsync(Address);
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));

        var administrator = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator));
        await administrator.GetAsync(Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(new() { ["Reason"] = "" }, form: "#withdraw")).StatusCode);
        Assert.NotNull(administrator.Page.QuerySelector("#Reason_error"));
        await administrator.FollowAsync(await administrator.SubmitAsync(new() { ["Reason"] = "Қате файл тапсырылған" }, form: "#withdraw"));

        Assert.Null(administrator.Page.QuerySelector("#withdraw"));
        Assert.Contains("салыстыруға қатыспайды", administrator.Page.QuerySelector("main .now")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_and_source_stand_side_by_side_with_links_to_each_other()
    {
        var browser = await site.AsAsync(trainer);

        await browser.GetAsync(Address);

        Assert.Equal("#s-1", browser.Page.QuerySelector("#m-1 a")!.GetAttribute("href"));
        Assert.Equal("#m-1", browser.Page.QuerySelector("#s-1 a")!.GetAttribute("href"));
        Assert.Equal($"{Copied}1", browser.Page.QuerySelector("#source-pane .text")!.TextContent);
        Assert.Contains("kk", browser.Page.DocumentElement.GetAttribute("lang"), StringComparison.Ordinal);
        Assert.True(browser.Page.QuerySelector("[data-steps]")!.HasAttribute("hidden"));

        await browser.GetAsync($"{Address}?kind=Edited");
        Assert.Null(browser.Page.QuerySelector("#m-1"));
        Assert.Equal("Edited", browser.Page.QuerySelector("#Kind option[selected]")!.GetAttribute("value"));
        Assert.StartsWith(Own, browser.Page.QuerySelector("#text-pane .text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_is_dismissed_with_a_reason_and_a_form_without_one_comes_back_with_what_was_chosen()
    {
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync(Address);
        var before = browser.Page.QuerySelector("#reviewed")!.TextContent;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Judgement"] = "Dismissed" }, form: "form.review")).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#reason-1-error"));
        Assert.NotNull(browser.Page.QuerySelector("#matches input[value=Dismissed][checked]"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Judgement"] = "Dismissed", ["Reason"] = "Екеуі бір оқулықтан алған" }, form: "form.review"));

        Assert.NotEqual(before, browser.Page.QuerySelector("#reviewed")!.TextContent);
        Assert.Contains("0,0", browser.Page.QuerySelector("#reviewed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Екеуі бір оқулықтан алған", browser.Page.QuerySelector("#match-1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_goes_from_the_report_to_the_appeal()
    {
        var ofTrainer = await site.AsAsync(trainer);
        await ofTrainer.GetAsync(Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ofTrainer.SubmitAsync(new() { ["Words"] = "" }, form: "#open-case")).StatusCode);
        await ofTrainer.FollowAsync(await ofTrainer.SubmitAsync(new() { ["Words"] = "Абзац тұтас көшірілген." }, form: "#open-case"));
        var address = ofTrainer.Path;
        Assert.StartsWith("/originality/cases/", address, StringComparison.Ordinal);
        Assert.Null(ofTrainer.Page.QuerySelector("#act"));

        var teacher = await site.AsAsync(copyist);
        await teacher.GetAsync("/");
        Assert.NotNull(teacher.Page.QuerySelector($"main a[href='{address}']"));
        await teacher.GetAsync(address);
        await teacher.FollowAsync(await teacher.SubmitAsync(new() { ["Words"] = "Сілтеме қоюды ұмыттым." }, form: "#act form"));
        Assert.Null(teacher.Page.QuerySelector("#act"));

        var coordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await coordinator.GetAsync("/originality/cases");
        Assert.NotNull(coordinator.Page.QuerySelector($"main a[href='{address}']"));
        await coordinator.GetAsync($"{address}/verdict/Warning");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(new() { ["Reasons"] = "" })).StatusCode);
        Assert.NotNull(coordinator.Page.QuerySelector("#Reasons_error"));
        await coordinator.FollowAsync(await coordinator.SubmitAsync(new() { ["Reasons"] = "Сілтеме болуы керек еді." }));
        Assert.Contains("Сілтеме болуы керек еді.", coordinator.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await teacher.GetAsync(address);
        await teacher.FollowAsync(await teacher.SubmitAsync(new() { ["Words"] = "Ескерту тым қатал." }, form: "#act form"));
        await coordinator.GetAsync($"{address}/appeal/SetAside");
        Assert.Null(coordinator.Page.QuerySelector("main form"));
        var other = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await other.GetAsync($"{address}/appeal/SetAside");
        await other.FollowAsync(await other.SubmitAsync(new() { ["Reasons"] = "Алғашқы қателік." }));
        Assert.Contains("Алғашқы қателік.", other.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{address}/verdict/Nonsense")).StatusCode);
    }

    [Fact]
    public async Task The_file_for_the_commission_needs_nothing_beside_it_and_names_nobody()
    {
        var browser = await site.AsAsync(trainer);

        var answer = await browser.GetAsync($"{Address}/file");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Copied, html, StringComparison.Ordinal);
        Assert.Contains(new string('b', 64), html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", html);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("есеп.txt", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(sourceOwner)).GetAsync($"{Address}/file")).StatusCode);
    }

    [Fact]
    public async Task A_case_comes_as_one_file_whose_hashes_are_right()
    {
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync(Address);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Words"] = "Абзац тұтас көшірілген." }, form: "#open-case"));
        await site.App.UseAsync(async services => await services.GetRequiredService<IFileStore>().SaveAsync(new MemoryStream("есеп"u8.ToArray()), 1000, CancellationToken.None));
        await site.App.LookAsync(db => db.PortfolioMaterials.ExecuteUpdateAsync(m => m.SetProperty(x => x.Sha256, Convert.ToHexStringLower(SHA256.HashData("есеп"u8)))));

        var files = await UnzipAsync(await browser.SubmitAsync(form: "#file"));

        Assert.Equal(["case.html", "files", "manifest.sha256", "reports"], files.Keys.Select(name => name.Split('/')[0]).Distinct().Order());
        Assert.Contains("Абзац тұтас көшірілген.", Encoding.UTF8.GetString(files["case.html"]), StringComparison.Ordinal);
        var manifest = Encoding.UTF8.GetString(files["manifest.sha256"]).TrimEnd().Split('\n').Select(line => line.Split("  ")).ToDictionary(line => line[1], line => line[0]);
        Assert.Equal(files.Keys.Where(name => name != "manifest.sha256").Order(), manifest.Keys.Order());
        Assert.All(manifest, line => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files[line.Key])), line.Value));

        // a coordinator has no right to the file that was handed in
        var coordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await coordinator.GetAsync(browser.Path);
        Assert.DoesNotContain((await UnzipAsync(await coordinator.SubmitAsync(form: "#file"))).Keys, name => name.StartsWith("files/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_of_markup_in_a_report_are_shown_as_letters()
    {
        var (teacher, place) = await site.Data.ParticipantAsync(group);
        check = await site.Data.HandInAsync(teacher, place, "Оқушы <script>alert(1)</script> деп жазды");
        await RunAsync(check);
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync(Address);

        Assert.Equal("Оқушы <script>alert(1)</script> деп жазды", browser.Page.QuerySelector(".text")!.TextContent);
        Assert.Null(browser.Page.QuerySelector(".text script"));
    }

    [Fact]
    public async Task Failed_and_waiting_checks_of_the_branch_are_listed_and_started_again()
    {
        var (teacher, place) = await site.Data.ParticipantAsync(group);
        var waiting = await site.Data.HandInAsync(teacher, place, Own);
        var (elsewhere, otherPlace) = await site.Data.ParticipantAsync(await site.Data.GroupAsync(status: GroupStatus.Studying, inOtherBranch: true));
        await site.Data.HandInAsync(elsewhere, otherPlace, Own);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/originality");
        Assert.Empty(browser.Page.QuerySelectorAll("main table tbody tr"));
        Assert.NotNull(browser.Page.QuerySelector(".empty"));

        site.App.Time.Advance(TimeSpan.FromMinutes(11));
        site.App.Jobs.Take();
        await browser.GetAsync("/");
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/originality']"));
        await browser.GetAsync("/originality");
        Assert.Contains($"{place.ListenerCode}-R1.1", Assert.Single(browser.Page.QuerySelectorAll("main table tbody tr")).TextContent, StringComparison.Ordinal);
        var answer = await browser.SubmitAsync(form: "form.retry");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(("CheckOriginality", waiting.Id), Assert.Single(site.App.Jobs.Take()));
        var all = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator));
        await all.GetAsync("/originality");
        Assert.Equal(2, all.Page.QuerySelectorAll("main table tbody tr").Length);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    public async Task Other_roles_may_not_see_the_list(Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/originality")).StatusCode);
    }

    private static async Task<Dictionary<string, byte[]>> UnzipAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            await using var stream = await entry.OpenAsync();
            await stream.CopyToAsync(content);
            files.Add(entry.FullName, content.ToArray());
        }

        return files;
    }

    private async Task RunAsync(OriginalityCheck queued)
    {
        Assert.Null((await site.App.SendAsSystem(new RunOriginalityCheckCommand(queued.Id))).Error);
        Assert.Equal(CheckStatus.Done, await site.App.LookAsync(db => db.OriginalityChecks.Where(c => c.Id == queued.Id).Select(c => c.Status).SingleAsync()));
    }
}
