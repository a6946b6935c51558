using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class PrepareCaseTests : IAsyncLifetime
{
    private static readonly DateOnly TestDay = new(2026, 2, 2);

    private TestApp app = null!;
    private TestCommission commission = null!;

    public static TheoryData<Role> OtherRoles => Roles.Except(Role.CommissionSecretary);

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        commission = await app.Data.CommissionAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_list_holds_the_cases_in_scope_that_are_handed_in()
    {
        var shown = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        await app.Data.CaseAsync(AttestationCaseStatus.Open);
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted, await ForeignTeacherAsync());

        var view = (await app.SendAs(commission.Secretary, new GetCasesQuery(AttestationCaseStatus.Submitted, 1))).Value;

        Assert.Equal(shown.Id, Assert.Single(view.Rows).Id);
        Assert.Equal((AttestationCaseStatus.Submitted, 1), view.Counts[0]);
        Assert.Equal(1, view.Counts.Sum(c => c.Count));
    }

    [Fact]
    public async Task A_case_outside_the_scope_or_not_handed_in_does_not_exist()
    {
        foreach (var hidden in new[]
        {
            await app.Data.CaseAsync(AttestationCaseStatus.Submitted, await ForeignTeacherAsync()),
            await app.Data.CaseAsync(AttestationCaseStatus.Open),
        })
        {
            Assert.IsType<NotFound>((await app.SendAs(commission.Secretary, new GetCaseQuery(hidden.Id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(commission.Secretary, new AcceptCaseCommand(hidden.Id, commission.Commission.Id))).Error);
            Assert.IsType<NotFound>((await app.SendAs(commission.Secretary, Results(hidden))).Error);
            Assert.IsType<NotFound>((await app.SendAs(commission.Secretary, new OpenVotingCommand(hidden.Id))).Error);
        }
    }

    [Fact]
    public async Task A_case_is_accepted_for_the_own_commission_and_a_second_click_changes_nothing()
    {
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        var accept = new AcceptCaseCommand(submitted.Id, commission.Commission.Id);

        Assert.Null((await app.SendAs(commission.Secretary, accept)).Error);
        Assert.Null((await app.SendAs(commission.Secretary, accept)).Error);

        var saved = await SavedAsync(submitted);
        Assert.Equal(AttestationCaseStatus.UnderReview, saved.Status);
        Assert.Equal(commission.Commission.Id, saved.CommissionId);
    }

    [Fact]
    public async Task Only_commissions_that_fit_are_offered()
    {
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        await app.Data.CommissionAsync(validTo: new DateOnly(2026, 2, 9), secretary: commission.Secretary);
        await app.Data.CommissionAsync(w => w.OtherRegion, secretary: commission.Secretary);
        await app.Data.CommissionAsync();

        var view = (await app.SendAs(commission.Secretary, new GetCaseQuery(submitted.Id))).Value;

        Assert.Equal(commission.Commission.Id, Assert.Single(view.Commissions).Id);
        Assert.Equal(CommissionLevel.District, view.Level);
    }

    [Fact]
    public async Task A_commission_of_another_secretary_or_another_region_is_refused()
    {
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        var others = await app.Data.CommissionAsync();
        var elsewhere = await app.Data.CommissionAsync(w => w.OtherRegion, secretary: commission.Secretary);

        foreach (var wrong in new[] { others.Commission.Id, elsewhere.Commission.Id, Guid.CreateVersion7() })
        {
            Assert.IsType<CommissionNotForCase>((await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, wrong))).Error);
        }

        Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, Guid.Empty))).Error);
        Assert.Equal(AttestationCaseStatus.Submitted, (await SavedAsync(submitted)).Status);
    }

    [Fact]
    public async Task A_commission_has_powers_to_its_last_day_and_not_after()
    {
        var last = await app.Data.CommissionAsync(validTo: new DateOnly(2026, 2, 10), secretary: commission.Secretary);
        var over = await app.Data.CommissionAsync(validTo: new DateOnly(2026, 2, 9), secretary: commission.Secretary);
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);

        Assert.IsType<CommissionWithoutPowers>((await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, over.Commission.Id))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, last.Commission.Id))).Error);
    }

    [Fact]
    public async Task A_district_does_not_decide_what_the_region_decides_and_a_region_may_decide_both()
    {
        var region = await app.Data.CommissionAsync(w => w.Region);
        var researcher = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, claimed: "researcher", current: "expert");
        var expert = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);

        var tooLow = await app.SendAs(commission.Secretary, new AcceptCaseCommand(researcher.Id, commission.Commission.Id));

        Assert.Equal(new CommissionLevelTooLow(CommissionLevel.Region), tooLow.Error);
        Assert.Null((await app.SendAs(region.Secretary, new AcceptCaseCommand(researcher.Id, region.Commission.Id))).Error);
        Assert.Null((await app.SendAs(region.Secretary, new AcceptCaseCommand(expert.Id, region.Commission.Id))).Error);
    }

    [Theory]
    [InlineData(5, typeof(CommissionTooSmall))]
    [InlineData(8, typeof(CommissionNotOdd))]
    public async Task A_commission_that_could_not_decide_takes_no_case(int members, Type error)
    {
        var wrong = await app.Data.CommissionAsync(members: members);
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);

        Assert.IsType(error, (await app.SendAs(wrong.Secretary, new AcceptCaseCommand(submitted.Id, wrong.Commission.Id))).Error);
    }

    [Fact]
    public async Task A_secretary_who_is_a_member_takes_no_case()
    {
        var secretary = await app.Data.PersonAsync(Role.CommissionSecretary);
        var wrong = await app.Data.CommissionAsync(secretary: secretary, amongMembers: secretary);
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);

        Assert.IsType<SecretaryIsAMember>((await app.SendAs(secretary, new AcceptCaseCommand(submitted.Id, wrong.Commission.Id))).Error);
    }

    [Fact]
    public async Task Results_are_recorded_and_count_in_the_requirements()
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);

        var result = await app.SendAs(commission.Secretary, new RecordResultsCommand(reviewed.Id, 74, TestDay, new Dictionary<string, int> { ["1.2"] = 76 }));

        Assert.Null(result.Error);
        var view = (await app.SendAs(commission.Secretary, new GetCaseQuery(reviewed.Id))).Value;
        Assert.Equal(74, view.TestPercent);
        Assert.Equal(76, Assert.Single(view.Points, p => p.Value > 0).Value);
        Assert.Contains(view.Requirements, r => r.Title.En == "Knowledge test, %" && r.Have.En == "74" && r.Met == true);
        Assert.Contains(view.Requirements, r => r.Title.En == "Total of the sheet" && r.Have.En == "76" && r.Met == false);
    }

    [Theory]
    [InlineData(-1, "2026-02-02", "TestPercent")]
    [InlineData(101, "2026-02-02", "TestPercent")]
    [InlineData(null, "2026-02-02", "TestPercent")]
    [InlineData(70, null, "TestOn")]
    [InlineData(70, "2026-02-11", "TestOn")]
    public async Task A_test_that_cannot_be_is_refused_at_its_field(int? percent, string? on, string field)
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        DateOnly? day = on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);

        var result = await app.SendAs(commission.Secretary, new RecordResultsCommand(reviewed.Id, percent, day, new Dictionary<string, int>()));

        Assert.Equal(field, Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Field);
    }

    [Theory]
    [InlineData("9.9", 1)]
    [InlineData("3.3", 5)]
    [InlineData("1.2", -1)]
    [InlineData("1.2", 201)]
    public async Task Points_that_the_sheet_does_not_have_are_refused_at_their_field(string criterion, int points)
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);

        var result = await app.SendAs(
            commission.Secretary, new RecordResultsCommand(reviewed.Id, 70, TestDay, new Dictionary<string, int> { [criterion] = points }));

        Assert.Equal($"Points[{criterion}]", Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Field);
    }

    [Theory]
    [InlineData(AttestationCaseStatus.Submitted)]
    [InlineData(AttestationCaseStatus.Voting)]
    public async Task Results_are_recorded_only_under_review(AttestationCaseStatus status)
    {
        var other = await app.Data.CaseAsync(status, commission: commission);

        Assert.IsType<StepNotAllowed>((await app.SendAs(commission.Secretary, Results(other))).Error);
    }

    [Fact]
    public async Task A_case_that_a_commission_accepted_is_its_secretarys_alone()
    {
        var others = await app.Data.CommissionAsync();
        var accepted = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        var voted = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);

        Assert.IsType<NotSecretaryOfCommission>((await app.SendAs(others.Secretary, Results(accepted))).Error);
        Assert.IsType<NotSecretaryOfCommission>((await app.SendAs(others.Secretary, new OpenVotingCommand(accepted.Id))).Error);
        Assert.IsType<NotSecretaryOfCommission>((await app.SendAs(others.Secretary, new DecideCaseCommand(voted.Id))).Error);
        Assert.IsType<NotSecretaryOfCommission>((await app.SendAs(others.Secretary, new AcceptCaseCommand(accepted.Id, others.Commission.Id))).Error);
    }

    [Fact]
    public async Task A_commission_whose_chair_is_the_candidate_takes_no_case()
    {
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher: commission.Members[0], claimed: "teacher", current: null);

        Assert.IsType<CandidateIsChair>((await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, commission.Commission.Id))).Error);
    }

    [Fact]
    public async Task The_first_category_has_no_sheet_so_the_test_alone_puts_it_to_the_vote()
    {
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, claimed: "teacher", current: null);
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, commission.Commission.Id));
        Assert.Empty((await app.SendAs(commission.Secretary, new GetCaseQuery(submitted.Id))).Value.Criteria);
        Assert.IsType<ResultsNotRecorded>((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);

        await app.SendAs(commission.Secretary, new RecordResultsCommand(submitted.Id, 86, TestDay, new Dictionary<string, int>()));
        await app.Data.SittingAsync(commission, submitted);

        Assert.Null((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
    }

    [Fact]
    public async Task A_case_is_put_to_the_vote_once_its_results_are_there()
    {
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        Assert.IsType<StepNotAllowed>((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, commission.Commission.Id));
        Assert.IsType<ResultsNotRecorded>((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
        await app.SendAs(commission.Secretary, new RecordResultsCommand(submitted.Id, null, null, TestData.PointsFor("expert")));
        Assert.IsType<ResultsNotRecorded>((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
        await app.SendAs(commission.Secretary, Results(submitted));
        Assert.IsType<SittingNotOpen>((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
        await app.Data.SittingAsync(commission, submitted);

        Assert.Null((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new OpenVotingCommand(submitted.Id))).Error);
        Assert.Equal(AttestationCaseStatus.Voting, (await SavedAsync(submitted)).Status);
    }

    [Fact]
    public async Task Nobody_prepares_the_own_case()
    {
        var teacher = await app.Data.PersonAsync(Role.CommissionSecretary, w => w.School);
        var own = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, teacher, commission);

        Assert.IsType<OwnCase>((await app.SendAs(teacher, new AcceptCaseCommand(own.Id, commission.Commission.Id))).Error);
        Assert.IsType<OwnCase>((await app.SendAs(teacher, Results(own))).Error);
        Assert.IsType<OwnCase>((await app.SendAs(teacher, new OpenVotingCommand(own.Id))).Error);
        Assert.IsType<OwnCase>((await app.SendAs(teacher, new DecideCaseCommand(own.Id))).Error);
    }

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Other_roles_prepare_nothing(Role role)
    {
        var person = await app.Data.PersonAsync(role);
        var id = Guid.CreateVersion7();

        Assert.IsType<Forbidden>((await app.SendAs(person, new GetCasesQuery(AttestationCaseStatus.Submitted, 1))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetCaseQuery(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new AcceptCaseCommand(id, id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new RecordResultsCommand(id, null, null, new Dictionary<string, int>()))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new OpenVotingCommand(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetDecisionQuery(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new DecideCaseCommand(id))).Error);
    }

    private static RecordResultsCommand Results(AttestationCase of) => new(of.Id, 80, TestDay, TestData.PointsFor("expert"));

    private Task<Person> ForeignTeacherAsync() => app.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

    private Task<AttestationCase> SavedAsync(AttestationCase of) => app.LookAsync(db => db.AttestationCases.SingleAsync(c => c.Id == of.Id));
}
