using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Portfolios;

public sealed class MineTests : IAsyncLifetime
{
    private const string HandInForm = "main form[action*=HandIn]";
    private const string Report = "Бөлшектерді салыстыру сабағында оқушылар түрлі түсті жолақтарды қиып, көрші топтың шешіміне сұрақ қойды.";

    private Site site = null!;
    private Person teacher = null!;
    private Enrolment enrolment = null!;

    private string Address => $"/my/portfolio/{enrolment.Id}";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        (teacher, enrolment) = await site.Data.ParticipantAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("менің есебім.docx")]
    [InlineData("Ұлжан Қ. – есеп.txt")]
    public async Task A_teacher_hands_in_a_report_and_gets_it_back_unchanged_under_its_Kazakh_name(string name)
    {
        var content = name.EndsWith(".docx", StringComparison.Ordinal) ? Uploads.Docx(Report) : Uploads.Text(Report);
        var browser = await OpenAsync();

        await browser.FollowAsync(await browser.SubmitAsync(file: ("Input.File", name, content)));
        Assert.Contains("дайын", browser.Page.QuerySelector("table tbody tr")!.TextContent, StringComparison.Ordinal);
        var answer = await browser.SubmitAsync(form: HandInForm);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await browser.FollowAsync(answer);
        Assert.Contains($"{enrolment.ListenerCode}-1 ", browser.Page.QuerySelector("#portfolio-status")!.TextContent, StringComparison.Ordinal);
        var row = browser.Page.QuerySelector("table tbody tr")!;
        Assert.Contains($"{enrolment.ListenerCode}-R1.1", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(name, row.QuerySelector("a")!.TextContent);
        Assert.Null(browser.Page.QuerySelector("main form"));
        var download = await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var disposition = download.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", name), (disposition.DispositionType, disposition.FileNameStar));
    }

    [Fact]
    public async Task The_page_looks_again_by_itself_while_the_check_runs_and_stops_when_it_is_done()
    {
        var browser = await OpenAsync();
        await browser.FollowAsync(await HandInAsync(browser));
        var status = browser.Page.QuerySelector("#portfolio-status")!;
        Assert.Equal((Address, "every 3s"), (status.GetAttribute("hx-get"), status.GetAttribute("hx-trigger")));
        Assert.Contains("тексеріліп жатыр", status.TextContent, StringComparison.Ordinal);

        var (_, checkId) = Assert.Single(site.App.Jobs.Take());
        await site.App.SendAsSystem(new RunOriginalityCheckCommand(checkId));
        await browser.GetAsync(Address);

        status = browser.Page.QuerySelector("#portfolio-status")!;
        Assert.False(status.HasAttribute("hx-get"));
        Assert.Contains("0,0\u00a0%", status.TextContent, StringComparison.Ordinal);
        Assert.Contains("Тренердің кері байланысы", status.QuerySelector("li.here")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_check_is_called_not_checked_and_never_zero()
    {
        var browser = await OpenAsync();
        await HandInAsync(browser);
        var (_, checkId) = Assert.Single(site.App.Jobs.Take());
        for (var i = 0; i < RunOriginalityCheckCommand.MostAttempts; i++)
        {
            await site.App.SendAsSystem(new RecordFailedCheckCommand(checkId, site.App.Time.UtcNow()));
        }

        await browser.GetAsync(Address);

        var text = browser.Page.QuerySelector("#portfolio-status")!.TextContent;
        Assert.Contains("тексерілмеді", text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "түр")]
    [InlineData("ru", "тип")]
    [InlineData("en", "another type")]
    public async Task A_picture_called_docx_comes_back_at_the_field_in_the_language_of_the_page(string language, string word)
    {
        var browser = await OpenAsync();
        await browser.GetAsync($"/language?to={language}&back={Address}");
        await browser.GetAsync(Address);

        var answer = await browser.SubmitAsync(file: ("Input.File", "есеп.docx", Uploads.Picture()));

        await AssertRefusedAsync(browser, answer, word);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "есеп.exe", Uploads.Text("MZ"), "қабылданбайды" },
        { "есеп", Uploads.Text("мәтін"), "қабылданбайды" },
        { "есеп.txt", [], "бос" },
        { "есеп.docx", Uploads.DocxWithPassword(), "құпиясөзбен" },
        { "есеп.docx", Uploads.Docx(Report)[..300], "бүлінген" },
        { "есеп.pdf", Uploads.Text("%PDF-1.7\n1 0 obj\n<< /Type"), "бүлінген" },
        { "есеп.docx", Uploads.Docx(Report, zeros: 60L * 1024 * 1024), "үлкейіп кетеді" },
        { "есеп.txt", Uploads.Text(" *** \n ... "), "оқылатын мәтін жоқ" },
        { "есеп.pdf", Uploads.Docx(Report), "басқа түрдегі" },
    };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_file_comes_back_at_the_field_and_leaves_nothing(string name, byte[] content, string word)
    {
        var browser = await OpenAsync();

        var answer = await browser.SubmitAsync(file: ("Input.File", name, content));

        await AssertRefusedAsync(browser, answer, word);
    }

    [Fact]
    public async Task No_file_is_said_at_the_field()
    {
        var browser = await OpenAsync();

        var answer = await browser.SubmitAsync();

        await AssertRefusedAsync(browser, answer, "Файлды таңдаңыз");
    }

    [Fact]
    public async Task A_file_a_little_over_50_MB_is_refused_at_the_field()
    {
        var browser = await OpenAsync();

        var answer = await browser.SubmitAsync(file: ("Input.File", "есеп.txt", Letters((50 * 1024 * 1024) + 1)));

        await AssertRefusedAsync(browser, answer, "50");
    }

    [Theory]
    [InlineData("kk", true, "Файл тым үлкен")]
    [InlineData("ru", true, "Файл слишком большой")]
    [InlineData("en", false, "The file is too large")]
    public async Task A_request_over_51_MB_gets_a_page_that_says_so(string language, bool saysItsLength, string title)
    {
        var browser = await OpenAsync();
        await browser.GetAsync($"/language?to={language}&back={Address}");
        await browser.GetAsync(Address);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Letters(52 * 1024 * 1024)), "Input.File", "a.txt" } };
        using HttpContent sent = saysItsLength ? content : new WithoutLength(content);

        var answer = await browser.PostAsync(Address, sent);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(title, browser.Page.QuerySelector("h1")!.TextContent);
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task A_broken_upload_gets_a_page_and_no_failure()
    {
        var browser = await OpenAsync();
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"Input.File\"; file");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var answer = await browser.PostAsync(Address, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Сұрауды орындау мүмкін болмады", browser.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_same_forms_sent_twice_are_one_file_and_one_version_and_no_error()
    {
        var browser = await OpenAsync();
        var form = browser.Page;

        var first = await browser.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report)));
        Assert.Same(form, browser.Page);
        var second = await browser.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report)));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        await browser.FollowAsync(second);
        var handedIn = await browser.SubmitAsync(form: HandInForm);
        var again = await browser.SubmitAsync(form: HandInForm);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (handedIn.StatusCode, again.StatusCode));
        Assert.Equal((1, 1), await site.App.LookAsync(async db => (await db.PortfolioMaterials.CountAsync(), await db.PortfolioVersions.CountAsync())));
        Assert.Single(site.App.Jobs.Take());
    }

    [Fact]
    public async Task A_form_left_open_while_another_was_sent_is_told_that_none_is_taken_now()
    {
        var old = await OpenAsync();
        var browser = await OpenAsync();
        await HandInAsync(browser);

        var answer = await old.SubmitAsync(file: ("Input.File", "басқа.txt", Uploads.Text(Report)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("жаңа нұсқа қабылдамайды", old.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1), await site.App.LookAsync(async db => (await db.PortfolioMaterials.CountAsync(), await db.PortfolioVersions.CountAsync())));
    }

    [Fact]
    public async Task Each_part_is_uploaded_by_itself_and_the_portfolio_is_handed_in_when_all_are_there()
    {
        await site.App.LookAsync(db => db.AssessmentPlans.ExecuteUpdateAsync(p => p.SetProperty(x => x.HasPresentation, true)));
        var browser = await OpenAsync();
        Assert.Equal(["Report-1", "Presentation-1"], browser.Page.QuerySelectorAll("#Input_Part option").Select(o => o.GetAttribute("value")));

        await browser.FollowAsync(await browser.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report))));
        Assert.Null(browser.Page.QuerySelector(HandInForm));
        Assert.Equal("Presentation-1", browser.Page.QuerySelector("#Input_Part option[selected]")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(file: ("Input.File", "слайд.txt", Uploads.Text("Слайдтар"))));
        await browser.FollowAsync(await browser.SubmitAsync(form: HandInForm));

        Assert.Equal(2, browser.Page.QuerySelectorAll("#portfolio-status table tbody tr").Length);
    }

    [Fact]
    public async Task After_the_last_day_the_page_says_so_and_a_form_left_open_keeps_nothing()
    {
        await site.App.LookAsync(db => db.AssessmentPlans.ExecuteUpdateAsync(p => p.SetProperty(x => x.FormativeDays, 0)));
        site.App.Time.SetUtcNow(new DateTimeOffset(2026, 2, 20, 18, 59, 0, TimeSpan.Zero));
        var old = await OpenAsync();
        Assert.Contains("20.02.2026", old.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        site.App.Time.SetUtcNow(new DateTimeOffset(2026, 2, 20, 19, 0, 0, TimeSpan.Zero));

        var answer = await old.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Тапсыру мерзімі", old.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        await AssertNothingKeptAsync();
    }

    [Fact]
    public async Task An_expired_form_leaves_nothing_and_can_be_sent_again()
    {
        var browser = await OpenAsync();

        var answer = await browser.SubmitAsync(new() { ["__RequestVerificationToken"] = "old" }, file: ("Input.File", "есеп.txt", Uploads.Text(Report)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertNothingKeptAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report)))).StatusCode);
    }

    [Fact]
    public async Task Before_the_course_begins_the_page_says_why_there_is_no_form()
    {
        var (early, place) = await site.Data.ParticipantAsync(await site.Data.GroupAsync());
        var browser = await site.AsAsync(early);

        await browser.GetAsync($"/my/portfolio/{place.Id}");

        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.Contains("Курс әлі басталған жоқ", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portfolio_and_the_file_of_another_do_not_exist()
    {
        var owner = await OpenAsync();
        await owner.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report)));
        var materialId = await site.App.LookAsync(db => db.PortfolioMaterials.Select(m => m.Id).SingleAsync());
        var stranger = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/my/portfolio/files/{materialId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/my/portfolio/files/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task The_trainer_of_the_group_gets_the_file_that_was_handed_in_without_its_owners_name_for_it_and_other_roles_get_nothing()
    {
        var owner = await OpenAsync();
        await owner.FollowAsync(await owner.SubmitAsync(file: ("Input.File", "Айгүлдің есебі.txt", Uploads.Text(Report))));
        var (materialId, trainerId) = await site.App.LookAsync(async db =>
            (await db.PortfolioMaterials.Select(m => m.Id).SingleAsync(), await db.Groups.Select(g => g.TrainerId).SingleAsync()));
        var trainer = await site.AsAsync(await site.App.LookAsync(db => db.Persons.SingleAsync(p => p.Id == trainerId)));

        Assert.Equal(HttpStatusCode.NotFound, (await trainer.GetAsync($"/my/portfolio/files/{materialId}")).StatusCode);
        await owner.SubmitAsync(form: HandInForm);
        var answer = await trainer.GetAsync($"/my/portfolio/files/{materialId}");

        Assert.Equal($"{enrolment.ListenerCode}-R1.1.txt", answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName);
        foreach (var role in Enum.GetValues<Role>())
        {
            var other = await site.AsAsync(await site.Data.PersonAsync(role));
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/my/portfolio/files/{materialId}")).StatusCode);
        }
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in()
    {
        var visitor = site.Visitor();

        Assert.Equal("/sign-in", (await visitor.GetAsync(Address)).Headers.Location!.AbsolutePath);
        Assert.Equal("/sign-in", (await visitor.GetAsync($"/my/portfolio/files/{Guid.CreateVersion7()}")).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task After_feedback_the_first_page_and_the_portfolio_ask_for_a_new_version()
    {
        await site.Data.PortfolioAsync(enrolment, PortfolioStatus.FeedbackGiven);
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync("/");
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='{Address}']"));
        await browser.GetAsync(Address);
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='{Address}/feedback']"));
        await browser.FollowAsync(await browser.SubmitAsync(file: ("Input.File", "жаңа.docx", Uploads.Docx(Report))));
        await browser.FollowAsync(await browser.SubmitAsync(form: HandInForm));
        Assert.Equal(2, browser.Page.QuerySelectorAll("#portfolio-status table tbody tr").Length);
    }

    private static byte[] Letters(int bytes)
    {
        var letters = new byte[bytes];
        Array.Fill(letters, (byte)'a');
        return letters;
    }

    private async Task<Browser> OpenAsync()
    {
        var browser = await site.AsAsync(teacher);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Address)).StatusCode);
        return browser;
    }

    private static async Task<HttpResponseMessage> HandInAsync(Browser browser)
    {
        await browser.FollowAsync(await browser.SubmitAsync(file: ("Input.File", "есеп.txt", Uploads.Text(Report))));
        return await browser.SubmitAsync(form: HandInForm);
    }

    private async Task AssertRefusedAsync(Browser browser, HttpResponseMessage answer, string word)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(word, browser.Page.QuerySelector(".field.wrong .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", browser.Page.QuerySelector("#Input_File")!.GetAttribute("aria-invalid"));
        await AssertNothingKeptAsync();
    }

    private async Task AssertNothingKeptAsync()
    {
        Assert.Equal(0, await site.App.LookAsync(db => db.Portfolios.CountAsync()));
        Assert.Equal(0, await site.App.LookAsync(db => db.OriginalityChecks.CountAsync()));
        Assert.Empty(site.App.Jobs.Take());
        Assert.False(Directory.Exists(Path.Combine(site.App.Folder, "files")));
    }

    /// <summary>A body in chunks: the server learns its length only at the end.</summary>
    private sealed class WithoutLength : HttpContent
    {
        private readonly HttpContent inner;

        public WithoutLength(HttpContent inner)
        {
            this.inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
