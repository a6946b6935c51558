using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class VoteAndDecideTests : IAsyncLifetime
{
    private TestApp app = null!;
    private TestCommission commission = null!;

    public static TheoryData<Role> OtherRoles => Roles.Except(Role.CommissionMember);

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        commission = await app.Data.CommissionAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_case_moves_from_waiting_to_cast_when_the_member_votes()
    {
        var voting = await VotingAsync();
        var member = commission.Members[1];

        var before = (await app.SendAs(member, new GetVotesQuery())).Value;
        await app.SendAs(member, new CastVoteCommand(voting.Id, false, " Балл жетпейді "));
        var after = (await app.SendAs(member, new GetVotesQuery())).Value;

        Assert.Equal(voting.Id, Assert.Single(before.Waiting).Id);
        Assert.Empty(before.Cast);
        Assert.Empty(after.Waiting);
        Assert.Equal(false, Assert.Single(after.Cast).Conforms);
        var view = (await app.SendAs(member, new GetVoteQuery(voting.Id))).Value;
        Assert.Equal("Балл жетпейді", view.MyVote!.Reason);
        Assert.Equal((1, 7, 5), (view.Cast, view.Members, view.Quorum));
    }

    [Fact]
    public async Task The_same_vote_twice_is_one_vote_and_another_one_is_refused()
    {
        var voting = await VotingAsync();
        var member = commission.Members[1];

        await app.SendAs(member, new CastVoteCommand(voting.Id, true, null));
        var second = await app.SendAs(member, new CastVoteCommand(voting.Id, true, null));
        var other = await app.SendAs(member, new CastVoteCommand(voting.Id, false, "Ойланып қалдым"));

        Assert.Null(second.Error);
        Assert.IsType<AlreadyVoted>(other.Error);
        Assert.True(Assert.Single((await SavedAsync(voting)).Votes).Conforms);
    }

    [Fact]
    public async Task All_members_may_vote_at_the_same_moment()
    {
        var voting = await VotingAsync();

        var results = await Task.WhenAll(commission.Members.Select(m => app.SendAs(m, new CastVoteCommand(voting.Id, true, null))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Equal(7, (await SavedAsync(voting)).Votes.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Does_not_conform_needs_a_reason(string? reason)
    {
        var voting = await VotingAsync();

        var result = await app.SendAs(commission.Members[1], new CastVoteCommand(voting.Id, false, reason));

        Assert.Equal("Reason", Assert.Single(Assert.IsType<InvalidInput>(result.Error).Faults).Field);
    }

    [Fact]
    public async Task Cases_of_other_commissions_and_cases_not_at_the_vote_do_not_exist_for_a_member()
    {
        var stranger = (await app.Data.CommissionAsync()).Members[0];
        var voting = await VotingAsync();
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);

        Assert.IsType<NotFound>((await app.SendAs(stranger, new CastVoteCommand(voting.Id, true, null))).Error);
        Assert.IsType<NotFound>((await app.SendAs(stranger, new GetVoteQuery(voting.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(commission.Members[0], new CastVoteCommand(reviewed.Id, true, null))).Error);
        Assert.Empty((await app.SendAs(stranger, new GetVotesQuery())).Value.Waiting);
    }

    [Fact]
    public async Task A_member_does_not_vote_on_the_own_case()
    {
        var member = await app.Data.PersonAsync(Role.CommissionMember, w => w.School);
        var mixed = await app.Data.CommissionAsync(amongMembers: member);
        await app.Data.CategoryAsync(member);
        var own = await app.Data.CaseAsync(AttestationCaseStatus.Voting, member, mixed);

        Assert.IsType<OwnCase>((await app.SendAs(member, new CastVoteCommand(own.Id, true, null))).Error);
        Assert.IsType<OwnCase>((await app.SendAs(member, new GetVoteQuery(own.Id))).Error);
        Assert.Empty((await app.SendAs(member, new GetVotesQuery())).Value.Waiting);
    }

    [Fact]
    public async Task After_the_decision_nobody_votes()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 5, 0);
        await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        Assert.IsType<StepNotAllowed>((await app.SendAs(commission.Members[6], new CastVoteCommand(voting.Id, true, null))).Error);
    }

    [Theory]
    [MemberData(nameof(OtherRoles))]
    public async Task Other_roles_do_not_vote(Role role)
    {
        var person = await app.Data.PersonAsync(role);
        var id = Guid.CreateVersion7();

        Assert.IsType<Forbidden>((await app.SendAs(person, new GetVotesQuery())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetVoteQuery(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new CastVoteCommand(id, true, null))).Error);
    }

    [Fact]
    public async Task A_majority_grants_the_claimed_category_for_its_term()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 4, 1);

        var decided = await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        var protocol = await app.LookAsync(db => db.Protocols.SingleAsync(p => p.Id == decided.Value));
        Assert.Equal("PR-2026-000001", protocol.Number);
        Assert.Equal((7, 4, 1, false, true), (protocol.Members, protocol.For, protocol.Against, protocol.ChairDecided, protocol.Conforms));
        Assert.Equal("expert", protocol.GrantedCategory);
        Assert.Contains("Педагогикалық өтіл", protocol.Requirements, StringComparison.Ordinal);
        var record = await app.LookAsync(db => db.CategoryRecords.SingleAsync(r => r.CaseId == voting.Id));
        var certificate = await app.LookAsync(db => db.Certificates.SingleAsync(c => c.PersonId == voting.PersonId && c.Kind == CertificateKind.Category));
        Assert.Equal((record.GrantedOn, record.ValidUntil, record.Ground), (certificate.ValidFrom!.Value, certificate.ValidUntil, certificate.Grounds));
        Assert.Equal("expert", record.Category);
        Assert.Equal(new DateOnly(2026, 2, 10), record.GrantedOn);
        Assert.Equal(new DateOnly(2031, 2, 10), record.ValidUntil);
        Assert.Equal("PR-2026-000001", record.Ground);
        Assert.Equal(AttestationCaseStatus.Decided, (await SavedAsync(voting)).Status);
    }

    [Fact]
    public async Task Against_by_majority_keeps_the_present_category()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 2, 4);

        var decided = await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        var protocol = await app.LookAsync(db => db.Protocols.SingleAsync(p => p.Id == decided.Value));
        Assert.False(protocol.Conforms);
        Assert.Null(protocol.GrantedCategory);
        Assert.False(await app.LookAsync(db => db.CategoryRecords.AnyAsync(r => r.CaseId == voting.Id)));
        Assert.False(await app.LookAsync(db => db.Certificates.AnyAsync(c => c.Kind == CertificateKind.Category)));
    }

    [Theory]
    [InlineData("expert", "moderator", 70, "expert")]
    [InlineData("expert", "moderator", 69, null)]
    [InlineData("expert", "moderator", 59, "teacher")]
    [InlineData("moderator", "moderator", 60, "moderator")]
    [InlineData("moderator", "moderator", 59, "teacher")]
    public async Task The_commission_gives_no_more_than_the_test_allows(string claimed, string current, int percent, string? granted)
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission, claimed: claimed, current: current, testPercent: percent);
        await VoteAsync(voting, 7, 0);

        var decided = await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        Assert.Equal(granted, await app.LookAsync(db => db.Protocols.Where(p => p.Id == decided.Value).Select(p => p.GrantedCategory).SingleAsync()));
        Assert.Equal(granted, await app.LookAsync(db => db.CategoryRecords.Where(r => r.CaseId == voting.Id).Select(r => r.Category).SingleOrDefaultAsync()));
    }

    [Fact]
    public async Task A_confirmation_whose_sheet_falls_short_does_not_renew_the_term()
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission, claimed: "moderator", current: "moderator");
        await app.SendAs(commission.Secretary, new RecordResultsCommand(reviewed.Id, 90, new DateOnly(2026, 2, 2), new Dictionary<string, int> { ["1.2"] = 61 }));
        await app.Data.SittingAsync(commission, reviewed);
        await app.SendAs(commission.Secretary, new OpenVotingCommand(reviewed.Id));
        await VoteAsync(reviewed, 7, 0);

        await app.SendAs(commission.Secretary, new DecideCaseCommand(reviewed.Id));

        Assert.False(await app.LookAsync(db => db.CategoryRecords.AnyAsync(r => r.CaseId == reviewed.Id)));
    }

    [Fact]
    public async Task Without_two_thirds_there_is_no_decision()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 4, 0);

        var view = (await app.SendAs(commission.Secretary, new GetDecisionQuery(voting.Id))).Value;
        var result = await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        Assert.Equal(new QuorumNotReached(4, 5), view.Hindrance);
        Assert.Equal(new QuorumNotReached(4, 5), result.Error);
        Assert.Equal(AttestationCaseStatus.Voting, (await SavedAsync(voting)).Status);
        Assert.Equal(0, await app.LookAsync(db => db.Protocols.CountAsync()));
    }

    [Fact]
    public async Task The_chair_decides_a_tie()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 3, 3);

        var view = (await app.SendAs(commission.Secretary, new GetDecisionQuery(voting.Id))).Value;
        var decided = await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        Assert.Equal((3, 3, true), (view.For, view.Against, view.Conforms));
        var protocol = await app.LookAsync(db => db.Protocols.SingleAsync(p => p.Id == decided.Value));
        Assert.True(protocol.ChairDecided);
        Assert.True(protocol.Conforms);
    }

    [Fact]
    public async Task A_tie_waits_for_the_chair()
    {
        var voting = await VotingAsync();
        for (var i = 1; i < 7; i++)
        {
            await app.SendAs(commission.Members[i], new CastVoteCommand(voting.Id, i % 2 == 0, "Себебі"));
        }

        Assert.IsType<ChairHasNotVoted>((await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id))).Error);
    }

    [Fact]
    public async Task Only_a_case_at_the_vote_is_decided()
    {
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);

        Assert.IsType<StepNotAllowed>((await app.SendAs(commission.Secretary, new DecideCaseCommand(reviewed.Id))).Error);
    }

    [Fact]
    public async Task Deciding_from_three_windows_at_once_makes_one_protocol()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 7, 0);

        var results = await Task.WhenAll(
            app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id)),
            app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id)),
            app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id)));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Single(results.Select(r => r.Value).Distinct());
        Assert.Equal("PR-2026-000001", await app.LookAsync(db => db.Protocols.Select(p => p.Number).SingleAsync()));
        Assert.Equal(1, await app.LookAsync(db => db.CategoryRecords.CountAsync(r => r.CaseId == voting.Id)));
        Assert.Equal(1, await app.LookAsync(db => db.Certificates.CountAsync(c => c.Kind == CertificateKind.Category)));
    }

    [Fact]
    public async Task A_secretary_elsewhere_decides_nothing_here()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 7, 0);
        var elsewhere = await app.Data.PersonAsync(Role.CommissionSecretary, w => w.OtherRegion);

        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new DecideCaseCommand(voting.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(elsewhere, new GetDecisionQuery(voting.Id))).Error);
    }

    [Fact]
    public async Task The_protocol_is_whole_for_commission_and_secretary_and_an_extract_for_the_candidate()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, teacher, commission);
        await VoteAsync(voting, 5, 1);
        var id = (await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id))).Value;

        var forSecretary = (await app.SendAs(commission.Secretary, new GetProtocolQuery(id))).Value;
        var forMember = (await app.SendAs(commission.Members[6], new GetProtocolQuery(id))).Value;
        var extract = (await app.SendAs(teacher, new GetProtocolQuery(id))).Value;

        Assert.Equal(6, forSecretary.Votes!.Count);
        Assert.Single(forSecretary.Votes, v => v.IsChair);
        Assert.Equal("Талап орындалмаған", Assert.Single(forMember.Votes!, v => !v.Conforms).Reason);
        Assert.Null(extract.Votes);
        Assert.Equal((5, 1, "expert"), (extract.For, extract.Against, extract.Granted));
        Assert.Equal(new DateOnly(2031, 2, 10), extract.ValidUntil);
    }

    [Fact]
    public async Task A_protocol_does_not_exist_for_anybody_else()
    {
        var voting = await VotingAsync();
        await VoteAsync(voting, 7, 0);
        var id = (await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id))).Value;
        var strangers = new List<Person>
        {
            await app.Data.PersonAsync(Role.CommissionSecretary, w => w.OtherRegion),
            (await app.Data.CommissionAsync()).Members[0],
        };
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.CommissionSecretary))
        {
            strangers.Add(await app.Data.PersonAsync(role));
        }

        foreach (var stranger in strangers)
        {
            Assert.IsType<NotFound>((await app.SendAs(stranger, new GetProtocolQuery(id))).Error);
        }

        Assert.IsType<SignInNeeded>((await app.SendAs(null, new GetProtocolQuery(id))).Error);
    }

    [Fact]
    public async Task A_decided_case_shows_the_requirements_as_they_stood()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, teacher, commission);
        await VoteAsync(voting, 7, 0);
        var before = (await app.SendAs(teacher, new GetMyCaseQuery(voting.Id))).Value;
        await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));
        app.Time.Advance(TimeSpan.FromDays(400));

        var after = (await app.SendAs(teacher, new GetMyCaseQuery(voting.Id))).Value;

        Assert.Equal(before.Requirements, after.Requirements);
        Assert.Equal("expert", after.Outcome!.Granted);
    }

    private Task<AttestationCase> VotingAsync() => app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);

    // the chair votes first, "conforms" as long as there are such votes
    private async Task VoteAsync(AttestationCase voting, int conforming, int against)
    {
        for (var i = 0; i < conforming + against; i++)
        {
            var result = await app.SendAs(commission.Members[i], new CastVoteCommand(voting.Id, i < conforming, i < conforming ? null : "Талап орындалмаған"));
            Assert.Null(result.Error);
        }
    }

    private Task<AttestationCase> SavedAsync(AttestationCase of) => app.LookAsync(db => db.AttestationCases.Include(c => c.Votes).SingleAsync(c => c.Id == of.Id));
}
