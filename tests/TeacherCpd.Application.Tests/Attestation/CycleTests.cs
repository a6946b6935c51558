using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class CycleTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person ministry = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        await app.Data.RuleSetAsync();
        ministry = await app.Data.PersonAsync(Role.EducationOfficer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_cycle_goes_through_its_stages_on_its_days()
    {
        var id = (await app.SendAs(ministry, Plan())).Value;
        await MoveAsync();
        Assert.Equal(CycleStage.ApplicationsOpen, await StageAsync(id));

        app.Time.Advance(TimeSpan.FromDays(9));
        await MoveAsync();
        Assert.Equal(CycleStage.ApplicationsOpen, await StageAsync(id));
        app.Time.Advance(TimeSpan.FromDays(1));
        await MoveAsync();
        await MoveAsync();

        Assert.Equal(CycleStage.KnowledgeTest, await StageAsync(id));
        Assert.Equal(2, await app.LookAsync(db => db.AttestationCycles.SelectMany(c => c.Steps).CountAsync()));

        // after a stop it goes through what it missed
        app.Time.Advance(TimeSpan.FromDays(200));
        await MoveAsync();
        Assert.Equal(CycleStage.Closed, await StageAsync(id));
        Assert.Equal(6, await app.LookAsync(db => db.AttestationCycles.SelectMany(c => c.Steps).CountAsync()));
    }

    [Fact]
    public async Task Everybody_concerned_is_told_once()
    {
        var commission = await app.Data.CommissionAsync();
        var ends = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(ends, grantedOn: new DateOnly(2021, 6, 1));
        var later = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(later, grantedOn: new DateOnly(2024, 6, 1));
        await app.SendAs(ministry, Plan());
        await MoveAsync();

        await app.SendAsSystem(new TellCyclesCommand());
        await app.SendAsSystem(new TellCyclesCommand());

        var told = await app.LookAsync(db => db.AttestationNotices.Where(n => n.Kind == AttestationNoticeKind.CycleMoved).Select(n => n.RecipientId).ToListAsync());
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal(commission.Members.Select(m => m.Id).Append(commission.Secretary.Id).Append(ends.Id).Order(), told.Order());
    }

    [Fact]
    public async Task A_case_handed_in_after_the_applications_is_late_and_gets_one_category_lower_for_a_year()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        var commission = await app.Data.CommissionAsync();
        await app.SendAs(ministry, Plan());
        var open = await app.Data.CaseAsync(AttestationCaseStatus.Open, teacher);
        app.Time.Advance(TimeSpan.FromDays(10));
        await MoveAsync();

        Assert.Null((await app.SendAs(teacher, new SubmitCaseCommand(open.Id))).Error);
        Assert.True((await app.SendAs(teacher, new GetMyCaseQuery(open.Id))).Value.AppliedLate);
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(open.Id, commission.Commission.Id));
        await app.SendAs(commission.Secretary, new RecordResultsCommand(open.Id, 100, new DateOnly(2026, 2, 2), TestData.PointsFor("expert")));
        await app.Data.SittingAsync(commission, open);
        await app.SendAs(commission.Secretary, new OpenVotingCommand(open.Id));
        foreach (var member in commission.Members)
        {
            await app.SendAs(member, new CastVoteCommand(open.Id, true, null));
        }

        await app.SendAs(commission.Secretary, new DecideCaseCommand(open.Id));

        var given = await app.LookAsync(db => db.CategoryRecords.SingleAsync(r => r.CaseId == open.Id));
        Assert.Equal(("teacher", given.GrantedOn.AddYears(1)), (given.Category, given.ValidUntil));
    }

    [Fact]
    public async Task A_case_handed_in_in_time_belongs_to_the_nearest_cycle()
    {
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        await app.SendAs(ministry, Plan());
        var own = (await app.SendAs(regional, Plan() with { CycleId = Guid.CreateVersion7(), OrganisationId = world.Region.Id, Session = 2 })).Value;
        await MoveAsync();
        var open = await app.Data.CaseAsync(AttestationCaseStatus.Open);
        var teacher = await app.LookAsync(db => db.Persons.SingleAsync(p => p.Id == open.PersonId));

        await app.SendAs(teacher, new SubmitCaseCommand(open.Id));

        var saved = await app.LookAsync(db => db.AttestationCases.SingleAsync(c => c.Id == open.Id));
        Assert.Equal((own, false), (saved.CycleId, saved.AppliedLate));
        var board = (await app.SendAs(regional, new GetCycleQuery(own))).Value;
        Assert.Equal(1, board.Rows.Single(r => r.Who == WhoActs.SecretaryToAccept).Cases);
        Assert.False(Assert.Single(board.Cases).IsLate);

        // one working day later the secretary is late
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.True(Assert.Single((await app.SendAs(regional, new GetCycleQuery(own))).Value.Cases).IsLate);
    }

    [Fact]
    public async Task Days_that_do_not_follow_each_other_and_other_places_are_refused()
    {
        var regional = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var wrong = Plan() with { Review = Plan().Test };

        Assert.IsType<CycleDatesWrong>((await app.SendAs(ministry, wrong)).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, Plan())).Error);
        Assert.IsType<CycleNotHere>((await app.SendAs(ministry, Plan() with { OrganisationId = world.School.Id })).Error);
        Assert.Null((await app.SendAs(ministry, Plan())).Error);
        Assert.IsType<CycleExists>((await app.SendAs(ministry, Plan() with { CycleId = Guid.CreateVersion7() })).Error);
    }

    [Fact]
    public async Task The_day_of_a_stage_that_began_stays()
    {
        var id = (await app.SendAs(ministry, Plan())).Value;
        await MoveAsync();
        var days = Plan();

        Assert.IsType<CycleDatesWrong>((await app.SendAs(ministry, new ChangeCycleDatesCommand(
            id, days.Applications!.Value.AddDays(1), days.Test, days.Review, days.Sittings, days.Orders, days.Close))).Error);
        Assert.Null((await app.SendAs(ministry, new ChangeCycleDatesCommand(
            id, days.Applications, days.Test!.Value.AddDays(1), days.Review, days.Sittings, days.Orders, days.Close))).Error);
    }

    [Fact]
    public async Task An_application_is_refused_on_a_ground_and_a_new_one_may_be_opened()
    {
        var commission = await app.Data.CommissionAsync();
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        var teacher = await app.LookAsync(db => db.Persons.SingleAsync(p => p.Id == submitted.PersonId));

        Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, new RefuseCaseCommand(submitted.Id, null, ""))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new RefuseCaseCommand(submitted.Id, ApplicationRefusal.DataDoNotFit, "Диплом көшірмесі"))).Error);

        Assert.Equal("Диплом көшірмесі", (await app.SendAs(teacher, new GetMyCaseQuery(submitted.Id))).Value.RefusalWords);
        Assert.Equal(1, await app.LookAsync(db => db.AttestationNotices.CountAsync(n => n.Kind == AttestationNoticeKind.ApplicationRefused)));
        Assert.Null((await app.SendAs(teacher, new OpenCaseCommand(Guid.CreateVersion7(), "expert"))).Error);
    }

    private PlanCycleCommand Plan() => new(
        id,
        world.Ministry.Id,
        2026,
        1,
        CycleGroup.Teachers,
        CommissionLevel.District,
        new DateOnly(2026, 2, 10),
        new DateOnly(2026, 2, 20),
        new DateOnly(2026, 3, 10),
        new DateOnly(2026, 4, 6),
        new DateOnly(2026, 5, 11),
        new DateOnly(2026, 6, 1));

    private readonly Guid id = Guid.CreateVersion7();

    private async Task MoveAsync() => Assert.Null((await app.SendAsSystem(new MoveCyclesCommand())).Error);

    private Task<CycleStage> StageAsync(Guid cycle) => app.LookAsync(db => db.AttestationCycles.Where(c => c.Id == cycle).Select(c => c.Stage).SingleAsync());
}
