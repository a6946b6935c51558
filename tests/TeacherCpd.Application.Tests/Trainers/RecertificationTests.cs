using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Trainers;

/// <summary>The campaign of a year from its opening to the next one.</summary>
public sealed class RecertificationTests : IAsyncLifetime
{
    private const string Report =
        "Биыл үш топ өткіздім. Алғашқы топта қатысушылар мақсатты өз сөзімен айта алмады, сондықтан келесі топта сабақты диагностикадан бастадым. "
        + "Жұптық бақылау парағы қатысушылардың ілгерілеуін көруге көмектесті, он бес адам өз сабағында сұрақ қою тәсілін өзгертті.";

    private readonly CollectingMail mail = new();
    private TestApp app = null!;
    private Person moderator = null!;
    private Person methodologist = null!;
    private Rubric rubric = null!;
    private ProgrammeVersion version = null!;
    private (Person Person, Trainer Trainer) trainer;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));
        moderator = await app.Data.PersonAsync(Role.Moderator);
        methodologist = await app.Data.PersonAsync(Role.ProgrammeDeveloper);
        rubric = await app.Data.RubricAsync();
        version = await app.Data.ProgrammeAsync();
        trainer = await app.Data.PoolTrainerAsync();
        await app.Data.CertifyAsync(trainer.Trainer.Id, version.ProgrammeId, new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 30));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Whose_certification_ends_is_due_and_nobody_else()
    {
        var later = await app.Data.PoolTrainerAsync();
        await app.Data.CertifyAsync(later.Trainer.Id, version.ProgrammeId, new DateOnly(2025, 1, 1), new DateOnly(2027, 6, 30));
        var trained = await app.Data.PoolTrainerAsync();
        await app.Data.ChangeTrainerAsync(trained.Trainer.Id, t => t.Train(version.ProgrammeId, new StepGround(new DateOnly(2026, 1, 1), "x", null, app.Time.UtcNow())));

        var id = (await OpenAsync(2026)).Value;

        var view = (await app.SendAs(moderator, new GetCampaignQuery(id, null, 1))).Value;
        var row = Assert.Single(view.Rows.Items);
        Assert.Equal((trainer.Trainer.Id, "RT-2026-0001", false), (row.TrainerId, row.Number, row.IsCarriedOver));
        Assert.Equal(AuthorisationStatus.Due, await StatusAsync());
        Assert.IsType<CampaignIsThere>((await OpenAsync(2026)).Error);
        Assert.IsType<CampaignGoesOn>((await OpenAsync(2027)).Error);
        Assert.IsType<CouncilDecides>((await app.SendAs(methodologist, new CertifyTrainerCommand(trainer.Trainer.Id, version.ProgrammeId, new DateOnly(2026, 1, 1), new DateOnly(2028, 1, 1), "x"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(methodologist, new CloseCampaignCommand(id))).Error);
    }

    [Fact]
    public async Task A_report_may_be_bettered_until_the_last_day_and_not_after()
    {
        await OpenAsync(2026);
        var task = await TaskAsync();

        Assert.Null((await HandInAsync(task.Id, Report)).Error);
        Assert.Null((await HandInAsync(task.Id, Report + " Жақсартылды.")).Error);
        Assert.Equal(2, await app.LookAsync(db => db.ReflectiveTexts.CountAsync()));
        var other = await app.Data.PoolTrainerAsync();
        Assert.IsType<NotFound>((await HandInAsync(task.Id, Report, by: other.Person)).Error);

        app.Time.Advance(TimeSpan.FromDays(21));
        Assert.False((await TaskAsync()).MayHandIn);
        Assert.IsType<ReportsOver>((await HandInAsync(task.Id, Report)).Error);
    }

    [Fact]
    public async Task Two_assessors_read_a_report_after_the_last_day_without_a_name_and_apart()
    {
        await OpenAsync(2026);
        Assert.Null((await HandInAsync((await TaskAsync()).Id, $"Мен, {trainer.Person.FullName}, былай істедім. {Report}")).Error);
        await CheckAsync();
        var (first, second, third) = (await app.Data.PersonAsync(Role.Assessor), await app.Data.PersonAsync(Role.Assessor), await app.Data.PersonAsync(Role.Assessor));
        Assert.IsType<NoReportWaits>((await app.SendAs(first, new TakeTrainerReportCommand())).Error);

        app.Time.Advance(TimeSpan.FromDays(21));
        var sheet = (await app.SendAs(first, new TakeTrainerReportCommand())).Value;
        var view = (await app.SendAs(first, new GetTrainerSheetQuery(sheet))).Value;
        Assert.DoesNotContain(trainer.Person.FamilyName, view.Text, StringComparison.Ordinal);
        Assert.Contains("былай істедім", view.Text, StringComparison.Ordinal);
        Assert.IsType<NotFound>((await app.SendAs(second, new GetTrainerSheetQuery(sheet))).Error);

        Assert.IsType<InvalidInput>((await app.SendAs(first, new SignTrainerSheetCommand(sheet, [.. view.Lines.Take(2).Select(l => new MarkEntry(l.CriterionId, Grade.Good, ""))], ""))).Error);
        Assert.IsType<CriterionNotMarked>((await app.SendAs(first, new SignTrainerSheetCommand(sheet, [.. view.Lines.Take(2).Select(l => new MarkEntry(l.CriterionId, Grade.Good, ""))], "Пікір"))).Error);
        await SignAsync(first, sheet, Grade.Good);
        Assert.IsType<SheetAlreadySigned>((await app.SendAs(first, new SaveTrainerSheetCommand(sheet, [], "Басқа"))).Error);
        Assert.IsType<NoReportWaits>((await app.SendAs(first, new TakeTrainerReportCommand())).Error);
        Assert.Equal(RecertificationStatus.HandedIn, (await TaskAsync()).Status);

        var other = (await app.SendAs(second, new TakeTrainerReportCommand())).Value;
        Assert.All((await app.SendAs(second, new GetTrainerSheetQuery(other))).Value.Lines, l => Assert.Null(l.Level));
        Assert.IsType<NoReportWaits>((await app.SendAs(third, new TakeTrainerReportCommand())).Error);
        await SignAsync(second, other, Grade.Unsatisfactory);

        // they differ: the council sees both
        Assert.Equal(RecertificationStatus.Assessed, (await TaskAsync()).Status);
        var campaign = await app.LookAsync(db => db.RecertificationCampaigns.SingleAsync());
        var row = Assert.Single((await app.SendAs(moderator, new GetCouncilSheetQuery(campaign.Id, RecertificationStatus.Certified))).Value.Rows);
        Assert.Equal([Grade.Good, Grade.Unsatisfactory], row.Grades.Select(g => g.Grade));
    }

    [Fact]
    public async Task A_colleague_of_the_trainer_is_given_nothing()
    {
        await OpenAsync(2026);
        Assert.Null((await HandInAsync((await TaskAsync()).Id, Report)).Error);
        app.Time.Advance(TimeSpan.FromDays(21));

        // both work in the same school
        var colleague = await app.Data.PersonAsync(Role.Assessor, w => w.School);

        Assert.IsType<NoReportWaits>((await app.SendAs(colleague, new TakeTrainerReportCommand())).Error);
    }

    [Fact]
    public async Task The_council_certifies_for_the_span_of_the_campaign_and_the_trainer_is_told()
    {
        var id = await AssessedAsync(Grade.Good);
        var task = await TaskAsync();
        var decision = new RecordCouncilDecisionCommand(id, RecertificationStatus.Certified, [task.Id], "14", new DateOnly(2026, 3, 1), null);
        Assert.IsType<Forbidden>((await app.SendAs(methodologist, decision)).Error);
        Assert.IsType<CampaignHasUndecided>((await app.SendAs(moderator, new CloseCampaignCommand(id))).Error);

        Assert.Equal(1, (await app.SendAs(moderator, decision)).Value);
        Assert.Equal(1, (await app.SendAs(moderator, decision)).Value);

        var file = (await app.SendAs(trainer.Person, new GetMyTrainerFileQuery())).Value.File!;
        var authorisation = Assert.Single(file.Authorisations);
        Assert.Equal((AuthorisationStatus.Certified, new DateOnly(2026, 7, 1), new DateOnly(2027, 6, 30)), (authorisation.Status, authorisation.ValidFrom!.Value, authorisation.ValidUntil!.Value));
        var outcome = Assert.Single(file.Outcomes);
        Assert.Equal((true, "14", new DateOnly(2026, 3, 1)), (outcome.IsRecommended, outcome.Protocol, outcome.On));
        Assert.Equal(1, await app.LookAsync(db => db.TrainerNotices.CountAsync(n => n.Kind == TrainerNoticeKind.Decided)));
        var certificate = await app.LookAsync(db => db.Certificates.SingleAsync(c => c.SubjectId == task.Id));
        Assert.Equal(
            (CertificateKind.Trainer, trainer.Person.Id, new DateOnly(2026, 7, 1), new DateOnly(2027, 6, 30)),
            (certificate.Kind, certificate.PersonId, certificate.ValidFrom!.Value, certificate.ValidUntil!.Value));
        Assert.Contains("14", certificate.Grounds, StringComparison.Ordinal);
        Assert.Null((await app.SendAs(moderator, new CloseCampaignCommand(id))).Error);
    }

    [Fact]
    public async Task Whoever_is_not_recommended_is_carried_over_and_needs_new_practice()
    {
        var id = await AssessedAsync(Grade.Unsatisfactory);
        var decision = new RecordCouncilDecisionCommand(id, RecertificationStatus.NotRecommended, [(await TaskAsync()).Id], "14", new DateOnly(2026, 3, 1), null);
        Assert.IsType<InvalidInput>((await app.SendAs(moderator, decision)).Error);
        Assert.Null((await app.SendAs(moderator, decision with { Reasons = "Ілгерілеу дәлелденбеген." })).Error);
        Assert.Equal(AuthorisationStatus.NotRecommended, await StatusAsync());
        Assert.Null((await app.SendAs(moderator, new CloseCampaignCommand(id))).Error);

        Assert.Null((await OpenAsync(2027)).Error);
        var task = await TaskAsync();
        Assert.True(task.IsCarriedOver);
        Assert.Equal(AuthorisationStatus.NotRecommended, await StatusAsync());
        Assert.IsType<NewPracticeMissing>((await HandInAsync(task.Id, Report)).Error);
        Assert.Null((await HandInAsync(task.Id, Report, practice: "Екі топ, он сабақ.")).Error);
    }

    [Fact]
    public async Task Without_a_report_there_is_no_recommendation_and_no_decision_before_the_last_day()
    {
        var id = (await OpenAsync(2026)).Value;
        var refuse = new RecordCouncilDecisionCommand(id, RecertificationStatus.NotRecommended, [(await TaskAsync()).Id], "14", new DateOnly(2026, 2, 10), "Есеп жоқ.");

        Assert.IsType<ReportStillAwaited>((await app.SendAs(moderator, refuse)).Error);
        app.Time.Advance(TimeSpan.FromDays(21));
        Assert.IsType<StepNotAllowed>((await app.SendAs(moderator, refuse with { Outcome = RecertificationStatus.Certified })).Error);
        Assert.Null((await app.SendAs(moderator, refuse)).Error);
        Assert.Equal(AuthorisationStatus.NotRecommended, await StatusAsync());
    }

    [Fact]
    public async Task The_check_finds_what_stands_in_the_report_of_another_and_in_a_portfolio()
    {
        var other = await app.Data.PoolTrainerAsync();
        await app.Data.CertifyAsync(other.Trainer.Id, version.ProgrammeId, new DateOnly(2025, 1, 1), new DateOnly(2026, 6, 30));
        const string OfPortfolio = "Сабақ соңында оқушылар шығу билетін толтырды, жауаптарын талдап, келесі сабақтың тапсырмаларын үш деңгейге бөлдім.";
        var enrolment = await app.Data.EnrolmentAsync(await app.Data.GroupAsync(version, status: GroupStatus.Studying));
        await app.Data.PortfolioAsync(enrolment, PortfolioStatus.AwaitingFeedback, OfPortfolio);
        await IndexAsync(enrolment.Id, OfPortfolio);
        await OpenAsync(2026);
        Assert.Null((await HandInAsync((await TaskAsync(other.Person)).Id, Report, by: other.Person)).Error);
        await CheckAsync();

        Assert.Null((await HandInAsync((await TaskAsync()).Id, $"{Report}\n{OfPortfolio}\nОсыдан кейін өз топтарымда басқаша жұмыс істеймін, өйткені әр топтың дайындығы әртүрлі болды.")).Error);
        Assert.Equal(CheckStatus.Queued, (await TaskAsync()).Check);
        await CheckAsync();

        var checks = await app.LookAsync(db => db.ReflectiveChecks.Include(c => c.Passages).OrderBy(c => c.QueuedAt).ThenBy(c => c.Id).ToListAsync());
        Assert.Equal(0, checks[0].SimilarityPermille);
        Assert.InRange(checks[1].SimilarityPermille!.Value, 500, 950);
        Assert.Equal([ReflectiveSource.Portfolio, ReflectiveSource.Report], checks[1].Passages.Select(p => p.Source).Distinct().Order());

        // running it again changes nothing
        await app.SendAsSystem(new RunReflectiveCheckCommand(checks[1].Id));
        Assert.Equal(checks[1].Passages.Count, await app.LookAsync(db => db.ReflectiveChecks.Where(c => c.Id == checks[1].Id).SelectMany(c => c.Passages).CountAsync()));
    }

    [Fact]
    public async Task A_lost_check_is_handed_over_again_and_a_failed_one_waits_for_a_person()
    {
        await OpenAsync(2026);
        Assert.Null((await HandInAsync((await TaskAsync()).Id, Report)).Error);
        var id = Assert.Single(app.Jobs.Take(), j => j.Kind == nameof(IBackgroundJobs.CheckReflectiveReport)).Id;

        await app.SendAsSystem(new QueueLostReflectiveChecksCommand());
        Assert.Empty(app.Jobs.Take());
        app.Time.Advance(TimeSpan.FromMinutes(3));
        await app.SendAsSystem(new QueueLostReflectiveChecksCommand());
        Assert.Equal([(nameof(IBackgroundJobs.CheckReflectiveReport), id)], app.Jobs.Take());

        for (var i = 0; i < 5; i++)
        {
            await app.SendAsSystem(new RecordFailedReflectiveCheckCommand(id));
        }

        Assert.Equal(CheckStatus.Failed, (await TaskAsync()).Check);
        Assert.Null((await app.SendAs(moderator, new RetryReflectiveCheckCommand(id))).Error);
        Assert.Equal(CheckStatus.Queued, (await TaskAsync()).Check);
    }

    [Fact]
    public async Task Whoever_is_awaited_is_told_once_each_time_and_the_mail_says_nothing_of_the_decision()
    {
        await OpenAsync(2026);
        await WatchAsync();
        Assert.Equal([TrainerNoticeKind.CampaignOpened], await KindsAsync());
        app.Time.Advance(TimeSpan.FromDays(8));
        await WatchAsync();
        await WatchAsync();
        Assert.Equal([TrainerNoticeKind.CampaignOpened, TrainerNoticeKind.ReportDueSoon], await KindsAsync());
        app.Time.Advance(TimeSpan.FromDays(10));
        await WatchAsync();
        Assert.Equal([TrainerNoticeKind.CampaignOpened, TrainerNoticeKind.ReportDueSoon, TrainerNoticeKind.ReportDueNow], await KindsAsync());

        await app.SendAsSystem(new QueueTrainerNoticesCommand());
        foreach (var (kind, id) in app.Jobs.Take().Where(j => j.Kind == nameof(IBackgroundJobs.SendTrainerNotice)))
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SendAsSystem(new SendTrainerNoticeCommand(id))));
        }

        Assert.Equal(3, mail.Taken.Count);
        Assert.All(mail.Taken, m => Assert.Contains("RT-2026-0001", m.Subject, StringComparison.Ordinal));
        Assert.Equal(3, await app.LookAsync(db => db.TrainerNotices.CountAsync(n => n.Status == ReminderStatus.Sent && n.Attempts == 1)));
    }

    private async Task<Result<Guid>> OpenAsync(int year) => await app.SendAs(moderator, new OpenCampaignCommand(
        Guid.CreateVersion7(),
        year,
        rubric.Id,
        new DateOnly(2026, 12, 31),
        app.Time.Today().AddDays(20),
        new DateOnly(2026, 7, 1),
        new DateOnly(2027, 6, 30),
        "№ 12 бұйрық"));

    private async Task<Guid> AssessedAsync(Grade grade)
    {
        var id = (await OpenAsync(2026)).Value;
        Assert.Null((await HandInAsync((await TaskAsync()).Id, Report)).Error);
        app.Time.Advance(TimeSpan.FromDays(21));
        foreach (var assessor in new[] { await app.Data.PersonAsync(Role.Assessor), await app.Data.PersonAsync(Role.Assessor) })
        {
            await SignAsync(assessor, (await app.SendAs(assessor, new TakeTrainerReportCommand())).Value, grade);
        }

        return id;
    }

    private async Task SignAsync(Person assessor, Guid sheet, Grade grade) => Assert.Null((await app.SendAs(assessor, new SignTrainerSheetCommand(
        sheet, [.. rubric.Criteria.Select(c => new MarkEntry(c.Id, grade, "Мысал бар."))], "Пікір"))).Error);

    private async Task<Result<Done>> HandInAsync(Guid recertification, string text, Person? by = null, string? practice = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var received = await app.SendAs(by ?? trainer.Person, new ReceiveReflectiveReportQuery(recertification, content, "esep.txt"));
        return received.Error ?? (Result<Done>)(await app.SendAs(by ?? trainer.Person, new HandInReflectiveReportCommand(Guid.CreateVersion7(), recertification, practice, received.Value)));
    }

    private async Task<RecertificationTask> TaskAsync(Person? by = null) => Assert.Single((await app.SendAs(by ?? trainer.Person, new GetMyTrainerFileQuery())).Value.Tasks);

    private async Task CheckAsync()
    {
        foreach (var (_, id) in app.Jobs.Take().Where(j => j.Kind == nameof(IBackgroundJobs.CheckReflectiveReport)))
        {
            Assert.Null((await app.SendAsSystem(new RunReflectiveCheckCommand(id))).Error);
        }
    }

    private async Task WatchAsync() => Assert.Null((await app.SendAsSystem(new WatchTrainersCommand())).Error);

    private Task<List<TrainerNoticeKind>> KindsAsync() => app.LookAsync(db => db.TrainerNotices.OrderBy(n => n.WrittenAt).Select(n => n.Kind).ToListAsync());

    private Task<AuthorisationStatus> StatusAsync() => app.LookAsync(db => db.Trainers
        .Where(t => t.Id == trainer.Trainer.Id)
        .SelectMany(t => t.Authorisations)
        .Select(a => a.Status)
        .SingleAsync());

    private Task IndexAsync(Guid enrolmentId, string text) => app.Data.ChangeAsync(async db =>
    {
        var material = await db.Portfolios.Where(p => p.EnrolmentId == enrolmentId).SelectMany(p => p.Materials).Select(m => m.Id).SingleAsync();
        if (!await db.IndexedDocuments.AnyAsync(d => d.DocumentId == material))
        {
            db.IndexedDocuments.Add(await db.IndexAsync(material, text, CancellationToken.None));
        }
    });
}
