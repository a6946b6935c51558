using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// One teacher on the whole way: a group is opened, she registers and is accepted, hands in, is helped, hands in again,
/// is graded without a name, gets her certificate, claims a category before seven votes, and is reminded in the year
/// after. In Kazakh; each page that comes up once more in Russian and in English.
/// </summary>
[Collection(Journeys.Name)]
public sealed class MainJobTests(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
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

        try
        {
            await WalkAsync(coordinator, teacher, trainer, assessor, secretary);
        }
        catch
        {
            foreach (var window in new[] { coordinator, teacher, trainer, assessor, secretary })
            {
                await window.KeepAsync("when-it-failed");
            }

            throw;
        }
    }

    private async Task WalkAsync(Window coordinator, Window teacher, Window trainer, Window assessor, Window secretary)
    {
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
        await AttestAsync(teacher, secretary);
        await CloseAsync(coordinator, trainer, teacher, group);
        await RemindAsync(coordinator, teacher, trainer);
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
        await TryTwoDevicesAsync(assessor, first, state);
        TestContext.Current.TestOutputHelper!.WriteLine("Grading screen, interactive after ms: "
            + await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domInteractive"));
        await assessor.KeepAsync("grading");
    }

    // typed here without a connection, while something else is saved from elsewhere: both are there to choose from
    private static async Task TryTwoDevicesAsync(Window assessor, ILocator first, ILocator state)
    {
        var page = assessor.Page;
        var comment = first.Locator("textarea");
        await page.Context.SetOfflineAsync(true);
        await comment.FillAsync("Осы құрылғыда жазылды");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToContainTextAsync(Window.Text("grading.kept"));
        var draft = await page.EvaluateAsync<string>("Object.keys(localStorage).find(k => k.startsWith('draft:assessment'))");
        var kept = await page.EvaluateAsync<string>("k => localStorage.getItem(k)", draft);
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(state).ToContainTextAsync("сақталды");
        await page.ReloadAsync();
        await comment.FillAsync("Басқа құрылғыда сақталды");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToContainTextAsync("сақталды");
        await page.EvaluateAsync("([k, v]) => localStorage.setItem(k, v)", new[] { draft, kept });
        await page.ReloadAsync();
        await Assertions.Expect(comment).ToHaveValueAsync("Басқа құрылғыда сақталды");
        var unsent = first.Locator(".unsent");
        await Assertions.Expect(unsent).ToContainTextAsync("Осы құрылғыда жазылды");

        // it stays until it is answered, whatever else is typed and saved
        await page.Locator("#Comment").FillAsync("Жалпы пікір");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToContainTextAsync("сақталды");
        await page.ReloadAsync();
        await Assertions.Expect(unsent).ToContainTextAsync("Осы құрылғыда жазылды");
        await assessor.KeepAsync("grading-two-devices");
        await unsent.Locator("[data-use]").ClickAsync();
        await Assertions.Expect(comment).ToHaveValueAsync("Осы құрылғыда жазылды");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(state).ToContainTextAsync("сақталды");
        await page.ReloadAsync();
        await Assertions.Expect(comment).ToHaveValueAsync("Осы құрылғыда жазылды");
        await Assertions.Expect(unsent).ToHaveCountAsync(0);
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
        await moderator.GoAsync("/reports/tables/grades");
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
        var file = await teacher.Page.Locator("main a[href*='/portfolio/files/']").First.GetAttributeAsync("href");
        Assert.NotEmpty(await teacher.FetchAsync(file!));
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

    private async Task AttestAsync(Window teacher, Window secretary)
    {
        await teacher.GoAsync("/my/category");
        await teacher.KeepAsync("category");
        await teacher.PressAsync("attestation.open.submit");
        await teacher.PressAsync("attestation.withdraw");
        await teacher.PressAsync("attestation.back");
        await teacher.PressAsync("attestation.submit");
        await teacher.KeepAsync("case");
        var @case = await site.LookAsync(db => db.AttestationCases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).FirstAsync());

        await secretary.GoAsync("/attestation/cases");
        await secretary.FollowAsync(@case.Number);
        await secretary.PressAsync("attestation.accept");
        await secretary.PressAsync("attestation.results");
        await secretary.FillAsync("attestation.results.test_percent", "86");
        await secretary.FillAsync("attestation.results.test_on", Iso(Today));
        await secretary.PressAsync("attestation.results.submit");

        // the commission sits: the new case is put on the agenda of its sitting and to the vote
        await secretary.GoAsync("/attestation/commissions");
        await secretary.KeepAsync("commissions");
        var commission = @case.CommissionId ?? await site.LookAsync(db => db.AttestationCases.Where(c => c.Id == @case.Id).Select(c => c.CommissionId!.Value).SingleAsync());
        var sitting = await site.LookAsync(db => db.Sittings.Where(s => s.CommissionId == commission && s.Status == SittingStatus.Open).Select(s => s.Id).SingleAsync());
        await secretary.GoAsync($"/attestation/commissions/{commission}");
        await secretary.KeepAsync("commission");
        await secretary.GoAsync($"/attestation/sittings/{sitting}");
        await secretary.PressAsync("sittings.extend");
        await secretary.PressAsync("sittings.put_all");
        await secretary.KeepAsync("sitting");

        // five for, two against: quorum at the fifth, all seven vote
        for (var i = 0; i < DemoAccounts.Commission.Count; i++)
        {
            await using var member = await OfAsync(i == 0 ? "chair" : $"member-{i}", DemoAccounts.Commission[i]);
            await member.GoAsync("/attestation/votes");
            await member.FollowAsync(@case.Number);
            if (i is 2 or 4)
            {
                await member.PressAsync("attestation.vote.not.link");
                await member.FillAsync("attestation.vote.reason", "Екінші сабақтың талдауы жеткіліксіз.");
                await member.PressAsync("attestation.vote.not");
            }
            else
            {
                await member.PressAsync("attestation.vote.conforms");
                await member.PressAsync("attestation.vote.conforms");
            }

            await member.KeepAsync("voted");
            if (i == 0)
            {
                await VisitRoomAsync(member);
            }
        }

        await secretary.GoAsync($"/attestation/cases/{@case.Id}");
        await secretary.PressAsync("attestation.decide");
        await secretary.KeepAsync("before-decision");
        await secretary.PressAsync("attestation.decide");
        await secretary.SeesAsync("attestation.protocol.counts", 5, 2);
        await secretary.KeepAsync("protocol");
        var protocol = secretary.Path;
        Assert.Contains("teachercpd.attestation.chain/1", System.Text.Encoding.UTF8.GetString(await secretary.FetchAsync($"{protocol}/chain")), StringComparison.Ordinal);

        // the letter is drafted; a person reads and approves it
        await secretary.GoAsync($"/attestation/cases/{@case.Id}/letter");
        await secretary.KeepAsync("letter");
        await secretary.PressAsync("letter.approve");
        await secretary.SeesAsync("letter.approve.done");
        var waiting = await site.LookAsync(db => db.AttestationCases.Where(c => c.Status == AttestationCaseStatus.Submitted && c.CommissionId == null).Select(c => c.Id).FirstAsync());
        await secretary.GoAsync($"/attestation/cases/{waiting}/refuse");
        await secretary.KeepAsync("refuse-application");
        await secretary.GoAsync("/attestation/tests");
        await secretary.KeepAsync("tests");
        await secretary.GoAsync($"/attestation/cases/{@case.Id}/violation");
        await secretary.KeepAsync("violation");

        await teacher.GoAsync($"/my/cases/{@case.Id}");
        await teacher.SeesAsync("letter.heading");
        await teacher.KeepAsync("letter");
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await teacher.FetchAsync($"/attestation/papers/Letter/{protocol.Split('/')[^1]}")), StringComparison.Ordinal);
        await teacher.GoAsync("/attestation/cycles");
        await teacher.KeepAsync("cycles");
        await teacher.GoAsync("/my/category");
        await teacher.SeesAsync("attestation.history");
        await teacher.KeepAsync("category-granted");
        await teacher.FollowAsync(@case.Number);
        await teacher.PressAsync("attestation.protocol.open_extract");
        await teacher.KeepAsync("extract");
    }

    // what a member meets beside the vote: invitations, own ties, a case that the member steps back from
    private async Task VisitRoomAsync(Window member)
    {
        await member.GoAsync("/attestation/commissions");
        await member.PressAsync("room.refuse");
        await member.KeepAsync("refuse");
        await member.GoAsync("/attestation/ties");
        await member.KeepAsync("ties");
        var waiting = await site.LookAsync(db => db.AttestationCases
            .Where(c => c.Status == AttestationCaseStatus.Voting && c.Votes.Count == 0)
            .Select(c => c.Id)
            .FirstAsync());
        await member.GoAsync($"/attestation/votes/{waiting}");
        await member.PressAsync("attestation.recuse.link");
        await member.KeepAsync("recuse");
    }

    private async Task CloseAsync(Window coordinator, Window trainer, Window teacher, StudyGroup group)
    {
        site.Time.Advance(TimeSpan.FromDays(Math.Max(12, group.EndsOn.DayNumber - Today.DayNumber)));
        await teacher.GoAsync("/my/courses");
        await teacher.GoAsync("/");
        await teacher.SeesAsync("today.matrix", group.Code);
        await teacher.GoAsync("/my/courses");
        await teacher.PressAsync("matrix.title");
        await teacher.KeepAsync("matrix");
        await teacher.PressAsync("matrix.fill");
        await teacher.SeesAsync("matrix.filled");
        await coordinator.GoAsync($"/groups/manage/{group.Id}");
        await coordinator.PressAsync("exports.of_group");
        await coordinator.PressAsync("exports.ask");
        await coordinator.SeesAsync("exports.title");
        await coordinator.KeepAsync("exports");
        await coordinator.GoAsync($"/groups/manage/{group.Id}");
        await coordinator.PressAsync("matrix.title");
        await coordinator.KeepAsync("group-matrix");
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

        // the trainer's stands in one mail with what else is due that day
        var addresses = await site.LookAsync(db => db.Persons.Where(p => due.Select(r => r.RecipientId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Email!));
        Assert.All(due, r => Assert.Single(
            site.Mail.Sent, m => m.To == addresses[r.RecipientId] && $"{m.Link} {m.TextBody}".Contains(r.ContactId.ToString(), StringComparison.Ordinal)));

        await coordinator.GoAsync("/reminders");
        await coordinator.KeepAsync("reminders");
        await coordinator.GoAsync($"/reminders/{due[0].Id}");
        await coordinator.KeepAsync("reminder");

        await trainer.GoAsync("/support");
        await trainer.GoAsync($"/support/{due[0].ContactId}");
        await ObserveAsync(trainer, due[0].ContactId);
        await trainer.GoAsync($"/support/{due[0].ContactId}/endorse");
        await trainer.KeepAsync("endorse");
        await teacher.GoAsync("/my/support");
        await teacher.GoAsync("/");
        await teacher.SeesAsync("today.lesson_answer");
        await teacher.GoAsync("/my/support");
        await teacher.PressAsync("lesson.read");
        await teacher.SeesWordsAsync("жұптық жұмыс жүйелі өтеді");
        await teacher.KeepAsync("lesson");
        await teacher.ChooseAsync("lesson.answer.value", Window.Text("enum.FeedbackValue.Helps"));
        await teacher.PressAsync("lesson.answer.submit");
        await teacher.SeesAsync("lesson.answered");
        await teacher.KeepAsync("answered");
        await trainer.GoAsync($"/support/{due[0].ContactId}/lesson");
        await trainer.SeesAsync("lesson.answer.of");

        Task<List<Reminder>> RemindersAsync() => site.LookAsync(db => db.Reminders.Where(r => Ours(db).Contains(r.ContactId)).ToListAsync());
    }

    // on a phone, in a school without a connection: the sheet opens, is filled in and waits, and sends itself on the way home
    private async Task ObserveAsync(Window trainer, Guid contactId)
    {
        var page = trainer.Page;
        await trainer.GoAsync($"/support/{contactId}");
        await trainer.PressAsync("lesson.fill");
        await page.WaitForFunctionAsync("async () => (await caches.match(location.pathname)) !== undefined && (await caches.keys()).length > 0");
        await page.SetViewportSizeAsync(390, 860);
        trainer.LineMayBreak = true;
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await trainer.SeesAsync("lesson.title");
        await trainer.FillAsync("lesson.on", Iso(Today));
        await trainer.FillAsync("lesson.subject", "Математика");
        await trainer.FillAsync("lesson.class", "7 «Б»");
        await trainer.FillAsync("lesson.topic", "Бөлшектерді салыстыру");
        await page.GetByLabel(Window.Text("sign.dialogue_with_pupils")).CheckAsync();
        foreach (var level in await page.Locator("input[type=radio][value=AboveAverage]").AllAsync())
        {
            await level.CheckAsync();
        }

        foreach (var words in await page.Locator("main form[data-later] textarea").AllAsync())
        {
            await words.FillAsync("Сабаққа қатыстым: жұптық жұмыс жүйелі өтеді.");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = Window.Text("lesson.sign") }).ClickAsync();
        await trainer.SeesAsync("later.waiting");
        await trainer.KeepAsync("lesson-waits");
        Assert.Equal(0, await site.LookAsync(db => db.SupportLessons.CountAsync(l => l.ContactId == contactId)));

        await page.Context.SetOfflineAsync(false);
        await trainer.SeesAsync("later.sent");
        await page.SetViewportSizeAsync(1280, 860);
        await trainer.GoAsync($"/support/{contactId}/lesson");
        await trainer.SeesWordsAsync("жұптық жұмыс жүйелі өтеді");
        await trainer.KeepAsync("lesson");
        Assert.Equal(LessonStatus.Delivered, await site.LookAsync(db => db.SupportLessons.Where(l => l.ContactId == contactId).Select(l => l.Status).SingleAsync()));
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
