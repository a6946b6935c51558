using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Library;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// The pages beside the way of <see cref="MainJobTests"/>, module by module: each is opened by a person who works with it,
/// over the demo data, and looked over. The clock stands, so that what the demo data say of today is so.
/// </summary>
[Collection(Journeys.Name)]
public sealed class PagesTests(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Groups()
    {
        var record = new Record("pages-groups");
        var open = await site.LookAsync(db => db.Groups.Where(g => g.Status == GroupStatus.Recruiting && db.Enrolments.Any(e => e.GroupId == g.Id && e.Status == EnrolmentStatus.Accepted)
            && db.Organisations.Any(o => o.Id == g.BranchId && o.Code == "B39")).OrderBy(g => g.Code).Select(g => g.Id).FirstAsync());
        var accepted = await site.LookAsync(db => db.Enrolments.Where(e => e.GroupId == open && e.Status == EnrolmentStatus.Accepted).Select(e => e.Id).FirstAsync());
        var waiting = await site.LookAsync(db => db.Enrolments
            .Where(e => e.Status == EnrolmentStatus.Applied && db.Groups.Any(g => g.Id == e.GroupId && db.Organisations.Any(o => o.Id == g.BranchId && o.Code == "B39")))
            .Select(e => new { e.Id, e.GroupId })
            .FirstAsync());
        var team = await site.LookAsync(db => db.Groups.Where(g => db.ProgrammeVersions.Any(v => v.Id == g.ProgrammeVersionId && v.TeamSize != null)).Select(g => g.Id).FirstAsync());
        var manage = $"/groups/manage/{open}";

        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync(
            $"{manage}/edit", $"{manage}/late", $"{manage}/cancel", $"{manage}/leave/{accepted}", $"/groups/manage/{waiting.GroupId}/decline/{waiting.Id}",
            $"/groups/manage/{waiting.GroupId}/list", $"{manage}/timetable");
        await coordinator.PressAsync("timetable.check");
        await coordinator.KeepAsync("timetable-checked");

        await using var school = await OfAsync("school", DemoAccounts.SchoolCoordinator, record);
        await school.GoAsync($"/groups/{team}");
        await school.PressAsync("groups.nominate");
        await school.KeepAsync("nominate");

        await using var officer = await OfAsync("officer", DemoAccounts.RegionalOfficer, record);
        await officer.VisitAsync("/applications");

        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        await ministry.VisitAsync("/reports/tables", "/reports/tables/trainees-by-programme?year=2025", "/quotas", $"/quotas/{await site.LookAsync(db => db.Quotas.Select(q => q.Id).FirstAsync())}");
    }

    [Fact]
    public async Task Attendance()
    {
        var record = new Record("pages-attendance");
        var attended = await site.LookAsync(db => db.Groups.Where(g => g.Status == GroupStatus.Studying && db.Persons.Any(p => p.Id == g.TrainerId && p.Iin == DemoAccounts.Trainer.Iin)).Select(g => g.Id).FirstAsync());
        await using var trainer = await OfAsync("trainer", DemoAccounts.Trainer, record);
        await trainer.VisitAsync($"/attendance/groups/{attended}", "/attendance");
        await trainer.Page.Locator("main section.now td a").First.ClickAsync();
        await trainer.KeepAsync("roster");
        await trainer.PressAsync("attendance.code.open");
        await trainer.KeepAsync("code");

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/my/calendar");
        await teacher.PressAsync("attend.title");
        await teacher.KeepAsync("attend");

        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync("/attendance/no-shows");
    }

    [Fact]
    public async Task Exchange()
    {
        var record = new Record("pages-exchange");
        await using var administrator = await OfAsync("administrator", DemoAccounts.Administrator, record);
        await administrator.VisitAsync("/exchange");
        await administrator.Page.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "qyzmetkerler.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"ЖСН;ТАӘ;Ұйым коды;Лауазымы\n{DemoAccounts.Teacher.Iin};Бөтен Есім;S000;мұғалім\n850101400012;Қате Нөмір;S000;мұғалім\n"),
        });
        await administrator.PressAsync("exchange.submit");
        await administrator.SeesAsync("exchange.status");
        await administrator.KeepAsync("import");

        var waiting = await site.LookAsync(db => db.RegisterImports.Where(i => i.Status == Domain.Exchange.RegisterImportStatus.Compared && i.FileName.StartsWith("ubdq")).Select(i => i.Id).SingleAsync());
        await administrator.VisitAsync($"/exchange/{waiting}");
        Assert.NotEmpty(await administrator.FetchAsync($"/exchange/{waiting}/differences.csv"));
        var export = await site.LookAsync(db => db.RegisterExports.Select(e => e.Id).FirstAsync());
        Assert.NotEmpty(await administrator.FetchAsync($"/exchange/exports/{export}/register.csv"));
        await administrator.PressAsync("exchange.confirm.submit");
        await administrator.SeesAsync("exchange.follow");
        await administrator.KeepAsync("nothing-ticked");

        await administrator.VisitAsync("/exchange/webhooks", $"/exchange/webhooks/{await site.LookAsync(db => db.Webhooks.Select(w => w.Id).SingleAsync())}", "/my/tokens");
        await administrator.PressAsync("tokens.submit");
        await administrator.SeesAsync("tokens.scopes");
        await administrator.KeepAsync("token-without-name");

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/my/tokens", "/outside-courses");
        await using var developer = await OfAsync("developer", DemoAccounts.Developer, record);
        await developer.VisitAsync("/outside-courses/tools", "/outside-courses/add");
        await developer.PressAsync("lti.add_course.submit");
        await developer.SeesAsync("lti.title_kk");
        await developer.KeepAsync("course-without-title");
    }

    [Fact]
    public async Task Originality()
    {
        var record = new Record("pages-originality");
        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        await ministry.VisitAsync("/reports/tables/originality?year=2025", "/reports/figures");
        Assert.NotEmpty(await ministry.FetchAsync("/reports/tables/originality/file"));
        await ministry.VisitAsync("/reports/stated");
        await ministry.Page.Locator("main input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "oblys.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("облыс;оқыды;ұсынылды\nКостанайская обл.;1 200;900\nТүркістан облысы;2 300;2 100\ntotal;3 500;3 300\n"),
        });
        await ministry.PressAsync("stated.submit");
        await ministry.SeesAsync("stated.findings");
        await ministry.KeepAsync("stated-table");

        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync("/originality", "/originality/cases");
        var copied = await site.LookAsync(db => db.OriginalityChecks
            .Where(c => db.PassageReviews.Any(r => r.MaterialId == c.MaterialId))
            .OrderByDescending(c => c.SimilarityPermille)
            .Select(c => c.Id)
            .FirstAsync());
        await coordinator.VisitAsync($"/originality/checks/{copied}");
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

        // cases that wait for a verdict and for the outcome of an appeal
        foreach (var (status, path) in new[] { (OriginalityCaseStatus.Heard, "verdict/Warning"), (OriginalityCaseStatus.Appealed, "appeal/Stands") })
        {
            var @case = await site.LookAsync(db => db.OriginalityCases.Where(c => c.Status == status).Select(c => c.Id).FirstAsync());
            await coordinator.VisitAsync($"/originality/cases/{@case}", $"/originality/cases/{@case}/{path}");
        }

        await using var assessor = await OfAsync("assessor", DemoAccounts.Assessor, record);
        var sheet = await site.LookAsync(db => db.RubricSheets
            .Where(s => s.SignedAt == null && s.ReturnedAt == null && s.Role == SheetRole.First && db.Persons.Any(p => p.Id == s.AuthorId && p.Iin == DemoAccounts.Assessor.Iin))
            .Select(s => s.Id)
            .FirstAsync());
        await assessor.VisitAsync($"/assessment/{sheet}/suspicion");
    }

    [Fact]
    public async Task Trainers()
    {
        var record = new Record("pages-trainers");
        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync("/trainers", "/trainers/new", "/coaches", "/trainers/lapses");
        Assert.NotEmpty(await coordinator.FetchAsync("/trainers/file"));
        await coordinator.Page.Locator("main td a").First.ClickAsync();
        await coordinator.PressAsync("proposals.show");
        await coordinator.SeesAsync("proposals.title");
        await coordinator.KeepAsync("proposals");

        await using var developer = await OfAsync("developer", DemoAccounts.Developer, record);
        var pooled = await site.LookAsync(db => db.Trainers.Where(t => db.Persons.Any(p => p.Id == t.PersonId && p.Iin == DemoAccounts.Trainer.Iin)).Select(t => t.Id).SingleAsync());
        await developer.VisitAsync($"/trainers/{pooled}", "/standardisation");

        await using var trainer = await OfAsync("trainer", DemoAccounts.Trainer, record);
        await trainer.GoAsync("/my/trainer");
        await trainer.Page.Locator("main input[type=file]").First.SetInputFilesAsync(new FilePayload
        {
            Name = "refleksiya.txt",
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Reports.Second),
        });
        await trainer.Page.Locator("main form[enctype] button").First.ClickAsync();
        await trainer.SeesAsync("my_trainer.done");
        await trainer.KeepAsync("my-trainer");
    }

    [Fact]
    public async Task Recertification()
    {
        var record = new Record("pages-recertification");
        var campaign = await site.LookAsync(db => db.RecertificationCampaigns.OrderByDescending(c => c.Year).Select(c => c.Id).FirstAsync());
        var report = await site.LookAsync(db => db.ReflectiveChecks.OrderBy(c => c.QueuedAt).Select(c => c.ReportId).FirstAsync());
        await using var moderator = await OfAsync("moderator", DemoAccounts.Moderator, record);
        await moderator.VisitAsync(
            "/recertification", $"/recertification/{campaign}", $"/recertification/{campaign}/certify", $"/recertification/{campaign}/refuse", "/reports/tables/trainers-by-programme");
        Assert.NotEmpty(await moderator.FetchAsync($"/recertification/reports/{report}"));

        await using var assessor = await OfAsync("assessor", DemoAccounts.Assessor, record);
        await assessor.VisitAsync("/recertification/sheets");
        await assessor.VisitAsync((await assessor.Page.Locator("main td a").First.GetAttributeAsync("href"))!);
    }

    [Fact]
    public async Task Support()
    {
        var record = new Record("pages-support");
        var survey = await site.LookAsync(db => db.SupportContacts
            .Where(c => c.DoneAt == null && c.Kind == ContactKind.Survey && db.Persons.Any(p => p.Id == c.TrainerId && p.Iin == DemoAccounts.Trainer.Iin))
            .Select(c => c.Id)
            .FirstAsync());
        var analysis = await site.LookAsync(db => db.SupportContacts
            .Where(c => c.DoneAt == null && c.Kind == ContactKind.AchievementAnalysis && db.Persons.Any(p => p.Id == c.TrainerId && p.Iin == DemoAccounts.Trainer.Iin))
            .Select(c => c.Id)
            .FirstAsync());
        await using var trainer = await OfAsync("trainer", DemoAccounts.Trainer, record);
        await trainer.VisitAsync("/support", $"/support/{survey}", $"/support/{analysis}", "/my/reminders", "/support/events", "/support/events/new?kind=Webinar");
        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync("/support/overdue", "/my/reminders");
        await using var visitor = await chromium.OpenAsync(site, "visitor", record);
        await visitor.VisitAsync("/mails/leave");
        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        await ministry.VisitAsync("/reports/lessons?year=2025");
        await ministry.SeesAsync("lesson_figures.sides");
        await ministry.VisitAsync("/reports/effect?year=2025");
        await ministry.VisitAsync((await ministry.Page.Locator("main a[href^='/reports/effect/']").First.GetAttributeAsync("href"))!);
        await ministry.VisitAsync((await ministry.Page.Locator("main a[href^='/trail/']").First.GetAttributeAsync("href"))!);
    }

    [Fact]
    public async Task Studies()
    {
        var record = new Record("pages-studies");
        var published = await site.LookAsync(db => db.Studies.Where(s => s.Status == StudyStatus.Published).Select(s => s.Id).FirstAsync());
        var planned = await site.LookAsync(db => db.Studies.Where(s => s.Status == StudyStatus.Planned).Select(s => s.Id).FirstAsync());
        var open = await site.LookAsync(db => db.Questionnaires
            .Where(q => q.Kind == QuestionnaireKind.Survey && db.Studies.Any(s => s.Id == q.StudyId && s.Status == StudyStatus.Open))
            .Select(q => new { q.Id, q.StudyId, q.Token })
            .FirstAsync());
        var diagnosis = await site.LookAsync(db => db.Questionnaires.Where(q => q.Kind == QuestionnaireKind.Diagnosis).Select(q => new { q.Id, q.StudyId }).FirstAsync());

        await using var visitor = await chromium.OpenAsync(site, "visitor", record);
        await visitor.VisitAsync($"/survey/{open.Token}");

        await using var developer = await OfAsync("developer", DemoAccounts.Developer, record);
        await developer.VisitAsync("/studies", "/studies/new", $"/studies/{planned}", $"/studies/{planned}/edit", $"/studies/{published}/results?by=Language");
        Assert.NotEmpty(await developer.FetchAsync($"/studies/{published}/results/file"));

        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync(
            $"/studies/{open.StudyId}", $"/studies/questionnaires/{open.Id}", $"/studies/questionnaires/{open.Id}/invite", $"/studies/{diagnosis.StudyId}/needs");
        await coordinator.GoAsync($"/studies/questionnaires/{open.Id}");
        await coordinator.PressAsync("questionnaire.draft_next");
        await coordinator.VisitAsync($"/studies/questionnaires/{open.Id}/question", $"/studies/questionnaires/{open.Id}/question?code=q1");

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/my/surveys", $"/my/surveys/{open.Id}", $"/my/surveys/{diagnosis.Id}/level");
    }

    [Fact]
    public async Task Testing()
    {
        var record = new Record("pages-testing");
        var approved = await site.LookAsync(db => db.ItemVersions.Where(v => v.Status == ItemStatus.Approved).OrderBy(v => v.Id).Select(v => v.ItemId).FirstAsync());
        var draft = await site.LookAsync(db => db.ItemVersions.Where(v => v.Status == ItemStatus.Draft).Select(v => v.ItemId).FirstAsync());
        var reviewed = await site.LookAsync(db => db.ItemVersions.Where(v => v.Status == ItemStatus.InReview).Select(v => v.ItemId).FirstAsync());
        var test = await site.LookAsync(db => db.TrialTests.OrderBy(t => t.Id).Select(t => t.Id).FirstAsync());
        var appeal = await site.LookAsync(db => db.ItemAppeals.Select(a => a.Id).FirstAsync());
        var taken = await site.LookAsync(db => db.TestAttempts.Where(a => db.Persons.Any(p => p.Id == a.PersonId && p.Iin == DemoAccounts.Teacher.Iin)).Select(a => a.Id).FirstAsync());
        var running = await site.LookAsync(db => db.TestAttempts.Where(a => a.EndedAt == null && db.Persons.Any(p => p.Id == a.PersonId && p.Iin == DemoAccounts.SecondTeacher.Iin)).Select(a => a.Id).FirstAsync());

        var reviewedCase = await site.LookAsync(db => db.AttestationCases
            .Where(c => c.Status == AttestationCaseStatus.UnderReview
                && db.Commissions.Any(k => k.Id == c.CommissionId && db.Persons.Any(p => p.Id == k.SecretaryId && p.Iin == DemoAccounts.Secretary.Iin)))
            .Select(c => c.Id)
            .FirstAsync());

        await using var developer = await OfAsync("developer", DemoAccounts.Developer, record);
        await developer.VisitAsync(
            "/items", $"/items/{approved}", "/items/write", $"/items/write/{draft}", "/items/import", "/trial-tests", $"/trial-tests/{test}", "/trial-tests/write");
        Assert.NotEmpty(await developer.FetchAsync("/items/template"));
        var closed = await site.LookAsync(db => db.TrialTests.Where(t => t.Status == TrialTestStatus.Closed).Select(t => t.Id).FirstAsync());
        await developer.VisitAsync($"/trial-tests/{closed}");
        Assert.NotEmpty(await developer.FetchAsync($"/trial-tests/{closed}/responses.csv"));

        await using var assessor = await OfAsync("assessor", DemoAccounts.Assessor, record);
        await assessor.VisitAsync($"/items/{reviewed}", "/item-appeals", $"/item-appeals/{appeal}");

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/my/tests", $"/my/tests/{taken}/result", $"/my/tests/{taken}/appeal/1");

        await using var second = await OfAsync("second-teacher", DemoAccounts.SecondTeacher, record);
        await second.VisitAsync($"/my/tests/{running}");

        await using var secretary = await OfAsync("secretary", DemoAccounts.Secretary, record);
        await secretary.VisitAsync($"/attestation/cases/{reviewedCase}/test-appeals");
    }

    [Fact]
    public async Task Library()
    {
        var record = new Record("pages-library");
        var published = await site.LookAsync(db => db.LibraryVersions.Where(v => v.Status == LibraryStatus.Published && v.FileSha256 != null).OrderBy(v => v.Id).Select(v => v.MaterialId).FirstAsync());
        var proposed = await site.LookAsync(db => db.LibraryVersions.Where(v => v.Status == LibraryStatus.Proposed).Select(v => v.MaterialId).FirstAsync());
        var section = await site.LookAsync(db => db.LibrarySections.OrderBy(s => s.Place).Select(s => s.Id).FirstAsync());

        await using var assessor = await OfAsync("assessor", DemoAccounts.Assessor, record);
        await assessor.VisitAsync("/library/proposals", $"/library/{proposed}");

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/library", $"/library/{published}", "/library/proposals", "/library/write");
        Assert.NotEmpty(await teacher.FetchAsync($"/library/{published}/file/1"));

        await using var developer = await OfAsync("developer", DemoAccounts.Developer, record);
        await developer.VisitAsync("/library/sections", $"/library/sections/write/{section}", "/library/confirm", "/reports/library");
        Assert.NotEmpty(await developer.FetchAsync("/reports/library/file"));
    }

    [Fact]
    public async Task HelpDesk()
    {
        var record = new Record("pages-help-desk");
        var ticket = await site.LookAsync(db => db.Tickets.OrderBy(t => t.Number).Select(t => t.Id).FirstAsync());
        var answer = await site.LookAsync(db => db.CannedAnswers.OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/help", $"/help/tickets/{ticket}");

        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync("/help/tickets", $"/help/tickets/{ticket}", "/help/answers", $"/help/answers/write/{answer}", "/help/figures");
    }

    [Fact]
    public async Task Collaboration()
    {
        var record = new Record("pages-collaboration");
        var pair = await site.LookAsync(db => db.MentoringPairs.Select(p => new { p.Id, Meeting = p.Meetings.Where(m => m.AnsweredAt == null).Select(m => m.Id).First() }).FirstAsync());
        var team = await site.LookAsync(db => db.SchoolTeams.Select(t => new { t.Id, Task = t.Tasks.Where(l => l.Status == TeamTaskStatus.Open).Select(l => l.Id).First() }).FirstAsync());
        var study = await site.LookAsync(db => db.LessonStudies.Where(s => s.Status == LessonStudyStatus.Running)
            .Select(s => new { s.Id, Lesson = s.Lessons.Where(l => l.Status == ResearchLessonStatus.Taught).Select(l => l.Id).First() }).FirstAsync());
        var shared = await site.LookAsync(db => db.LessonStudies.Where(s => s.SharedAt != null).Select(s => s.Id).FirstAsync());

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync(
            "/my/collaboration", $"/mentoring/{pair.Id}", $"/mentoring/{pair.Id}?meeting={pair.Meeting}", $"/teams/{team.Id}", "/lesson-study", "/lesson-study/new",
            $"/lesson-study/{study.Id}", $"/lesson-study/{study.Id}/lessons/{study.Lesson}", $"/lesson-study/{study.Id}/report");
        await using var school = await OfAsync("school", DemoAccounts.SchoolCoordinator, record);
        await school.VisitAsync(
            "/collaboration", "/mentoring/new", $"/mentoring/{pair.Id}", "/teams/new", $"/teams/{team.Id}", $"/teams/{team.Id}?task={team.Task}", $"/lesson-study/{shared}/report");
        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        await ministry.VisitAsync("/reports/mentoring", "/lesson-study");
    }

    [Fact]
    public async Task Planning()
    {
        var record = new Record("pages-planning");
        var plan = await site.LookAsync(db => db.WorkPlans.Select(p => p.Id).FirstAsync());
        var import = await site.LookAsync(db => db.PlanImports.Select(i => i.Id).FirstAsync());
        var items = await site.LookAsync(db => db.PlanItems.OrderBy(i => i.Position).Select(i => i.Id).ToListAsync());

        await using var school = await OfAsync("school", DemoAccounts.SchoolCoordinator, record);
        await school.VisitAsync("/plans", $"/plans/{plan}", $"/plans/{plan}?month=9", $"/plans/{plan}/import/{import}", $"/plans/items/{items[4]}", $"/plans/items/{items[^1]}");
        var rating = await site.LookAsync(db => db.Ratings.OrderByDescending(r => r.Year).Select(r => r.Id).FirstAsync());
        await using var officer = await OfAsync("officer", DemoAccounts.RegionalOfficer, record);
        await officer.VisitAsync("/ratings", $"/ratings/{rating}", $"/ratings/{rating}?band=2");
        Assert.NotEmpty(await officer.FetchAsync($"/ratings/{rating}/file"));
        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/my/plan-items", $"/plans/items/{items[5]}");
    }

    [Fact]
    public async Task Networks()
    {
        var record = new Record("pages-networks");
        var draft = await site.LookAsync(db => db.NetworkLists.Where(l => l.Status == NetworkListStatus.Draft).Select(l => l.Id).SingleAsync());
        var approved = await site.LookAsync(db => db.NetworkLists.Where(l => l.Status == NetworkListStatus.Approved && l.YearStart == 2025).SelectMany(l => l.Schools).Where(s => db.CoachEvents.Any(e => e.SchoolId == s.SchoolId)).Select(s => s.Id).FirstAsync());
        var written = await site.LookAsync(db => db.LeadingSchools.Where(s => s.ListId == draft && s.Partners.Any()).Select(s => s.Id).FirstAsync());
        var planned = await site.LookAsync(db => db.CoachEvents.Where(e => e.Status == CoachEventStatus.Planned).OrderBy(e => e.From).Select(e => e.Id).FirstAsync());
        var held = await site.LookAsync(db => db.CoachEvents.Where(e => e.Status == CoachEventStatus.Held).OrderBy(e => e.From).Select(e => e.Id).FirstAsync());
        var visits = await site.LookAsync(db => db.SchoolVisits.OrderBy(v => v.StartsOn).Select(v => new { v.Id, v.Status, Open = v.Stages.Count(s => s.ClosedAt == null) }).ToListAsync());
        var (running, ready, sent) = (visits.Find(v => v is { Status: SchoolVisitStatus.Running, Open: > 0 })!.Id, visits.Find(v => v is { Status: SchoolVisitStatus.Running, Open: 0 })!.Id,
            await site.LookAsync(db => db.VisitNotices.Select(n => n.VisitId).SingleAsync()));

        await using var officer = await OfAsync("officer", DemoAccounts.RegionalOfficer, record);
        await officer.VisitAsync("/networks", $"/networks/lists/{draft}?q=№1", $"/networks/{written}?q=№1", $"/networks/{approved}", "/networks/events", "/visits", "/reports/tables/leading-schools?year=2025");
        Assert.NotEmpty(await officer.FetchAsync($"/networks/lists/{draft}/file"));
        await using var school = await OfAsync("school", DemoAccounts.SchoolCoordinator, record);
        await school.VisitAsync("/networks", "/networks/events/new", $"/networks/events/{planned}", $"/networks/events/{held}", $"/visits/{sent}/report");
        Assert.NotEmpty(await school.FetchAsync($"/visits/{sent}/report/file"));
        Assert.NotEmpty(await school.FetchAsync($"/visits/{sent}/report/file?format=Pdf"));
        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync("/visits", "/visits/new?q=№1", "/visits/templates", "/visits/templates/new", $"/visits/{running}", $"/visits/{ready}?stage=Visit", "/visits/summary");
        Assert.NotEmpty(await coordinator.FetchAsync("/visits/summary/file"));
    }

    [Fact]
    public async Task Certificates()
    {
        var record = new Record("pages-certificates");
        var certificate = await site.LookAsync(db => db.Certificates
            .Where(c => c.Status == CertificateStatus.Valid && db.Organisations.Any(o => o.Id == c.OrganisationId && o.Code == "B39"))
            .OrderBy(c => c.Serial)
            .Select(c => c.Id)
            .FirstAsync());
        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator, record);
        await coordinator.VisitAsync(
            "/certificates", $"/certificates/{certificate}", $"/certificates/{certificate}/suspend", $"/certificates/{certificate}/replace", "/certificates/batches");

        await using var administrator = await OfAsync("administrator", DemoAccounts.Administrator, record);
        await administrator.VisitAsync("/certificates/keys", "/certificates/templates/Course");
    }

    [Fact]
    public async Task Programmes()
    {
        var record = new Record("pages-programmes");
        await using var developer = await OfAsync("developer", DemoAccounts.Developer, record);
        await developer.VisitAsync(
            "/programmes", "/programmes/new", "/programmes/D02", "/programmes/D02/versions/1/edit", "/programmes/by-direction", "/programmes/D02/versions/1/plan",
            "/rubrics", "/rubrics/P/1", "/rubrics/P/2/edit", "/rubrics/new");

        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        var centre = await site.LookAsync(db => db.Providers.Select(p => p.OrganisationId).FirstAsync());
        await ministry.VisitAsync("/programmes/papers", "/providers", $"/providers/{centre}");
    }

    [Fact]
    public async Task Development()
    {
        var record = new Record("pages-development");
        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        var returned = await site.LookAsync(db => db.DevelopmentActivities
            .Where(a => a.Status == ActivityStatus.Returned && db.Persons.Any(p => p.Id == a.PersonId && p.Iin == DemoAccounts.Teacher.Iin))
            .Select(a => a.Id)
            .FirstAsync());
        await teacher.VisitAsync("/my/record", "/my/record/add", $"/my/record/{returned}");

        await using var school = await OfAsync("school", DemoAccounts.SchoolCoordinator, record);
        var activity = await site.LookAsync(db => db.DevelopmentActivities
            .Where(a => a.Status == ActivityStatus.Recorded && a.FileName != null)
            .Select(a => a.Id)
            .FirstAsync());
        await school.VisitAsync("/development", $"/development/{activity}", $"/development/{activity}/return", "/training");
        Assert.NotEmpty(await school.FetchAsync($"/development/{activity}/file"));
        Assert.NotEmpty(await school.FetchAsync("/training/file"));
    }

    [Fact]
    public async Task Organisations_and_people()
    {
        var record = new Record("pages-organisations");
        var district = await DistrictAsync();
        var person = await site.LookAsync(db => db.Persons.Where(p => p.Iin == DemoAccounts.Teacher.Iin).Select(p => p.Id).SingleAsync());
        await using var administrator = await OfAsync("administrator", DemoAccounts.Administrator, record);
        await administrator.VisitAsync(
            "/", "/audit", "/mails", "/my/password", "/handouts",
            "/organisations", $"/organisations/{district}", $"/organisations/{district}/add", $"/organisations/{district}/rename",
            "/people", $"/people/add?organisation={district}", $"/people/{person}", $"/people/{person}/role", $"/people/{person}/password");
    }

    [Fact]
    public async Task Rules_and_categories()
    {
        var record = new Record("pages-rules");
        var draft = await site.LookAsync(db => db.RuleSets.Where(r => r.Status == RuleSetStatus.Draft).Select(r => r.Id).FirstAsync());
        var simulation = await site.LookAsync(db => db.RuleSimulations.Select(s => s.Id).FirstAsync());
        var person = await site.LookAsync(db => db.CategoryPauses.Select(p => p.PersonId).FirstAsync());
        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        await ministry.VisitAsync(
            "/attestation/rules", $"/attestation/rules/{draft}?section=test", $"/attestation/rules/{draft}/edit?section=term",
            $"/attestation/rules/{draft}/in-force", "/attestation/rules/import", $"/attestation/rules/compare?after={draft}",
            $"/attestation/rules/simulations/{simulation}", "/attestation/rules/years", "/attestation/categories", $"/attestation/categories/{person}",
            "/attestation/forecast", "/reports/categories");
        Assert.NotEmpty(await ministry.FetchAsync($"/attestation/rules/{draft}.json"));
        Assert.NotEmpty(await ministry.FetchAsync("/attestation/rules/schema.json"));
        Assert.NotEmpty(await ministry.FetchAsync("/attestation/forecast.csv"));

        await using var teacher = await OfAsync("teacher", DemoAccounts.Teacher, record);
        await teacher.VisitAsync("/my/readiness");
    }

    [Fact]
    public async Task Evidence_and_observation_sheets()
    {
        var record = new Record("pages-evidence");
        var shown = await site.LookAsync(db => db.AttestationCases.Where(c => c.Evidence.Any()).Select(c => new { c.Id, Evidence = c.Evidence.First(e => e.FileSha256 != null).Id }).FirstAsync());
        var item = await site.LookAsync(db => db.EvidenceItems.Where(i => i.FileSha256 != null).Select(i => i.Id).FirstAsync());
        var signed = await site.LookAsync(db => db.LessonObservations.Where(o => o.Status == ObservationStatus.SignedOff).Select(o => o.Id).FirstAsync());
        var draft = await site.LookAsync(db => db.LessonObservations.Where(o => o.Status == ObservationStatus.Draft).Select(o => o.Id).FirstAsync());
        await using var teacher = await OfAsync("second teacher", DemoAccounts.SecondTeacher, record);
        await teacher.VisitAsync(
            "/my/evidence", "/my/evidence/add", $"/my/evidence/{item}", $"/my/cases/{shown.Id}", $"/my/cases/{shown.Id}/evidence", $"/my/cases/{shown.Id}/essay", "/my/observations", $"/observations/{signed}");
        Assert.NotEmpty(await teacher.FetchAsync($"/my/evidence/{item}/file"));

        await using var secretary = await OfAsync("secretary", DemoAccounts.Secretary, record);
        await secretary.VisitAsync($"/attestation/cases/{shown.Id}", $"/attestation/cases/{shown.Id}/results");
        Assert.NotEmpty(await secretary.FetchAsync($"/attestation/evidence/{shown.Evidence}/file"));

        await using var chair = await OfAsync("chair", DemoAccounts.Commission[0], record);
        await chair.VisitAsync("/observations", "/observations/begin", $"/observations/{draft}");
    }

    [Fact]
    public async Task Commissions_and_cycles()
    {
        var record = new Record("pages-commissions");
        var district = await DistrictAsync();
        var commission = await site.LookAsync(db => db.Commissions.Where(c => c.OrganisationId == district && c.Members.Any(m => m.IsChair)).Select(c => c.Id).FirstAsync());
        var member = await site.LookAsync(db => db.Commissions.Where(c => c.Id == commission).SelectMany(c => c.Members).Select(m => m.PersonId).FirstAsync());
        await using var administrator = await OfAsync("administrator", DemoAccounts.Administrator, record);
        await administrator.VisitAsync(
            "/commissions", $"/commissions/form?organisation={district}", $"/commissions/{commission}", $"/commissions/{commission}/end",
            $"/commissions/{commission}/members/{member}");

        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer, record);
        var cycle = await site.LookAsync(db => db.AttestationCycles.Select(c => c.Id).FirstAsync());
        await ministry.VisitAsync("/attestation/cycles", "/attestation/cycles/form", $"/attestation/cycles/{cycle}");
    }

    private Task<Guid> DistrictAsync() => site.LookAsync(db => db.Organisations.Where(o => o.Code == "3901").Select(o => o.Id).SingleAsync());

    private async Task<Window> OfAsync(string role, DemoAccount account, Record record) =>
        await (await chromium.OpenAsync(site, role, record)).SignInAsync(account.Iin, DemoAccounts.Password);
}
