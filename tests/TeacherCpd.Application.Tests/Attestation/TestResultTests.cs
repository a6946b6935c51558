using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

/// <summary>Results of the testing centre, and acts that annul them.</summary>
public sealed class TestResultTests : IAsyncLifetime
{
    private TestApp app = null!;
    private TestCommission commission = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        commission = await app.Data.CommissionAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_import_says_what_it_would_change_and_then_changes_that()
    {
        var (changed, changedIin) = await ReviewedAsync();
        var (_, sameIin) = await ReviewedAsync();
        var elsewhere = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: await app.Data.CommissionAsync());
        var elsewhereIin = await IinOfAsync(elsewhere);
        var unknown = TestData.NewIin(900);
        var text = $"ЖСН;пайыз;күні\n{changedIin};72;2026-02-03\n{sameIin};100;2026-02-02\n{unknown};80;2026-02-03\n{elsewhereIin};80;2026-02-03\n{sameIin};80;2024-12-01\nқате;;";

        var rows = (await app.SendAs(commission.Secretary, new CompareTestResultsQuery(text))).Value;

        Assert.Equal(
            [
                TestResultOutcome.Different, TestResultOutcome.Same, TestResultOutcome.UnknownPerson,
                TestResultOutcome.NoCase, TestResultOutcome.NotValid, TestResultOutcome.Unreadable,
            ],
            rows.Select(r => r.Outcome));
        Assert.Equal((2, 100, 72), (rows[0].Line, rows[0].Had, rows[0].Percent));
        Assert.Equal(100, (await SavedAsync(changed)).TestPercent);

        Assert.Equal(1, (await app.SendAs(commission.Secretary, new ImportTestResultsCommand(text))).Value);
        var saved = await SavedAsync(changed);
        Assert.Equal((72, new DateOnly(2026, 2, 3)), (saved.TestPercent, saved.TestOn));
        Assert.NotEmpty(saved.Scores);
        Assert.Equal(0, (await app.SendAs(commission.Secretary, new ImportTestResultsCommand(text))).Value);
        Assert.Equal(1, await app.LookAsync(db => db.ChainLinks.CountAsync(l => l.CaseId == changed.Id)));
    }

    [Theory]
    [InlineData("2025-02-10", TestResultOutcome.Different)]
    [InlineData("2025-02-09", TestResultOutcome.NotValid)]
    [InlineData("2026-02-10", TestResultOutcome.Different)]
    [InlineData("2026-02-11", TestResultOutcome.NotValid)]
    public async Task A_result_holds_for_a_year(string on, TestResultOutcome outcome)
    {
        var (_, iin) = await ReviewedAsync();

        Assert.Equal(outcome, Assert.Single((await app.SendAs(commission.Secretary, new CompareTestResultsQuery($"{iin};70;{on}"))).Value).Outcome);
    }

    [Fact]
    public async Task Nothing_to_read_is_told() =>
        Assert.IsType<TestResultLinesWrong>((await app.SendAs(commission.Secretary, new CompareTestResultsQuery(" \n"))).Error);

    [Theory]
    [InlineData(1, "teacher", 1)]
    [InlineData(2, "teacher", 5)]
    public async Task An_act_annuls_the_result_and_costs_a_category(int acts, string left, int years)
    {
        var (reviewed, _) = await ReviewedAsync();
        for (var i = 1; i <= acts; i++)
        {
            var act = new RecordViolationCommand(reviewed.Id, $"№ {i}", new DateOnly(2026, 2, 5), "Телефон");
            Assert.Null((await app.SendAs(commission.Secretary, act)).Error);
            Assert.Null((await app.SendAs(commission.Secretary, act)).Error);
        }

        Assert.Null((await SavedAsync(reviewed)).TestPercent);
        await app.Data.SittingAsync(commission, reviewed);
        Assert.Null((await app.SendAs(commission.Secretary, new OpenVotingCommand(reviewed.Id))).Error);
        foreach (var member in commission.Members)
        {
            await app.SendAs(member, new CastVoteCommand(reviewed.Id, true, null));
        }

        Assert.Null((await app.SendAs(commission.Secretary, new DecideCaseCommand(reviewed.Id))).Error);
        var given = await app.LookAsync(db => db.CategoryRecords.SingleAsync(r => r.CaseId == reviewed.Id));
        Assert.Equal((left, given.GrantedOn.AddYears(years)), (given.Category, given.ValidUntil));
    }

    [Fact]
    public async Task An_appeal_of_a_task_keeps_the_result_before_it_and_the_one_after_it_counts()
    {
        var (reviewed, _) = await ReviewedAsync();
        var testOn = (await SavedAsync(reviewed)).TestOn!.Value;
        await app.Data.ChangeAsync(async db => _ = (await db.AttestationCases.Include(c => c.Scores).SingleAsync(c => c.Id == reviewed.Id)).Record(58, testOn, new Dictionary<string, int>()));
        var filing = new RecordTestAppealCommand(reviewed.Id, 17, AppealGround.SeveralRightAnswers, "Екі жауап дұрыс.", testOn);
        Assert.Equal("FiledOn", Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, filing with { FiledOn = testOn.AddDays(1) })).Error).Faults).Field);
        Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, filing with { Task = 61 })).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, filing with { Reason = " " })).Error);
        Assert.Null((await app.SendAs(commission.Secretary, filing)).Error);
        Assert.Null((await app.SendAs(commission.Secretary, filing)).Error);
        Assert.Null((await app.SendAs(commission.Secretary, filing with { Task = 18 })).Error);
        var appeals = (await app.SendAs(commission.Secretary, new GetTestAppealsQuery(reviewed.Id))).Value.Appeals;
        Assert.Equal([17, 18], appeals.Select(a => a.Task));

        var outcome = new RecordTestAppealOutcomeCommand(reviewed.Id, appeals[0].Id, true, testOn.AddDays(3), 60);
        Assert.Equal("PercentAfter", Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, outcome with { PercentAfter = 57 })).Error).Faults).Field);
        Assert.Equal("DecidedOn", Assert.Single(Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, outcome with { DecidedOn = testOn.AddDays(-1) })).Error).Faults).Field);
        Assert.Null((await app.SendAs(commission.Secretary, outcome)).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(commission.Secretary, outcome)).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new RecordTestAppealOutcomeCommand(reviewed.Id, appeals[1].Id, false, testOn.AddDays(3), null))).Error);
        Assert.Equal((60, testOn), ((await SavedAsync(reviewed)).TestPercent, (await SavedAsync(reviewed)).TestOn));
        appeals = (await app.SendAs(commission.Secretary, new GetTestAppealsQuery(reviewed.Id))).Value.Appeals;
        Assert.Equal([(58, 60, TestTaskAppealStatus.Upheld), (58, 60, TestTaskAppealStatus.Rejected)], appeals.Select(a => (a.PercentBefore, a.PercentAfter!.Value, a.Status)));
        Assert.Equal(4, await app.LookAsync(db => db.ChainLinks.CountAsync(l => l.CaseId == reviewed.Id)));

        var other = await app.Data.CommissionAsync();
        Assert.NotNull((await app.SendAs(other.Secretary, new GetTestAppealsQuery(reviewed.Id))).Error);
        Assert.NotNull((await app.SendAs(other.Secretary, filing with { Task = 19 })).Error);
        Assert.IsType<Forbidden>((await app.SendAs(commission.Members[0], filing with { Task = 19 })).Error);
    }

    private async Task<(AttestationCase Case, string Iin)> ReviewedAsync()
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        return (reviewed, await IinOfAsync(reviewed));
    }

    private Task<string> IinOfAsync(AttestationCase of) => app.LookAsync(db => db.Persons.Where(p => p.Id == of.PersonId).Select(p => p.Iin).SingleAsync());

    private Task<AttestationCase> SavedAsync(AttestationCase of) => app.LookAsync(db => db.AttestationCases.Include(c => c.Scores).SingleAsync(c => c.Id == of.Id));
}
