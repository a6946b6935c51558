using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Originality;

/// <summary>A case from its opening to the appeal: who is told, who is heard, who decides, and what follows for the work.</summary>
public sealed class OriginalityCaseTests : IAsyncLifetime
{
    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private Person trainer = null!;
    private Person coordinator = null!;
    private Person second = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        trainer = await app.Data.PersonAsync(Role.Trainer);
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        second = await app.Data.PersonAsync(Role.Coordinator, w => w.Centre);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_check_that_reaches_the_threshold_opens_a_case_and_the_teacher_is_told_once()
    {
        var group = await app.Data.GroupWithThresholdAsync(300, OriginalityConsequence.Case, trainer);
        var (first, firstPlace) = await app.Data.ParticipantAsync(group);
        await RunAsync(await app.Data.HandInAsync(first, firstPlace, SampleTexts.Lesson));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var (teacher, place) = await app.Data.ParticipantAsync(group);
        var check = await app.Data.HandInAsync(teacher, place, SampleTexts.Lesson);

        await RunAsync(check);
        await RunAsync(check);

        var @case = await app.LookAsync(db => db.OriginalityCases.Include(c => c.Grounds).SingleAsync());
        Assert.Equal((check.VersionId, OriginalityCaseStatus.Open, new DateOnly(2026, 2, 20), "OR-2026-000001"), (@case.VersionId, @case.Status, @case.StatementDueOn, @case.Number));
        var ground = Assert.Single(@case.Grounds);
        Assert.Equal((CaseGroundKind.Threshold, check.Id, 1000, (Guid?)null), (ground.Kind, ground.CheckId, ground.Permille, ground.By));

        app.Jobs.Take();
        await app.SendAsSystem(new QueueCaseNoticesCommand());
        var job = Assert.Single(app.Jobs.Take());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SendAsSystem(new SendCaseNoticeCommand(job.Id))));
        await app.SendAsSystem(new QueueCaseNoticesCommand());
        Assert.Empty(app.Jobs.Take());
        var sent = Assert.Single(mail.Taken);
        Assert.Equal(teacher.Email, sent.To);
        Assert.Contains("20.02.2026", sent.TextBody, StringComparison.Ordinal);
        Assert.EndsWith($"originality/cases/{@case.Id}", sent.Link!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal([("originality.today.statement", new DateOnly(2026, 2, 20))], await TodayAsync(teacher));
        Assert.Empty(await TodayAsync(first));
    }

    [Fact]
    public async Task Where_the_plan_only_warns_or_sets_no_threshold_no_case_is_opened()
    {
        foreach (var group in new[] { await app.Data.GroupWithThresholdAsync(300), await app.Data.GroupWithThresholdAsync(null, OriginalityConsequence.Hold) })
        {
            var (teacher, place) = await app.Data.ParticipantAsync(group);
            await RunAsync(await app.Data.HandInAsync(teacher, place, SampleTexts.Lesson));
            app.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(await app.LookAsync(db => db.OriginalityCases.ToListAsync()));
    }

    [Fact]
    public async Task Trainer_coordinator_and_assessor_join_one_case_and_the_assessor_stays_unknown()
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment);
        var check = await app.Data.CheckAsync(work, await SourceAsync(), 1000, 2);
        var assessor = await app.Data.PersonAsync(Role.Assessor);
        var sheet = (await app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()))).Value;
        Assert.Equal(work.Enrolment.ListenerCode, (await app.SendAs(assessor, new GetSuspicionFormQuery(sheet))).Value);

        var opened = await app.SendAs(trainer, new OpenOriginalityCaseCommand(check.Id, "Бұл бөлімді ол жазған жоқ."));
        Assert.Null((await app.SendAs(assessor, new ReportSuspicionCommand(sheet, "Стилі күрт өзгереді."))).Error);
        Assert.Equal(opened.Value, (await app.SendAs(coordinator, new OpenOriginalityCaseCommand(check.Id, "Мен де байқадым."))).Value);

        foreach (var reader in new[] { trainer, coordinator, second, work.Teacher })
        {
            var view = (await app.SendAs(reader, new GetOriginalityCaseQuery(opened.Value))).Value;
            Assert.Equal([CaseStepKind.ByHand, CaseStepKind.Suspicion, CaseStepKind.ByHand], view.Steps.Where(s => s.Kind != CaseStepKind.Notice).Select(s => s.Kind));
            Assert.Null(view.Steps.Single(s => s.Kind == CaseStepKind.Suspicion).Who);
            Assert.DoesNotContain(view.Steps, s => s.Who?.Contains(assessor.FamilyName + " " + assessor.GivenName, StringComparison.Ordinal) == true && s.Kind == CaseStepKind.Suspicion);
        }

        Assert.IsType<NotFound>((await app.SendAs(assessor, new GetOriginalityCaseQuery(opened.Value))).Error);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Assessor), new ReportSuspicionCommand(sheet, "Басқа"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, new OpenOriginalityCaseCommand(check.Id, " "))).Error);
    }

    [Fact]
    public async Task Only_who_is_answerable_sees_or_opens_a_case()
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingFeedback);
        var check = await app.Data.CheckAsync(work, await SourceAsync(), 1000, 2);
        var id = (await app.SendAs(trainer, new OpenOriginalityCaseCommand(check.Id, "Себебі"))).Value;
        Person[] strangers =
        [
            await app.Data.PersonAsync(Role.Trainer), await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Assessor),
            await app.Data.PersonAsync(Role.Coordinator, w => w.OtherBranch), await app.Data.PersonAsync(Role.CommissionSecretary),
        ];

        foreach (var stranger in strangers)
        {
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetOriginalityCaseQuery(id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new OpenOriginalityCaseCommand(check.Id, "Себебі"))).Error);
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GiveStatementCommand(id, "Мен емес"))).Error);
        }

        Assert.IsType<NotFound>((await app.SendAs(work.Teacher, new OpenOriginalityCaseCommand(check.Id, "Себебі"))).Error);
        Assert.Equal(1, (await app.SendAs(coordinator, new GetOriginalityCasesQuery(null))).Value.Total);
        Assert.Equal(0, (await app.SendAs(strangers[3], new GetOriginalityCasesQuery(null))).Value.Total);
        Assert.IsType<Forbidden>((await app.SendAs(work.Teacher, new GetOriginalityCasesQuery(null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(strangers[3], new DecideOriginalityCaseCommand(id, OriginalityVerdict.NoBreach, "Жоқ"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new DecideOriginalityCaseCommand(id, OriginalityVerdict.NoBreach, "Жоқ"))).Error);
    }

    [Theory]
    [InlineData(PortfolioStatus.AwaitingFeedback)]
    [InlineData(PortfolioStatus.FeedbackGiven)]
    [InlineData(PortfolioStatus.AwaitingAssessment)]
    [InlineData(PortfolioStatus.InAssessment)]
    public async Task A_refused_work_waits_for_another_version_and_a_successful_appeal_gives_back_what_it_had(PortfolioStatus status)
    {
        var work = await WorkAsync(status);
        var id = await HeardAsync(work);

        Assert.Null((await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, OriginalityVerdict.Refused, "Екі бөлім көшірілген."))).Error);
        Assert.Equal((PortfolioStatus.Refused, EnrolmentStatus.NotRecommended), await StatesAsync(work));
        Assert.Contains(await TodayAsync(work.Teacher), i => i.Key == "originality.today.verdict");

        Assert.Null((await app.SendAs(work.Teacher, new AppealVerdictCommand(id, "Бұл менің мақалам, міне сілтеме."))).Error);
        Assert.IsType<NotIndependentOfCase>((await app.SendAs(coordinator, new DecideVerdictAppealCommand(id, AppealOutcome.SetAside, "Дұрыс"))).Error);
        Assert.True((await app.SendAs(coordinator, new GetOriginalityCaseQuery(id))).Value.HasPart);
        Assert.Equal(CaseAct.Close, (await app.SendAs(second, new GetOriginalityCaseQuery(id))).Value.Act);
        Assert.Null((await app.SendAs(second, new DecideVerdictAppealCommand(id, AppealOutcome.SetAside, "Мақала шынымен оныкі."))).Error);

        Assert.Equal((status, EnrolmentStatus.Accepted), await StatesAsync(work));
        var view = (await app.SendAs(work.Teacher, new GetOriginalityCaseQuery(id))).Value;
        Assert.Equal(
            [CaseStepKind.ByHand, CaseStepKind.Statement, CaseStepKind.Verdict, CaseStepKind.Appeal, CaseStepKind.Outcome],
            view.Steps.Where(s => s.Kind != CaseStepKind.Notice).Select(s => s.Kind));
        Assert.Equal(3, view.Steps.Count(s => s.Kind == CaseStepKind.Notice));
    }

    [Fact]
    public async Task A_version_handed_in_after_the_refusal_goes_on_when_the_verdict_is_set_aside()
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment);
        var id = await HeardAsync(work);
        await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, OriginalityVerdict.Refused, "Көшірілген."));

        Assert.Null((await app.Data.HandInAsync(work.Teacher, work.Enrolment.Id, TestData.Report("Жаңа нұсқа толық қайта жазылды."))).Error);
        Assert.Equal((PortfolioStatus.SummativeCheck, EnrolmentStatus.NotRecommended), await StatesAsync(work));
        await app.SendAs(work.Teacher, new AppealVerdictCommand(id, "Келіспеймін"));
        Assert.Null((await app.SendAs(second, new DecideVerdictAppealCommand(id, AppealOutcome.SetAside, "Дәлел жоқ."))).Error);

        Assert.Equal((PortfolioStatus.SummativeCheck, EnrolmentStatus.Accepted), await StatesAsync(work));
    }

    [Theory]
    [InlineData(OriginalityVerdict.NoBreach)]
    [InlineData(OriginalityVerdict.Warning)]
    public async Task Any_other_verdict_leaves_the_work_where_it_is(OriginalityVerdict verdict)
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment);
        var id = await HeardAsync(work);

        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, verdict, ""))).Error);
        Assert.Null((await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, verdict, "Оқыдым."))).Error);

        Assert.Equal((PortfolioStatus.AwaitingAssessment, EnrolmentStatus.Accepted), await StatesAsync(work));
        Assert.IsType<StepNotAllowed>((await app.SendAs(second, new DecideOriginalityCaseCommand(id, verdict, "Тағы"))).Error);
    }

    [Fact]
    public async Task Who_opened_a_case_by_hand_does_not_decide_it_and_nobody_before_the_teacher_was_heard()
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment);
        var check = await app.Data.CheckAsync(work, await SourceAsync(), 1000, 2);
        var id = (await app.SendAs(coordinator, new OpenOriginalityCaseCommand(check.Id, "Себебі"))).Value;

        Assert.IsType<TeacherNotHeard>((await app.SendAs(second, new DecideOriginalityCaseCommand(id, OriginalityVerdict.Warning, "Оқыдым."))).Error);
        Assert.DoesNotContain(await TodayAsync(second), i => i.Key == "originality.today.decide");
        app.Time.Advance(TimeSpan.FromDays(11));
        Assert.IsType<CaseTermOver>((await app.SendAs(work.Teacher, new GiveStatementCommand(id, "Кеш"))).Error);
        Assert.IsType<NotIndependentOfCase>((await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, OriginalityVerdict.Warning, "Оқыдым."))).Error);
        Assert.DoesNotContain(await TodayAsync(coordinator), i => i.Key == "originality.today.decide");
        Assert.Contains(await TodayAsync(second), i => i.Key == "originality.today.decide");
        Assert.Null((await app.SendAs(second, new DecideOriginalityCaseCommand(id, OriginalityVerdict.Warning, "Оқыдым."))).Error);
    }

    [Fact]
    public async Task A_graded_work_is_not_refused()
    {
        var work = await WorkAsync(PortfolioStatus.Recommended);
        var id = await HeardAsync(work);

        Assert.IsType<WorkIsRecommended>((await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, OriginalityVerdict.Refused, "Көшірілген."))).Error);
        Assert.Equal(OriginalityCaseStatus.Heard, await app.LookAsync(db => db.OriginalityCases.Select(c => c.Status).SingleAsync()));
    }

    [Theory]
    [InlineData(OriginalityConsequence.Hold, 0)]
    [InlineData(OriginalityConsequence.Case, 1)]
    public async Task Where_the_plan_holds_the_work_it_is_offered_to_no_assessor_before_the_verdict(OriginalityConsequence consequence, int offered)
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment, consequence);
        var id = await HeardAsync(work);
        var assessor = await app.Data.PersonAsync(Role.Assessor);

        Assert.Equal(offered, (await app.SendAs(assessor, new GetAssessmentsQuery())).Value.Waiting);
        await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, OriginalityVerdict.NoBreach, "Оқыдым."));
        Assert.Equal(1, (await app.SendAs(assessor, new GetAssessmentsQuery())).Value.Waiting);
    }

    [Fact]
    public async Task A_sheet_begun_before_the_case_is_signed_after_its_verdict()
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment, OriginalityConsequence.Hold);
        var assessor = await app.Data.PersonAsync(Role.Assessor);
        var sheet = (await app.SendAs(assessor, new TakeNextPortfolioCommand(Guid.CreateVersion7()))).Value;
        await app.SendAs(assessor, new SaveAssessmentCommand(sheet, await app.Data.MarksAsync(work.Group, Grade.Good), "", true));
        var id = await HeardAsync(work);

        Assert.IsType<WorkOnHold>((await app.SendAs(assessor, new SignAssessmentCommand(sheet))).Error);
        await app.SendAs(coordinator, new DecideOriginalityCaseCommand(id, OriginalityVerdict.NoBreach, "Оқыдым."));
        Assert.Null((await app.SendAs(assessor, new SignAssessmentCommand(sheet))).Error);
    }

    [Fact]
    public async Task A_mail_that_is_refused_waits_and_a_teacher_without_an_address_is_told_on_the_site_only()
    {
        var work = await WorkAsync(PortfolioStatus.AwaitingAssessment);
        await HeardAsync(work);
        mail.Failure = new MailNotTakenException("refused", new InvalidOperationException());
        app.Jobs.Take();
        await app.SendAsSystem(new QueueCaseNoticesCommand());
        await app.SendAsSystem(new SendCaseNoticeCommand(Assert.Single(app.Jobs.Take()).Id));
        await app.SendAsSystem(new QueueCaseNoticesCommand());
        Assert.Empty(app.Jobs.Take());

        app.Time.Advance(TimeSpan.FromMinutes(31));
        mail.Failure = null;
        await app.LookAsync(db => db.Persons.Where(p => p.Id == work.Teacher.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, (string?)null)));
        await app.SendAsSystem(new QueueCaseNoticesCommand());
        await app.SendAsSystem(new SendCaseNoticeCommand(Assert.Single(app.Jobs.Take()).Id));

        Assert.Empty(mail.Taken);
        Assert.Equal(ReminderStatus.NoAddress, await app.LookAsync(db => db.CaseNotices.Select(n => n.Status).SingleAsync()));
    }

    private async Task<Work> WorkAsync(PortfolioStatus status, OriginalityConsequence consequence = OriginalityConsequence.Case)
    {
        var group = await app.Data.GroupWithThresholdAsync(300, consequence, trainer);
        return await app.Data.WorkAsync(status, trainer, group: group);
    }

    private async Task<PortfolioMaterial> SourceAsync() =>
        (await app.Data.WorkAsync(PortfolioStatus.AwaitingFeedback)).Version.Materials.First();

    // opened by the trainer, and the teacher gave a statement
    private async Task<Guid> HeardAsync(Work work)
    {
        var check = await app.Data.CheckAsync(work, await SourceAsync(), 1000, 4);
        var id = (await app.SendAs(trainer, new OpenOriginalityCaseCommand(check.Id, "Екі бөлім сөзбе-сөз бірдей."))).Value;
        Assert.Null((await app.SendAs(work.Teacher, new GiveStatementCommand(id, "Мен сілтеме қоюды ұмыттым."))).Error);
        return id;
    }

    private async Task RunAsync(OriginalityCheck check) =>
        Assert.Null((await app.SendAsSystem(new RunOriginalityCheckCommand(check.Id))).Error);

    private async Task<(PortfolioStatus Portfolio, EnrolmentStatus Enrolment)> StatesAsync(Work work) => (
        await app.LookAsync(db => db.Portfolios.Where(p => p.Id == work.Portfolio.Id).Select(p => p.Status).SingleAsync()),
        await app.LookAsync(db => db.Enrolments.Where(e => e.Id == work.Enrolment.Id).Select(e => e.Status).SingleAsync()));

    private async Task<List<(string Key, DateOnly? DueOn)>> TodayAsync(Person person) =>
        [.. (await app.SendAs(person, new GetTodayQuery())).Value.Items.Where(i => i.TextKey.StartsWith("originality.today.", StringComparison.Ordinal)).Select(i => (i.TextKey, i.DueOn))];
}
