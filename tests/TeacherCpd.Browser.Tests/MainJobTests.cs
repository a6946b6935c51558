using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// One teacher on the whole way: a group is opened, she registers and is accepted, hands in, is helped, hands in again,
/// is graded without a name, gets her certificate, claims a category before seven votes, and is reminded in the year
/// after. In Kazakh; then every page that was seen once more in Russian and in English.
/// </summary>
[Collection(Window.OneAfterAnother)]
public sealed class MainJobTests(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IClassFixture<Chromium>
{
    private const string TeacherPassword = "sarykol-kitap-2026";

    private static readonly string TeacherIin = TestData.NewIin(7001);

    private readonly Record record = new("main-job");

    private DateOnly Today => site.Time.Today();

    [Fact]
    public async Task A_teacher_walks_from_an_opened_group_to_a_reminder_in_the_year_after()
    {
        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator);
        await using var teacher = await chromium.OpenAsync(site, "teacher", record);
        await using var trainer = await OfAsync("trainer", DemoAccounts.Trainer);
        await using var assessor = await OfAsync("assessor", DemoAccounts.Assessor);
        await using var secretary = await OfAsync("secretary", DemoAccounts.Secretary);
        await using var administrator = await OfAsync("administrator", DemoAccounts.Administrator);

        try
        {
            await WalkAsync(coordinator, teacher, trainer, assessor, secretary, administrator);
        }
        catch
        {
            foreach (var window in new[] { coordinator, teacher, trainer, assessor, secretary, administrator })
            {
                await window.KeepAsync("when-it-failed");
            }

            throw;
        }
    }

    private async Task WalkAsync(Window coordinator, Window teacher, Window trainer, Window assessor, Window secretary, Window administrator)
    {
        // before the clock moves: sessions of today are those of the demo data
        await VisitGroupsAsync(coordinator);
        await VisitTrainersAsync(coordinator);
        await VisitRulesAsync(teacher);
        var group = await OpenGroupAsync(coordinator);
        await RegisterAndApplyAsync(teacher, group);
        site.Time.Advance(TimeSpan.FromDays(7));
        await AcceptAndStartAsync(coordinator, group);
        await HandInAsync(teacher, "esep-1.docx", Documents.Docx(await ReportOfAnotherAsync(), Reports.First));
        await GiveFeedbackAsync(trainer);
        await HandInAsync(teacher, "esep-2.txt", System.Text.Encoding.UTF8.GetBytes(Reports.Second));
        await VisitModerationAsync();
        await GradeAsync(assessor);
        await ReadResultAsync(teacher);
        await ReadCertificateAsync(teacher);
        await CloseAsync(coordinator, trainer, teacher, group);
        await RemindAsync(coordinator, teacher, trainer);
        await VisitTheRestAsync(coordinator, teacher, administrator);
        Assert.Empty(PagesNobodySaw());
    }

    private async Task<Window> OfAsync(string name, DemoAccount account) =>
        await (await chromium.OpenAsync(site, name, record)).SignInAsync(account.Iin, DemoAccounts.Password);

    private async Task<StudyGroup> OpenGroupAsync(Window coordinator)
    {
        await coordinator.GoAsync("/groups/manage");
        await coordinator.PressAsync("groups.open.title");

        // a programme that is not agreed is refused, and what was typed stays
        var programme = await site.LookAsync(db => db.Programmes.Include(p => p.Versions).OrderBy(p => p.Code).ToListAsync());
        var refused = programme.First(p => p.Versions.All(v => !v.Status.MayOpenGroups()));
        var oneReport = await site.LookAsync(db => db.AssessmentPlans.Where(p => p.Reports == 1 && !p.HasPresentation && p.IsChecked).Select(p => p.ProgrammeVersionId).ToListAsync());
        var agreed = programme.First(p => p.Versions.Any(v => v.Status.MayOpenGroups() && v.Hours >= 80 && v.TeamSize == null && oneReport.Contains(v.Id)));
        await coordinator.ChooseAsync("groups.programme", $"{refused.Code} ·");
        await coordinator.ChooseAsync("groups.branch", "Қостанай");
        await coordinator.FillAsync("groups.starts_on", Iso(Today.AddDays(7)));
        await coordinator.FillAsync("groups.ends_on", Iso(Today.AddDays(18)));
        await coordinator.ChooseAsync("groups.trainer", DemoAccounts.Trainer.FamilyName);
        await coordinator.FillAsync("groups.capacity", "25");
        await coordinator.FillAsync("groups.smallest_size", "1");
        await coordinator.PressAsync("groups.open.submit");
        await coordinator.KeepAsync("refused-group");
        Assert.StartsWith("/groups/manage/open", coordinator.Path, StringComparison.Ordinal);
        await coordinator.ChooseAsync("groups.programme", $"{agreed.Code} ·");
        await coordinator.PressAsync("groups.open.submit");
        await coordinator.SeesAsync("groups.open.done");
        await coordinator.KeepAsync("opened-group");
        return await site.LookAsync(db => db.Groups.OrderByDescending(g => g.Id).FirstAsync());
    }

    private static async Task RegisterAndApplyAsync(Window teacher, StudyGroup group)
    {
        await teacher.GoAsync("/register");
        await teacher.ChooseAsync("accounts.district", "Сарыкөл");
        await teacher.PressAsync("register.next");
        await teacher.ChooseAsync("accounts.school", "№1");
        await teacher.FillAsync("accounts.iin", TeacherIin[..11] + (char)('0' + ((TeacherIin[11] - '0' + 1) % 10)));
        await teacher.FillAsync("accounts.works_since", "2021-09-01");
        await teacher.FillAsync("accounts.family_name", "Өтегенова");
        await teacher.FillAsync("accounts.given_name", "Гүлнәр");
        await teacher.FillAsync("accounts.patronymic", "Ғалымқызы");
        await teacher.FillAsync("accounts.email", "gulnar@mektep.example");
        await teacher.FillAsync("accounts.password", TeacherPassword);
        await teacher.PressAsync("register.submit");
        await teacher.KeepAsync("wrong-number");
        await teacher.FillAsync("accounts.iin", TeacherIin);
        await teacher.FillAsync("accounts.password", TeacherPassword);
        await teacher.PressAsync("register.submit");
        teacher.Remember(TeacherIin, TeacherPassword);
        await teacher.GoAsync("/");
        await teacher.KeepAsync("registered");
        await teacher.GoAsync("/catalogue");
        await teacher.GoAsync($"/groups/{group.Id}");
        await teacher.KeepAsync("group");
        await teacher.PressAsync("groups.apply");
        await teacher.KeepAsync("applied");
    }

    private static async Task AcceptAndStartAsync(Window coordinator, StudyGroup group)
    {
        await coordinator.GoAsync($"/groups/manage/{group.Id}");
        await coordinator.SeesWordsAsync("Өтегенова");
        await coordinator.PressAsync("groups.manage.accept");
        await coordinator.KeepAsync("accepted");
        await coordinator.PressAsync("groups.manage.start");
    }

    private static async Task HandInAsync(Window teacher, string name, byte[] content)
    {
        await teacher.GoAsync("/my/courses");
        await teacher.PressAsync("my_courses.portfolio");
        await teacher.Page.GetByLabel(Window.Text("portfolio.hand_in.file"), new() { Exact = true }).SetInputFilesAsync(new[] { new Microsoft.Playwright.FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content } });
        await teacher.PressAsync("portfolio.upload.submit");
        await teacher.SeesWordsAsync(name);
        await teacher.KeepAsync("uploaded");
        await teacher.PressAsync("portfolio.hand_in.submit");
        await teacher.KeepAsync("handed-in");

        // the page finds out by itself
        await teacher.SeesNoMoreAsync("portfolio.check.queued");
        await teacher.SeesWordsAsync(Window.Text("portfolio.check.similar").Split('{')[0].Trim());
        await teacher.KeepAsync("checked");
        await teacher.PressAsync("portfolio.check.report");
        await teacher.KeepAsync("originality");
    }

    private async Task GiveFeedbackAsync(Window trainer)
    {
        await trainer.GoAsync("/feedback");
        var version = await site.LookAsync(db => db.Portfolios.SelectMany(p => p.Versions).OrderByDescending(v => v.HandedInAt).ThenByDescending(v => v.Id).Select(v => v.Id).FirstAsync());
        await trainer.GoAsync($"/feedback/{version}");
        await MarkAsync(trainer, Grade.Satisfactory);
        await trainer.KeepAsync("feedback");
        await trainer.PressAsync("feedback.sign");
        await trainer.KeepAsync("feedback-given");
    }

    private async Task GradeAsync(Window assessor)
    {
        var code = await site.LookAsync(db => db.Enrolments.OrderByDescending(e => e.Id).Select(e => e.ListenerCode).FirstAsync());
        for (var i = 0; i < 50; i++)
        {
            await assessor.GoAsync("/assessment");
            await assessor.PressAsync("assessment.next");
            if ((await assessor.Page.Locator("h1").InnerTextAsync()).Contains(code, StringComparison.Ordinal))
            {
                break;
            }

            // nobody has more open than a few: the work of others is given back
            await assessor.Page.Locator("details:has(#Reason) > summary").ClickAsync();
            await assessor.Page.Locator("#Reason").FillAsync("Бүгін үлгермеймін");
            await assessor.PressAsync("assessment.return.submit");
        }

        await assessor.SeesWordsAsync(code);
        Assert.DoesNotContain("Өтегенова", await assessor.Page.ContentAsync(), StringComparison.Ordinal);
        await TryTheGradingScreenAsync(assessor);
        await MarkAsync(assessor, Grade.Good);
        await assessor.PressAsync("assessment.save_and_review");
        await assessor.KeepAsync("grade");
        await assessor.PressAsync("assessment.sign");
        await assessor.KeepAsync("graded");
    }

    // all by keyboard: levels, columns, help; a lost connection loses nothing
    private static async Task TryTheGradingScreenAsync(Window assessor)
    {
        var page = assessor.Page;
        var state = page.Locator("[data-save-state]");
        var first = page.Locator("fieldset[data-criterion]").First;
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(first.Locator("input[value=Satisfactory]")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToContainTextAsync("сақталды");

        var divider = page.Locator("[role=separator]").First;
        await divider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(divider).ToHaveAttributeAsync("aria-valuenow", "42");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        assessor.LineMayBreak = true;
        await page.Context.SetOfflineAsync(true);
        await first.Locator("textarea").FillAsync("Байланыссыз жазылған пікір");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToContainTextAsync(Window.Text("grading.kept"));
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(state).ToContainTextAsync("сақталды");
        await page.ReloadAsync();
        await Assertions.Expect(first.Locator("textarea")).ToHaveValueAsync("Байланыссыз жазылған пікір");
        await Assertions.Expect(divider).ToHaveAttributeAsync("aria-valuenow", "42");
        TestContext.Current.TestOutputHelper!.WriteLine("Grading screen, interactive after ms: "
            + await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domInteractive"));
        await assessor.KeepAsync("grading");
    }

    private static async Task MarkAsync(Window window, Grade grade)
    {
        foreach (var radio in await window.Page.Locator($"main input[type=radio][value={grade}]").AllAsync())
        {
            await radio.CheckAsync();
        }

        foreach (var comment in await window.Page.Locator("main fieldset[data-criterion] textarea, #Comment").AllAsync())
        {
            await comment.FillAsync("Оқушы жұмысынан мысал келтірілген, келесі қадам анық.");
        }
    }

    private async Task VisitModerationAsync()
    {
        await using var moderator = await OfAsync("moderator", DemoAccounts.Moderator);
        await moderator.GoAsync("/moderation");
        await moderator.KeepAsync("moderation");
        await moderator.GoAsync("/reports/assessed");
        await moderator.KeepAsync("assessed");

        // there is more in the demo data than an assessor may have open
        await moderator.GoAsync("/moderation/assessors");
        var assessor = await site.LookAsync(db => db.Persons.Where(p => p.Iin == DemoAccounts.Assessor.Iin).Select(p => p.Id).SingleAsync());
        var card = moderator.Page.Locator($"details:has(input[value='{assessor}'])");
        await card.Locator("summary").ClickAsync();
        await card.Locator($"#most-{assessor}").FillAsync("100");
        await moderator.KeepAsync("assessors");
        await card.Locator("button").ClickAsync();
        await moderator.SeesAsync("moderation.assessor.saved");
        await VisitStandardAsync(moderator);
    }

    // an example of the demo data, marked by its assessors, and another one proposed
    private async Task VisitStandardAsync(Window moderator)
    {
        var free = await site.LookAsync(db => (
            from grading in db.Gradings
            where grading.Status == GradingStatus.Released && !db.ExamplePortfolios.Any(e => e.PortfolioVersionId == grading.PortfolioVersionId)
            join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            where portfolio.Status == PortfolioStatus.Recommended
            orderby enrolment.ListenerCode
            select enrolment.ListenerCode).FirstAsync());
        await moderator.GoAsync("/moderation/standard");
        await moderator.KeepAsync("standard");
        await moderator.FillAsync("assessment.code", free);
        await moderator.FillAsync("standard.agreed_with", "Алматы, 2 ақпан, екі модератор");
        await moderator.PressAsync("standard.propose");
        await moderator.PressAsync("assessment.save_and_review");
        await moderator.PressAsync("assessment.sign");
        await moderator.SeesWordsAsync(free);

        await using var assessor = await OfAsync("assessor-standard", DemoAccounts.Assessor);
        await assessor.GoAsync("/assessment");
        await assessor.PressAsync("standard.mine");
        await assessor.KeepAsync("my-standard");
        await assessor.PressAsync("standard.report.read");
        await assessor.SeesAsync("standard.report.was_read");
        await assessor.Page.Locator("main ol a").First.ClickAsync();
        await assessor.SeesAsync("standard.difference");
        await assessor.KeepAsync("difference");
        await assessor.LookOverAsync();
    }

    private static async Task ReadResultAsync(Window teacher)
    {
        await teacher.GoAsync("/my/courses");
        await teacher.PressAsync("my_courses.portfolio");
        await teacher.PressAsync("portfolio.feedback.open");
        await teacher.KeepAsync("result");
        var pdf = await teacher.Page.Locator("main a[href*='/results/']").GetAttributeAsync("href");
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await teacher.FetchAsync(pdf!)), StringComparison.Ordinal);
    }

    private static async Task ReadCertificateAsync(Window teacher)
    {
        await teacher.GoAsync("/my/certificates");
        await teacher.KeepAsync("certificates");
        var pdf = await teacher.Page.Locator("main a[href$='.pdf']").GetAttributeAsync("href");
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await teacher.FetchAsync(pdf!)), StringComparison.Ordinal);
        Assert.Equal(2, System.Text.Encoding.ASCII.GetString(await teacher.FetchAsync(pdf!.Replace(".pdf", ".jwt", StringComparison.Ordinal))).Count(c => c == '.'));
        Assert.NotEmpty(await teacher.FetchAsync("/my/certificates.zip"));
        await teacher.GoAsync("/verify/file");
        await teacher.KeepAsync("compare");
        await teacher.GoAsync("/my/certificates");
        await teacher.PressAsync("certificates.public_page");
        await teacher.KeepAsync("verify");
    }

    private async Task CloseAsync(Window coordinator, Window trainer, Window teacher, StudyGroup group)
    {
        site.Time.Advance(TimeSpan.FromDays(12));
        await coordinator.GoAsync($"/groups/manage/{group.Id}");
        await coordinator.PressAsync("exports.of_group");
        await coordinator.PressAsync("exports.ask");
        await coordinator.SeesAsync("exports.title");
        await coordinator.KeepAsync("exports");
        await coordinator.GoAsync($"/groups/manage/{group.Id}");
        await coordinator.PressAsync("groups.manage.close");
        await coordinator.KeepAsync("before-closing");
        await coordinator.PressAsync("closing.submit");
        await coordinator.KeepAsync("closed");
        await teacher.GoAsync("/my/support");
        await teacher.KeepAsync("support");
        await trainer.GoAsync("/support");
        await trainer.KeepAsync("contacts");
    }

    private async Task RemindAsync(Window coordinator, Window teacher, Window trainer)
    {
        var first = await site.LookAsync(db => db.Reminders.Where(r => Ours(db).Contains(r.ContactId)).OrderBy(r => r.DueOn).ToListAsync());
        var due = first.Where(r => r.DueOn == first[0].DueOn).ToList();
        Assert.Equal(2, due.Count);
        site.Time.Advance(TimeSpan.FromDays(first[0].DueOn.DayNumber - Today.DayNumber));

        // what Quartz does every minute, many times at once
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.SweepAsync()));
        await WaitAsync(async () => (await RemindersAsync()).Count(r => r.Status == ReminderStatus.Sent) == 2);
        await site.SweepAsync();
        await site.SweepAsync();
        await teacher.GoAsync("/dev/mailbox");
        await teacher.SeesWordsAsync("gulnar@mektep.example");
        await teacher.KeepAsync("mailbox");
        Assert.All((await RemindersAsync()).Where(r => r.DueOn == first[0].DueOn), r => Assert.Equal((ReminderStatus.Sent, 1), (r.Status, r.Attempts)));
        Assert.All(due, r => Assert.Single(site.Mail.Sent, m => m.MessageId.Contains(r.Id.ToString("N"), StringComparison.Ordinal) || m.MessageId.Contains(r.Id.ToString(), StringComparison.Ordinal)));

        await coordinator.GoAsync("/reminders");
        await coordinator.KeepAsync("reminders");
        await coordinator.GoAsync($"/reminders/{due[0].Id}");
        await coordinator.KeepAsync("reminder");

        await trainer.GoAsync("/support");
        await trainer.GoAsync($"/support/{due[0].ContactId}");
        await trainer.FillAsync("support.outcome", "Сабаққа қатыстым: жұптық жұмыс жүйелі өтеді.");
        await trainer.PressAsync("support.record");
        await trainer.KeepAsync("contact-recorded");
        await trainer.GoAsync($"/support/{due[0].ContactId}/endorse");
        await trainer.KeepAsync("endorse");
        await teacher.GoAsync("/my/support");
        await teacher.SeesWordsAsync("жұптық жұмыс жүйелі өтеді");

        Task<List<Reminder>> RemindersAsync() => site.LookAsync(db => db.Reminders.Where(r => Ours(db).Contains(r.ContactId)).ToListAsync());
    }

    // the register with what happened to a certificate; each step is only looked at
    private async Task VisitRegisterAsync(Window coordinator)
    {
        await coordinator.GoAsync("/certificates");
        await coordinator.KeepAsync("register");
        var certificate = await site.LookAsync(db => db.Certificates
            .Where(c => c.Status == CertificateStatus.Valid && db.Organisations.Any(o => o.Id == c.OrganisationId && o.Code == "B39"))
            .OrderBy(c => c.Serial)
            .Select(c => c.Id)
            .FirstAsync());
        foreach (var (path, name) in new[] { ("", "certificate"), ("/suspend", "certificate-suspend"), ("/replace", "certificate-replace") })
        {
            await coordinator.GoAsync($"/certificates/{certificate}{path}");
            await coordinator.KeepAsync(name);
        }

        await coordinator.GoAsync("/certificates/batches");
        await coordinator.KeepAsync("batches");
    }

    // pages beside the way
    private async Task VisitTheRestAsync(Window coordinator, Window teacher, Window administrator)
    {
        var waiting = await site.LookAsync(db => db.Enrolments
            .Where(e => e.Status == EnrolmentStatus.Applied && db.Groups.Any(g => g.Id == e.GroupId && db.Organisations.Any(o => o.Id == g.BranchId && o.Code == "B39")))
            .Select(e => new { e.Id, e.GroupId })
            .FirstAsync());
        await coordinator.GoAsync($"/groups/manage/{waiting.GroupId}/decline/{waiting.Id}");
        await coordinator.GoAsync($"/groups/manage/{waiting.GroupId}/list");
        await coordinator.GoAsync("/originality");
        await VisitCasesAsync(coordinator);
        await VisitRegisterAsync(coordinator);
        await coordinator.GoAsync("/programmes");
        await coordinator.GoAsync("/programmes/" + await site.LookAsync(db => db.Programmes.OrderBy(p => p.Code).Select(p => p.Code).FirstAsync()));
        await teacher.GoAsync("/my/courses");
        await teacher.PressAsync("my_courses.portfolio");
        var version = await teacher.Page.Locator("main a[href*='/portfolio/files/']").First.GetAttributeAsync("href");
        Assert.NotEmpty(await teacher.FetchAsync(version!));
        await teacher.PressAsync("portfolio.feedback.open");
        await VisitDevelopmentAsync(teacher);
        var district = await site.LookAsync(db => db.Organisations.Where(o => o.Code == "3901").Select(o => o.Id).SingleAsync());
        var person = await site.LookAsync(db => db.Persons.Where(p => p.Iin == TeacherIin).Select(p => p.Id).SingleAsync());
        foreach (var path in new[]
        {
            "/", "/audit", "/my/password", "/handouts", "/certificates/keys", "/certificates/templates/Course",
            "/organisations", $"/organisations/{district}", $"/organisations/{district}/add", $"/organisations/{district}/rename",
            "/people", $"/people/add?organisation={district}", $"/people/{person}", $"/people/{person}/role", $"/people/{person}/password",
        })
        {
            await administrator.GoAsync(path);
            await administrator.KeepAsync(path.Trim('/').Split('?')[0].Replace('/', '-') is { Length: > 0 } name ? name[..Math.Min(20, name.Length)] : "today");
        }

        await VisitProgrammesAsync();
    }

    // a report with its sources, cases that wait for a verdict and for the outcome of an appeal, and the doubt of an assessor
    private async Task VisitCasesAsync(Window coordinator)
    {
        await coordinator.GoAsync("/originality/cases");
        await coordinator.KeepAsync("cases");
        var copied = await site.LookAsync(db => db.OriginalityChecks
            .Where(c => db.PassageReviews.Any(r => r.MaterialId == c.MaterialId))
            .OrderByDescending(c => c.SimilarityPermille)
            .Select(c => c.Id)
            .FirstAsync());
        await coordinator.GoAsync($"/originality/checks/{copied}");
        await coordinator.KeepAsync("report");
        Assert.NotEmpty(await coordinator.FetchAsync($"/originality/checks/{copied}/file"));

        // keys go from match to match while the panes have the focus, and move the focus
        await coordinator.Page.Locator("#text-pane").FocusAsync();
        await coordinator.Page.Keyboard.PressAsync("j");
        Assert.Equal("m-1", await coordinator.Page.EvaluateAsync<string>("document.activeElement.id"));
        await coordinator.Page.Keyboard.PressAsync("n");
        Assert.Equal("m-2", await coordinator.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("2", await coordinator.Page.Locator("#source-pane mark.chosen").First.GetAttributeAsync("data-match"));
        await coordinator.Page.Keyboard.PressAsync("k");
        Assert.Equal("m-1", await coordinator.Page.EvaluateAsync<string>("document.activeElement.id"));

        foreach (var (status, path, name) in new[]
        {
            (OriginalityCaseStatus.Heard, "verdict/Warning", "case-verdict"), (OriginalityCaseStatus.Appealed, "appeal/Stands", "case-appeal"),
        })
        {
            var @case = await site.LookAsync(db => db.OriginalityCases.Where(c => c.Status == status).Select(c => c.Id).FirstAsync());
            await coordinator.GoAsync($"/originality/cases/{@case}");
            await coordinator.KeepAsync("case");
            await coordinator.GoAsync($"/originality/cases/{@case}/{path}");
            await coordinator.KeepAsync(name);
        }

        await using var assessor = await OfAsync("assessor-doubt", DemoAccounts.Assessor);
        var sheet = await site.LookAsync(db => db.RubricSheets
            .Where(s => s.SignedAt == null && s.ReturnedAt == null && s.Role == SheetRole.First && db.Persons.Any(p => p.Id == s.AuthorId && p.Iin == DemoAccounts.Assessor.Iin))
            .Select(s => s.Id)
            .FirstAsync());
        await assessor.GoAsync($"/assessment/{sheet}/suspicion");
        await assessor.KeepAsync("suspicion");
    }

    // the timetable, the roster and the code of a course that goes on today; a team, the officer's applications and quotas
    private async Task VisitGroupsAsync(Window coordinator)
    {
        var open = await site.LookAsync(db => db.Groups.Where(g => g.Status == GroupStatus.Recruiting && db.Enrolments.Any(e => e.GroupId == g.Id && e.Status == EnrolmentStatus.Accepted)
            && db.Organisations.Any(o => o.Id == g.BranchId && o.Code == "B39")).OrderBy(g => g.Code).Select(g => g.Id).FirstAsync());
        var accepted = await site.LookAsync(db => db.Enrolments.Where(e => e.GroupId == open && e.Status == EnrolmentStatus.Accepted).Select(e => e.Id).FirstAsync());
        foreach (var (path, name) in new[]
        {
            ("edit", "group-edit"), ("timetable", "timetable"), ("late", "group-late"), ("cancel", "group-cancel"), ($"leave/{accepted}", "group-leave"),
        })
        {
            await coordinator.GoAsync($"/groups/manage/{open}/{path}");
            await coordinator.KeepAsync(name);
        }

        await coordinator.GoAsync($"/groups/manage/{open}/timetable");
        await coordinator.PressAsync("timetable.check");
        await coordinator.KeepAsync("timetable-checked");
        await coordinator.GoAsync("/attendance/no-shows");

        await using (var trainer = await OfAsync("trainer-attendance", DemoAccounts.Trainer))
        {
            await trainer.GoAsync("/attendance");
            await trainer.KeepAsync("attendance");
            await trainer.Page.Locator("main section.now td a").First.ClickAsync();
            await trainer.KeepAsync("roster");
            await trainer.PressAsync("attendance.code.open");
            await trainer.KeepAsync("code");
            var attended = await site.LookAsync(db => db.Groups.Where(g => g.Status == GroupStatus.Studying && db.Persons.Any(p => p.Id == g.TrainerId && p.Iin == DemoAccounts.Trainer.Iin)).Select(g => g.Id).FirstAsync());
            await trainer.GoAsync($"/attendance/groups/{attended}");
            await trainer.KeepAsync("attendance-group");
        }

        await using (var pupil = await OfAsync("teacher-attendance", DemoAccounts.Teacher))
        {
            await pupil.GoAsync("/my/calendar");
            await pupil.KeepAsync("calendar");
            await pupil.PressAsync("attend.title");
            await pupil.KeepAsync("attend");
        }

        var team = await site.LookAsync(db => db.Groups.Where(g => db.ProgrammeVersions.Any(v => v.Id == g.ProgrammeVersionId && v.TeamSize != null)).Select(g => g.Id).FirstAsync());
        await using (var school = await OfAsync("school", DemoAccounts.SchoolCoordinator))
        {
            await school.GoAsync($"/groups/{team}");
            await school.PressAsync("groups.nominate");
            await school.KeepAsync("nominate");
        }

        await using (var officer = await OfAsync("officer", DemoAccounts.RegionalOfficer))
        {
            await officer.GoAsync("/applications");
            await officer.KeepAsync("applications");
        }

        await using var ministry = await OfAsync("ministry-quotas", DemoAccounts.MinistryOfficer);

        await ministry.GoAsync("/reports/originality");
        await ministry.KeepAsync("figures");
        Assert.NotEmpty(await ministry.FetchAsync("/reports/originality.csv"));
        await ministry.GoAsync("/reports/trainees");
        await ministry.KeepAsync("trainees");
        await ministry.GoAsync("/quotas");
        await ministry.KeepAsync("quotas");
        await ministry.GoAsync($"/quotas/{await site.LookAsync(db => db.Quotas.Select(q => q.Id).FirstAsync())}");
        await ministry.KeepAsync("quota");
    }

    // editions of the rules from the draft to the count, categories of people, the plan and the figures
    private async Task VisitRulesAsync(Window teacher)
    {
        await teacher.GoAsync("/my/readiness");
        await teacher.KeepAsync("readiness");
        var draft = await site.LookAsync(db => db.RuleSets.Where(r => r.Status == RuleSetStatus.Draft).Select(r => r.Id).FirstAsync());
        var simulation = await site.LookAsync(db => db.RuleSimulations.Select(s => s.Id).FirstAsync());
        var person = await site.LookAsync(db => db.CategoryPauses.Select(p => p.PersonId).FirstAsync());
        await using var ministry = await OfAsync("ministry-rules", DemoAccounts.MinistryOfficer);
        foreach (var (path, name) in new[]
        {
            ("/attestation/rules", "rules"), ($"/attestation/rules/{draft}?section=test", "rules-edition"), ($"/attestation/rules/{draft}/edit?section=term", "rules-edit"),
            ($"/attestation/rules/{draft}/in-force", "rules-in-force"), ("/attestation/rules/import", "rules-import"), ($"/attestation/rules/compare?after={draft}", "rules-compare"),
            ($"/attestation/rules/simulations/{simulation}", "simulation"), ("/attestation/rules/years", "rules-years"),
            ("/attestation/categories", "categories"), ($"/attestation/categories/{person}", "categories-person"),
            ("/attestation/forecast", "forecast"), ("/reports/categories", "category-figures"),
        })
        {
            await ministry.GoAsync(path);
            await ministry.KeepAsync(name);
        }

        Assert.NotEmpty(await ministry.FetchAsync($"/attestation/rules/{draft}.json"));
        Assert.NotEmpty(await ministry.FetchAsync("/attestation/rules/schema.json"));
        Assert.NotEmpty(await ministry.FetchAsync("/attestation/forecast.csv"));
    }

    // the pool, a trainer's own page with a report that is handed in, the campaign and the council, coaches and figures
    private async Task VisitTrainersAsync(Window coordinator)
    {
        foreach (var (path, name) in new[] { ("/trainers", "trainers"), ("/trainers/new", "trainer-new"), ("/trainers/lapses", "trainer-lapses"), ("/coaches", "coaches") })
        {
            await coordinator.GoAsync(path);
            await coordinator.KeepAsync(name);
        }

        Assert.NotEmpty(await coordinator.FetchAsync("/trainers/file"));
        await coordinator.GoAsync("/trainers/lapses");
        await coordinator.Page.Locator("main td a").First.ClickAsync();
        await coordinator.PressAsync("proposals.show");
        await coordinator.SeesAsync("proposals.title");
        await coordinator.KeepAsync("proposals");

        await using (var developer = await OfAsync("methodologist", DemoAccounts.Developer))
        {
            var trainer = await site.LookAsync(db => db.Trainers.Where(t => db.Persons.Any(p => p.Id == t.PersonId && p.Iin == DemoAccounts.Trainer.Iin)).Select(t => t.Id).SingleAsync());
            await developer.GoAsync($"/trainers/{trainer}");
            await developer.KeepAsync("trainer");
            await developer.GoAsync("/standardisation");
            await developer.KeepAsync("standardisation");
        }

        await using (var trainer = await OfAsync("trainer-own", DemoAccounts.Trainer))
        {
            await trainer.GoAsync("/my/trainer");
            await trainer.Page.Locator("main input[type=file]").First.SetInputFilesAsync(new[]
            {
                new FilePayload { Name = "refleksiya.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Reports.Second) },
            });
            await trainer.Page.Locator("main form[enctype] button").First.ClickAsync();
            await trainer.SeesAsync("my_trainer.done");
            await trainer.KeepAsync("my-trainer");
        }

        await using (var moderator = await OfAsync("council", DemoAccounts.Moderator))
        {
            var campaign = await site.LookAsync(db => db.RecertificationCampaigns.OrderByDescending(c => c.Year).Select(c => c.Id).FirstAsync());
            var report = await site.LookAsync(db => db.ReflectiveChecks.OrderBy(c => c.QueuedAt).Select(c => c.ReportId).FirstAsync());
            foreach (var (path, name) in new[]
            {
                ("/recertification", "campaigns"), ($"/recertification/{campaign}", "campaign"), ($"/recertification/{campaign}/certify", "council-certify"),
                ($"/recertification/{campaign}/refuse", "council-refuse"), ("/reports/trainers", "trainer-figures"),
            })
            {
                await moderator.GoAsync(path);
                await moderator.KeepAsync(name);
            }

            Assert.NotEmpty(await moderator.FetchAsync($"/recertification/reports/{report}"));
        }

        await using var assessor = await OfAsync("assessor-trainers", DemoAccounts.Assessor);
        await assessor.GoAsync("/recertification/sheets");
        await assessor.KeepAsync("trainer-sheets");
        await assessor.GoAsync((await assessor.Page.Locator("main td a").First.GetAttributeAsync("href"))!);
        await assessor.KeepAsync("trainer-sheet");
    }

    private async Task VisitProgrammesAsync()
    {
        await using var developer = await OfAsync("developer", DemoAccounts.Developer);
        foreach (var (path, name) in new[]
        {
            ("/programmes/new", "programme-new"), ("/programmes/D02", "programme-work"), ("/programmes/D02/versions/1/edit", "programme-edit"),
            ("/programmes/by-direction", "by-direction"), ("/programmes/D02/versions/1/plan", "plan"),
            ("/programmes/by-direction", "by-direction"), ("/rubrics", "rubrics"), ("/rubrics/P/1", "rubric"), ("/rubrics/P/2/edit", "rubric-edit"),
            ("/rubrics/new", "rubric-new"),
        })
        {
            await developer.GoAsync(path);
            await developer.KeepAsync(name);
        }

        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer);
        var centre = await site.LookAsync(db => db.Providers.Select(p => p.OrganisationId).FirstAsync());
        foreach (var (path, name) in new[] { ("/programmes/papers", "papers"), ("/providers", "providers"), ($"/providers/{centre}", "provider") })
        {
            await ministry.GoAsync(path);
            await ministry.KeepAsync(name);
        }
    }

    private async Task VisitDevelopmentAsync(Window teacher)
    {
        await teacher.GoAsync("/my/record");
        await teacher.KeepAsync("record");
        await teacher.GoAsync("/my/record/add");
        await teacher.KeepAsync("record-add");
        await using var owner = await OfAsync("demo-teacher", DemoAccounts.Teacher);
        await owner.GoAsync("/my/record");
        await owner.KeepAsync("record");
        await owner.GoAsync("/my/record/" + await site.LookAsync(db => db.DevelopmentActivities
            .Where(a => a.Status == ActivityStatus.Returned && db.Persons.Any(p => p.Id == a.PersonId && p.Iin == DemoAccounts.Teacher.Iin))
            .Select(a => a.Id)
            .FirstAsync()));
        await using var school = await OfAsync("school", DemoAccounts.SchoolCoordinator);
        var activity = await site.LookAsync(db => db.DevelopmentActivities
            .Where(a => a.Status == ActivityStatus.Recorded && a.FileName != null)
            .Select(a => a.Id)
            .FirstAsync());
        foreach (var path in new[] { "/development", $"/development/{activity}", $"/development/{activity}/return", "/training" })
        {
            await school.GoAsync(path);
            await school.KeepAsync(path.EndsWith("return", StringComparison.Ordinal) ? "return" : path.Split('/')[1]);
        }

        Assert.NotEmpty(await school.FetchAsync($"/development/{activity}/file"));
        Assert.NotEmpty(await school.FetchAsync("/training/file"));
    }

    // every page of the product but those that show nothing of their own; /Index is / under its second name
    private List<string> PagesNobodySaw()
    {
        string[] silent = ["/error", "/language", "/sign-out", "/Index", "/calendar/{token}.ics"];

        // the case, its commission and the cycle: their pages are walked by SittingTests as far as a sitting needs them, and by the tests of pages
        string[] notYet = ["/attestation/", "/commissions", "/my/category", "/my/cases"];
        return
        [
            .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Cast<RouteEndpoint>()
                .Select(e => "/" + e.RoutePattern.RawText!.Trim('/'))
                .Distinct()
                .Except(silent)
                .Where(template => !notYet.Any(n => template.StartsWith(n, StringComparison.Ordinal)))
                .Where(template => !record.Seen.Any(path => Shape(template).IsMatch(path))),
        ];

        // {id:guid} is one part of the address, /{code?} one that may be left out
        static Regex Shape(string template) => new(
            "^" + Regex.Replace(template, @"/\{[^}]*\?\}|\{[^}]*\}", m => m.Value.Contains('?', StringComparison.Ordinal) ? "(/[^/]+)?" : "[^/]+") + "$");
    }

    private static IQueryable<Guid> Ours(AppDbContext db) =>
        db.SupportContacts.Where(c => db.Persons.Any(p => p.Id == c.PersonId && p.Iin == TeacherIin)).Select(c => c.Id);

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (var i = 0; !await until(); i++)
        {
            Assert.True(i < 150, "It did not happen within 30 s.");
            await Task.Delay(200);
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<string> ReportOfAnotherAsync() =>
        (await site.LookAsync(db => db.PortfolioTexts.OrderBy(t => t.MaterialId).Select(t => t.Text).FirstAsync()))[..1500];
}
