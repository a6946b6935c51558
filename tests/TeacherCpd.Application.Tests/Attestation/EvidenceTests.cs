using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class EvidenceTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    private TestApp app = null!;
    private Person teacher = null!;
    private TestCommission commission = null!;
    private AttestationCase own = null!;

    public static TheoryData<Role> OtherRoles => Roles.Except(Role.Teacher);

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        commission = await app.Data.CommissionAsync();
        own = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Records_of_the_product_are_proposed_and_taken_over_once()
    {
        var certificate = await app.Data.CourseAsync(teacher, Day);
        var others = await app.Data.CourseAsync(await app.Data.PersonAsync(Role.Teacher), Day);

        var proposal = Assert.Single((await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals);
        var take = new TakeOverEvidenceCommand(proposal.Origin, proposal.OriginId, Language.Ru);
        var first = (await app.SendAs(teacher, take)).Value;
        var second = (await app.SendAs(teacher, take)).Value;

        Assert.Equal(certificate.Id, proposal.OriginId);
        Assert.Equal(first, second);
        var view = (await app.SendAs(teacher, new GetMyEvidenceQuery())).Value;
        Assert.Empty(view.Proposals);
        var item = Assert.Single(view.Items);
        Assert.Equal((EvidenceKind.Course, certificate.Serial, true), (item.Kind, item.Reference, item.ConsentedAt is not null));
        Assert.IsType<NotFound>((await app.SendAs(teacher, new TakeOverEvidenceCommand(EvidenceOrigin.Certificate, others.Id, Language.Kk))).Error);
    }

    [Fact]
    public async Task What_was_seen_in_the_year_after_a_course_is_proposed_once_it_is_signed()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var today = app.Time.Today();
        var lesson = await app.Data.ContactAsync(today, teacher, trainer, kind: ContactKind.Observation);
        var analysis = await app.Data.ContactAsync(today, teacher, trainer, kind: ContactKind.AchievementAnalysis);
        await app.Data.ContactAsync(today, trainer: trainer, kind: ContactKind.Observation);
        Assert.True((await app.SendAs(trainer, new SaveLessonCommand(lesson.Id, TestData.Lesson(today), null))).IsOk);
        Assert.Empty((await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals);

        Assert.True((await app.SendAs(trainer, new SignLessonCommand(lesson.Id, TestData.Lesson(today), 1))).IsOk);
        var results = new LearnerResults(today.AddMonths(-4), today, [new ClassFigures("7 Ә", "Тарих", 24, 11, 23, 16), new ClassFigures("7 Б", "Тарих", 20, 8, 21, 9)]);
        Assert.True((await app.SendAs(trainer, new CompleteContactCommand(analysis.Id, "Жетістіктер қаралды.", results))).IsOk);

        var proposals = (await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals.ToDictionary(p => p.Origin);
        Assert.Equal(
            (EvidenceKind.Observation, "Математика, 7 «Б»: на двух верхних уровнях 4 из 4 параметров"),
            (proposals[EvidenceOrigin.SupportLesson].Kind, proposals[EvidenceOrigin.SupportLesson].Title.Ru));
        Assert.Equal(
            (EvidenceKind.PupilResults, "7 Б, 7 Ә: с оценками 4 и 5 до курса 19 из 44, после 25 из 44"),
            (proposals[EvidenceOrigin.LearnerResults].Kind, proposals[EvidenceOrigin.LearnerResults].Title.Ru));
        Assert.True((await app.SendAs(teacher, new TakeOverEvidenceCommand(EvidenceOrigin.LearnerResults, analysis.Id, Language.Ru))).IsOk);
        Assert.Equal(EvidenceOrigin.SupportLesson, Assert.Single((await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals).Origin);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new TakeOverEvidenceCommand(EvidenceOrigin.SupportLesson, lesson.Id, Language.Ru))).Error);
    }

    [Fact]
    public async Task An_activity_is_proposed_once_the_school_confirmed_it()
    {
        var activity = await app.Data.ActivityAsync(teacher, DevelopmentKind.Contest);

        Assert.Empty((await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals);
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<Infrastructure.Persistence.AppDbContext>();
            await db.DevelopmentActivities.Where(a => a.Id == activity.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, ActivityStatus.Confirmed));
        });

        Assert.Equal(EvidenceKind.OwnContest, Assert.Single((await app.SendAs(teacher, new GetMyEvidenceQuery())).Value.Proposals).Kind);
    }

    [Fact]
    public async Task Evidence_and_claims_reach_the_secretary_and_the_vote_and_the_points_are_those_that_count()
    {
        var item = await AddAsync("Диплом");
        await OkAsync(new PutEvidenceCommand(own.Id, item, "2.2"));
        await OkAsync(new ClaimPointsCommand(own.Id, new Dictionary<string, int> { ["2.2"] = 3 }));

        var before = (await app.SendAs(commission.Secretary, new GetCaseQuery(own.Id))).Value.Sheet;
        Assert.Equal((3, null), (before.Claimed, before.Total));

        await app.SendAs(commission.Secretary, new AcceptCaseCommand(own.Id, commission.Commission.Id));
        var points = TestData.PointsFor("expert");
        var silent = await app.SendAs(commission.Secretary, new RecordResultsCommand(own.Id, 80, Day, points));
        var fault = Assert.Single(Assert.IsType<InvalidInput>(silent.Error).Faults);
        Assert.Equal(("Reasons[2.2]", "claim_changed_without_reason"), (fault.Field, fault.Code));
        var said = await app.SendAs(
            commission.Secretary, new RecordResultsCommand(own.Id, 80, Day, points, new Dictionary<string, string> { ["2.2"] = "Аудандық деңгей" }));
        Assert.Null(said.Error);

        var sheet = (await app.SendAs(commission.Secretary, new GetCaseQuery(own.Id))).Value.Sheet;
        var row = sheet.Criteria.Single(c => c.Number == "2.2");
        Assert.Equal((3, 2, "Аудандық деңгей", $"{commission.Secretary.FamilyName} {commission.Secretary.GivenName}"), (row.Claimed, row.Points, row.Reason, row.MarkedBy));
        Assert.Equal("Диплом", Assert.Single(row.Evidence).Title);
        Assert.Equal((84m, 84), (sheet.Total, sheet.Threshold));
        var mine = (await app.SendAs(teacher, new GetMyCaseQuery(own.Id))).Value;
        Assert.False(mine.EvidenceIsOpen);
        Assert.Equal(84m, mine.Sheet.Total);
    }

    [Fact]
    public async Task A_file_replaced_after_the_review_began_leaves_the_case_as_it_was_and_the_page_says_so()
    {
        var item = await AddAsync("Диплом", "бірінші нұсқа");
        await OkAsync(new PutEvidenceCommand(own.Id, item, "2.2"));
        await OkAsync(new ReplaceEvidenceCommand(item, await StoreAsync("екінші нұсқа")));
        var followed = await EvidenceAsync();
        Assert.False(followed.NewerExists);

        await app.SendAs(commission.Secretary, new AcceptCaseCommand(own.Id, commission.Commission.Id));
        await OkAsync(new ReplaceEvidenceCommand(item, await StoreAsync("үшінші нұсқа")));

        var kept = await EvidenceAsync();
        Assert.Equal(followed.Sha256, kept.Sha256);
        Assert.True(kept.NewerExists);
        var file = (await app.SendAs(commission.Secretary, new GetCaseEvidenceFileQuery(kept.Id))).Value;
        Assert.Equal("екінші нұсқа", await new StreamReader(file.Content).ReadToEndAsync(TestContext.Current.CancellationToken));
        var link = await app.LookAsync(db => db.ChainLinks.SingleAsync(l => l.CaseId == own.Id && l.Kind == ChainKind.Evidence));
        Assert.Contains(kept.Sha256!, link.Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_taken_back_takes_the_item_out_of_open_cases_only()
    {
        var item = await AddAsync("Диплом");
        await OkAsync(new PutEvidenceCommand(own.Id, item, "2.2"));
        await OkAsync(new ClaimPointsCommand(own.Id, new Dictionary<string, int> { ["2.2"] = 2 }));
        await OkAsync(new ForbidEvidenceCommand(item));

        Assert.Empty((await app.SendAs(teacher, new GetMyCaseQuery(own.Id))).Value.Sheet.Filled);
        Assert.IsType<EvidenceWithoutConsent>((await app.SendAs(teacher, new PutEvidenceCommand(own.Id, item, "2.2"))).Error);

        await OkAsync(new AllowEvidenceCommand(item));
        await OkAsync(new PutEvidenceCommand(own.Id, item, "2.2"));
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(own.Id, commission.Commission.Id));
        await OkAsync(new ForbidEvidenceCommand(item));
        Assert.Equal(item, (await EvidenceAsync()).ItemId);
    }

    [Fact]
    public async Task Files_are_for_the_owner_the_secretary_of_the_commission_and_members_who_have_a_part()
    {
        var item = await AddAsync("Диплом");
        await OkAsync(new PutEvidenceCommand(own.Id, item, "2.2"));
        var id = (await EvidenceAsync()).Id;
        var otherSecretary = await app.Data.PersonAsync(Role.CommissionSecretary);
        var stranger = await app.Data.PersonAsync(Role.Teacher);
        var (member, recused) = (commission.Members[1], commission.Members[2]);

        Assert.Null((await app.SendAs(teacher, new GetCaseEvidenceFileQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetCaseEvidenceFileQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetEvidenceItemFileQuery(item))).Error);
        Assert.IsType<NotFound>((await app.SendAs(member, new GetCaseEvidenceFileQuery(id))).Error);

        await app.SendAs(commission.Secretary, new AcceptCaseCommand(own.Id, commission.Commission.Id));
        await app.SendAs(commission.Secretary, new RecordResultsCommand(own.Id, 100, Day, TestData.PointsFor("expert")));
        var sitting = await app.Data.SittingAsync(commission, own);
        Assert.Null((await app.SendAs(commission.Secretary, new OpenVotingCommand(own.Id))).Error);
        await app.SendAs(recused, new RecuseMyselfCommand(own.Id, "Туысым"));

        Assert.Null((await app.SendAs(commission.Secretary, new GetCaseEvidenceFileQuery(id))).Error);
        Assert.Null((await app.SendAs(member, new GetCaseEvidenceFileQuery(id))).Error);
        Assert.NotEmpty((await app.SendAs(member, new GetVoteQuery(own.Id))).Value.Sheet.Filled);
        Assert.IsType<NotFound>((await app.SendAs(recused, new GetCaseEvidenceFileQuery(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(otherSecretary, new GetCaseEvidenceFileQuery(id))).Error);
        Assert.NotEqual(Guid.Empty, sitting.Id);
    }

    [Fact]
    public async Task Nobody_touches_the_evidence_or_the_case_of_another()
    {
        var item = await AddAsync("Диплом");
        var stranger = await app.Data.PersonAsync(Role.Teacher);

        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetEvidenceItemQuery(item))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new ReplaceEvidenceCommand(item, await StoreAsync("x")))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new AllowEvidenceCommand(item))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new ForbidEvidenceCommand(item))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new PutEvidenceCommand(own.Id, item, "2.2"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new TakeEvidenceOutCommand(own.Id, item))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new ClaimPointsCommand(own.Id, new Dictionary<string, int>()))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetCaseEvidenceQuery(own.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, Adding(item, "Басқа"))).Error);
    }

    [Theory]
    [InlineData("9.9", 1, "criterion_not_of_sheet")]
    [InlineData("2.2", 7, "out_of_range")]
    [InlineData("2.2", -1, "out_of_range")]
    public async Task Claims_stay_within_the_sheet(string criterion, int points, string code)
    {
        await OkAsync(new PutEvidenceCommand(own.Id, await AddAsync("Диплом"), "2.2"));

        var result = await app.SendAs(teacher, new ClaimPointsCommand(own.Id, new Dictionary<string, int> { [criterion] = points }));

        Assert.Equal(code, Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Code);
    }

    [Fact]
    public async Task The_form_suggests_the_usual_criterion_and_what_the_records_say()
    {
        var item = await AddAsync("Диплом");
        await app.Data.CourseAsync(teacher, Day, hours: 80);

        var form = (await app.SendAs(teacher, new GetCaseEvidenceQuery(own.Id))).Value;

        Assert.Equal((item, "2.2"), (form.Free.Single().Id, form.Free.Single().Criterion));
        Assert.Equal(1, form.Suggested["4.1"]);
        Assert.False(form.Suggested.ContainsKey("2.2"));
    }

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Only_teachers_keep_evidence(Role role)
    {
        var person = await app.Data.PersonAsync(role);

        Assert.IsType<Forbidden>((await app.SendAs(person, new GetMyEvidenceQuery())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, Adding(Guid.CreateVersion7(), "x"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new ClaimPointsCommand(own.Id, new Dictionary<string, int>()))).Error);
    }

    private static AddEvidenceCommand Adding(Guid id, string title) =>
        new(id, EvidenceKind.OwnContest, title, Day, EvidenceLevel.District, true, new EvidenceFile("a.txt", "text/plain", new string('0', 64)));

    private async Task<Guid> AddAsync(string title, string content = "мазмұны")
    {
        var id = Guid.CreateVersion7();
        var add = Adding(id, title) with { File = await StoreAsync(content) };
        Assert.Equal(id, (await app.SendAs(teacher, add)).Value);
        Assert.Equal(id, (await app.SendAs(teacher, add)).Value);
        return id;
    }

    private async Task<EvidenceFile> StoreAsync(string content)
    {
        EvidenceFile? file = null;
        await app.UseAsync(async services =>
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
            var stored = await services.GetRequiredService<IFileStore>().SaveAsync(stream, 10_000, TestContext.Current.CancellationToken);
            file = new EvidenceFile("a.txt", "text/plain", stored.Value.Sha256);
        });
        return file!;
    }

    private async Task<CaseEvidenceView> EvidenceAsync() =>
        Assert.Single((await app.SendAs(teacher, new GetMyCaseQuery(own.Id))).Value.Sheet.Criteria.SelectMany(c => c.Evidence));

    private async Task OkAsync<T>(MediatR.IRequest<Result<T>> request) => Assert.Null((await app.SendAs(teacher, request)).Error);
}
