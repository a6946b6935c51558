using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class ManageCommissionsTests : IAsyncLifetime
{
    private readonly List<Person> members = [];
    private TestApp app = null!;
    private World world = null!;
    private Person regional = null!;
    private Person secretary = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        await app.Data.RuleSetAsync();
        regional = await app.Data.PersonAsync(Role.Administrator, w => w.Region);
        secretary = await app.Data.PersonAsync(Role.CommissionSecretary);
        for (var i = 0; i < 9; i++)
        {
            // a role over the region reaches over the district, too
            members.Add(await app.Data.PersonAsync(Role.CommissionMember, i == 0 ? w => w.Region : null));
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    public async Task A_commission_has_powers_for_one_year(int count)
    {
        var result = await app.SendAs(regional, Form(count));

        var commission = await app.LookAsync(db => db.Commissions.Include(c => c.Members).SingleAsync(c => c.Id == result.Value));
        Assert.Equal((new DateOnly(2026, 2, 10), new DateOnly(2027, 2, 9)), (commission.ValidFrom, commission.ValidTo));
        Assert.Equal(count, commission.Members.Count(m => m.Status == CommissionMemberStatus.Invited && !m.IsChair));
        Assert.Equal(("214", new DateOnly(2026, 2, 9)), (commission.OrderNumber, commission.OrderedOn));
        Assert.Equal(count, await app.LookAsync(db => db.AttestationNotices.CountAsync(n => n.Kind == AttestationNoticeKind.Invited)));
    }

    [Fact]
    public async Task Its_secretary_accepts_a_case_for_it()
    {
        var id = await ElectedAsync();
        var teachersCase = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);

        Assert.Null((await app.SendAs(secretary, new AcceptCaseCommand(teachersCase.Id, id))).Error);
    }

    [Fact]
    public async Task A_form_sent_twice_forms_one_commission()
    {
        var command = Form();

        await app.SendAs(regional, command);

        Assert.Equal(command.CommissionId, (await app.SendAs(regional, command)).Value);
        Assert.Equal(1, await app.LookAsync(db => db.Commissions.CountAsync()));
    }

    [Fact]
    public async Task A_composition_against_the_rules_is_refused()
    {
        Assert.Equal(new CommissionTooSmall(5, 7), (await app.SendAs(regional, Form(5))).Error);
        Assert.Equal(new CommissionNotOdd(8), (await app.SendAs(regional, Form(8))).Error);
        Assert.IsType<SecretaryIsAMember>((await app.SendAs(regional, Form() with { SecretaryId = members[1].Id })).Error);
        Assert.Equal(0, await app.LookAsync(db => db.Commissions.CountAsync()));
    }

    [Fact]
    public async Task Only_people_with_the_role_over_the_organisation_serve()
    {
        var elsewhere = await app.Data.PersonAsync(Role.CommissionMember, w => w.OtherRegion);
        var command = Form();

        var stranger = await app.SendAs(regional, command with { Members = [.. command.Members.Skip(1).Append(elsewhere.Id)] });
        var noSecretary = await app.SendAs(regional, command with { SecretaryId = members[8].Id });

        Assert.Equal(new NotChosenByRole(Role.CommissionMember, null), stranger.Error);
        Assert.Equal(new NotChosenByRole(Role.CommissionSecretary, "SecretaryId"), noSecretary.Error);
    }

    [Fact]
    public async Task The_form_offers_those_people_and_the_least_number()
    {
        await app.Data.PersonAsync(Role.CommissionMember, w => w.OtherRegion);

        var seat = (await app.SendAs(regional, new GetCommissionFormQuery(world.District.Id, null))).Value.Seat!;

        Assert.Equal(members.Select(m => m.Id).Order(), seat.Members.Select(m => m.Id).Order());
        Assert.Equal([secretary.Id], seat.Secretaries.Select(s => s.Id));
        Assert.Equal(7, seat.MinMembers);
    }

    [Fact]
    public async Task Without_rules_in_force_there_is_no_commission()
    {
        await using var empty = await TestApp.StartAsync();
        var administrator = await empty.Data.PersonAsync(Role.Administrator);
        var place = await empty.Data.WorldAsync();

        var result = await empty.SendAs(administrator, Form() with { OrganisationId = place.District.Id });

        Assert.IsType<NoRulesForTerm>(result.Error);
    }

    [Fact]
    public async Task Powers_end_early_but_neither_in_the_past_nor_later()
    {
        var id = (await app.SendAs(regional, Form())).Value;

        Assert.IsType<CommissionEndOutOfTerm>((await app.SendAs(regional, new EndCommissionCommand(id, new DateOnly(2026, 2, 9)))).Error);
        Assert.IsType<CommissionEndOutOfTerm>((await app.SendAs(regional, new EndCommissionCommand(id, new DateOnly(2028, 1, 1)))).Error);
        Assert.Null((await app.SendAs(regional, new EndCommissionCommand(id, new DateOnly(2026, 2, 10)))).Error);

        Assert.Equal(new DateOnly(2026, 2, 10), await app.LookAsync(db => db.Commissions.Select(c => c.ValidTo).SingleAsync()));
        app.Time.Advance(TimeSpan.FromDays(1));
        var teachersCase = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        Assert.IsType<CommissionWithoutPowers>((await app.SendAs(secretary, new AcceptCaseCommand(teachersCase.Id, id))).Error);
    }

    [Fact]
    public async Task A_commission_whose_cases_wait_goes_on()
    {
        var commission = await app.Data.CommissionAsync();
        await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);

        var result = await app.SendAs(regional, new EndCommissionCommand(commission.Commission.Id, new DateOnly(2026, 3, 1)));

        Assert.Equal(new CommissionHasOpenCases(1), result.Error);
    }

    [Fact]
    public async Task Commissions_out_of_reach_do_not_exist()
    {
        var other = (await app.Data.CommissionAsync(w => w.OtherRegion)).Commission;

        Assert.IsType<NotFound>((await app.SendAs(regional, new GetCommissionQuery(other.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, new EndCommissionCommand(other.Id, new DateOnly(2026, 3, 1)))).Error);
        Assert.IsType<NotFound>((await app.SendAs(regional, Form() with { OrganisationId = world.OtherRegion.Id })).Error);
        Assert.Empty((await app.SendAs(regional, new GetCommissionsQuery(1))).Value.Items);
    }

    [Fact]
    public async Task A_secretary_forms_no_commission() =>
        Assert.IsType<Forbidden>((await app.SendAs(secretary, Form())).Error);

    [Fact]
    public async Task Members_accept_and_elect_their_chair_in_secret()
    {
        var id = (await app.SendAs(regional, Form())).Value;
        await AnswerAsync(id, members.Take(6));

        Assert.IsType<MembersNotComplete>((await app.SendAs(secretary, new OpenChairBallotCommand(id))).Error);
        await AnswerAsync(id, members.Skip(6).Take(1));
        await app.SendAs(secretary, new OpenChairBallotCommand(id));
        await app.SendAs(secretary, new OpenChairBallotCommand(id));
        for (var i = 0; i < 4; i++)
        {
            Assert.Null((await app.SendAs(members[i], new CastBallotCommand(id, members[3].Id))).Error);
        }

        Assert.IsType<AlreadyVoted>((await app.SendAs(members[0], new CastBallotCommand(id, members[1].Id))).Error);
        Assert.Equal(new QuorumNotReached(4, 5), (await app.SendAs(secretary, new CloseChairBallotCommand(id))).Error);
        Assert.IsType<ChairNotOneOfTheMembers>((await app.SendAs(members[4], new CastBallotCommand(id, members[8].Id))).Error);
        Assert.Null((await app.SendAs(members[4], new CastBallotCommand(id, members[1].Id))).Error);
        Assert.True((await app.SendAs(secretary, new CloseChairBallotCommand(id))).Value.Elected);

        var view = (await app.SendAs(members[5], new GetMyCommissionQuery(id))).Value;
        Assert.Equal(members[3].Id, view.Members[0].PersonId);
        Assert.True(view.Members[0].IsChair);
        Assert.IsType<ChairIsElected>((await app.SendAs(secretary, new OpenChairBallotCommand(id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(members[8], new GetMyCommissionQuery(id))).Error);
    }

    [Fact]
    public async Task The_database_does_not_tell_who_voted_for_whom()
    {
        var id = (await app.SendAs(regional, Form())).Value;
        await AnswerAsync(id, members.Take(7));
        await app.SendAs(secretary, new OpenChairBallotCommand(id));
        var opened = await app.LookAsync(db => db.AuditProcesses.CountAsync());

        await app.SendAs(members[0], new CastBallotCommand(id, members[3].Id));

        var events = await app.LookAsync(db => db.AuditProcesses.Where(p => p.Name == nameof(CastBallotCommand)).SelectMany(p => p.Events).ToListAsync());
        Assert.Equal(opened + 1, await app.LookAsync(db => db.AuditProcesses.CountAsync()));
        Assert.All(events, e => Assert.DoesNotContain(members[3].Id.ToString(), e.Values, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(7, await app.LookAsync(db => db.ChairBallots.SelectMany(b => b.Tallies).CountAsync()));
    }

    [Fact]
    public async Task A_tie_is_followed_by_another_round()
    {
        var id = (await app.SendAs(regional, Form())).Value;
        await AnswerAsync(id, members.Take(7));
        await app.SendAs(secretary, new OpenChairBallotCommand(id));
        for (var i = 0; i < 6; i++)
        {
            await app.SendAs(members[i], new CastBallotCommand(id, members[i % 2].Id));
        }

        Assert.False((await app.SendAs(secretary, new CloseChairBallotCommand(id))).Value.Elected);

        var ballot = (await app.SendAs(members[0], new GetMyCommissionQuery(id))).Value.Ballot!;
        Assert.Equal((2, 0, false), (ballot.Round, ballot.Cast, ballot.HaveVoted));
    }

    [Fact]
    public async Task Who_chaired_twice_in_a_row_is_not_elected_a_third_time()
    {
        foreach (var year in new[] { 2023, 2024 })
        {
            var former = (await app.Data.CommissionAsync()).Commission;
            await app.UseAsync(async services =>
            {
                var db = services.GetRequiredService<TeacherCpd.Infrastructure.Persistence.AppDbContext>();
                await db.Commissions.Where(c => c.Id == former.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ValidFrom, new DateOnly(year, 9, 1)));
                await db.Set<CommissionMember>().Where(m => m.CommissionId == former.Id && m.IsChair).ExecuteUpdateAsync(s => s.SetProperty(m => m.PersonId, members[0].Id));
            });
        }

        var id = (await app.SendAs(regional, Form())).Value;
        await AnswerAsync(id, members.Take(7));
        await app.SendAs(secretary, new OpenChairBallotCommand(id));

        Assert.IsType<ChairNotOneOfTheMembers>((await app.SendAs(members[1], new CastBallotCommand(id, members[0].Id))).Error);
        Assert.Null((await app.SendAs(members[1], new CastBallotCommand(id, members[1].Id))).Error);
    }

    [Fact]
    public async Task Who_refuses_says_why_and_is_replaced_by_an_order()
    {
        var id = (await app.SendAs(regional, Form())).Value;
        await AnswerAsync(id, members.Take(6));

        Assert.IsType<InvalidInput>((await app.SendAs(members[6], new AnswerInvitationCommand(id, false, " "))).Error);
        Assert.Null((await app.SendAs(members[6], new AnswerInvitationCommand(id, false, "Демалыстамын"))).Error);
        Assert.IsType<StepNotAllowed>((await app.SendAs(members[6], new AnswerInvitationCommand(id, true, null))).Error);
        Assert.Equal(1, await app.LookAsync(db => db.AttestationNotices.CountAsync(n => n.Kind == AttestationNoticeKind.Refused && n.RecipientId == secretary.Id)));
        Assert.IsType<MemberNamedTwice>((await app.SendAs(regional, new ReplaceMemberCommand(id, members[6].Id, members[0].Id, "№ 7 бұйрық"))).Error);
        Assert.Null((await app.SendAs(regional, new ReplaceMemberCommand(id, members[6].Id, members[7].Id, "№ 7 бұйрық"))).Error);

        var view = (await app.SendAs(regional, new GetCommissionQuery(id))).Value;
        Assert.Equal(CommissionMemberStatus.Invited, view.Members.Single(m => m.PersonId == members[7].Id).Status);
        Assert.Equal((CommissionMemberStatus.Replaced, "№ 7 бұйрық"), (view.Members[^1].Status, view.Members[^1].Words));
    }

    [Fact]
    public async Task A_member_whose_votes_wait_for_a_decision_stays()
    {
        var commission = await app.Data.CommissionAsync();
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        await app.SendAs(commission.Members[2], new CastVoteCommand(voting.Id, true, null));

        Assert.Equal(new MemberHasOpenVotes(1), (await app.SendAs(regional, new ReplaceMemberCommand(commission.Commission.Id, commission.Members[2].Id, members[0].Id, "№ 8"))).Error);
        Assert.Null((await app.SendAs(regional, new ReplaceMemberCommand(commission.Commission.Id, commission.Members[3].Id, members[0].Id, "№ 8"))).Error);
    }

    [Fact]
    public async Task A_pedagogue_needs_seven_years_and_a_specialist_none()
    {
        var young = await app.Data.PersonAsync(Role.CommissionMember);
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<TeacherCpd.Infrastructure.Persistence.AppDbContext>();
            await db.Set<Employment>().Where(e => e.PersonId == young.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.Position, Position.Teacher).SetProperty(e => e.From, new DateOnly(2019, 3, 1)));
        });

        var result = await app.SendAs(regional, Form() with { Members = [.. members.Take(6).Select(m => m.Id), young.Id] });

        Assert.Equal((6, 7), ((result.Error as MemberTooShort)!.Years, (result.Error as MemberTooShort)!.Needed));
    }

    [Fact]
    public async Task Cases_whose_vote_is_open_pass_on_when_the_powers_end()
    {
        var from = await app.Data.CommissionAsync();
        var to = await app.Data.CommissionAsync();
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: from);
        await app.SendAs(from.Members[1], new CastVoteCommand(voting.Id, true, null));

        Assert.Equal(1, (await app.SendAs(regional, new PassCasesOnCommand(from.Commission.Id, to.Commission.Id))).Value);
        Assert.Null((await app.SendAs(regional, new EndCommissionCommand(from.Commission.Id, new DateOnly(2026, 3, 1)))).Error);

        var saved = await app.LookAsync(db => db.AttestationCases.Include(c => c.Votes).SingleAsync(c => c.Id == voting.Id));
        Assert.Equal((AttestationCaseStatus.UnderReview, to.Commission.Id), (saved.Status, saved.CommissionId));
        Assert.Single(saved.Votes);
        Assert.Empty(saved.CountedVotes);
        Assert.Equal(1, await app.LookAsync(db => db.AttestationNotices.CountAsync(n => n.Kind == AttestationNoticeKind.CasesPassedOn && n.RecipientId == to.Secretary.Id)));
    }

    [Fact]
    public async Task A_commission_of_another_place_takes_no_case_over()
    {
        var from = await app.Data.CommissionAsync();
        var elsewhere = await app.Data.CommissionAsync(w => w.School);
        await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: from);

        Assert.IsType<CannotTakeOver>((await app.SendAs(regional, new PassCasesOnCommand(from.Commission.Id, elsewhere.Commission.Id))).Error);
    }

    [Fact]
    public async Task The_own_commission_of_an_organisation_counts_no_candidate_among_its_members()
    {
        var colleague = await app.Data.PersonAsync(Role.CommissionMember, w => w.School);
        var school = await app.Data.CommissionAsync(w => w.School, amongMembers: colleague);
        await app.Data.CategoryAsync(colleague, "teacher");
        var own = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, colleague, claimed: "moderator", current: "teacher");

        Assert.IsType<CandidateIsMember>((await app.SendAs(school.Secretary, new AcceptCaseCommand(own.Id, school.Commission.Id))).Error);
        var form = Form() with { OrganisationId = world.School.Id, Members = [.. members.Take(6).Select(m => m.Id), colleague.Id] };
        Assert.IsType<MemberUnderAttestation>((await app.SendAs(regional, form)).Error);
    }

    private async Task AnswerAsync(Guid commissionId, IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            Assert.Null((await app.SendAs(person, new AnswerInvitationCommand(commissionId, true, null))).Error);
        }
    }

    private async Task<Guid> ElectedAsync()
    {
        var id = (await app.SendAs(regional, Form())).Value;
        await AnswerAsync(id, members.Take(7));
        await app.SendAs(secretary, new OpenChairBallotCommand(id));
        foreach (var member in members.Take(7))
        {
            await app.SendAs(member, new CastBallotCommand(id, members[0].Id));
        }

        await app.SendAs(secretary, new CloseChairBallotCommand(id));
        return id;
    }

    private FormCommissionCommand Form(int count = 7) => new(
        Guid.CreateVersion7(),
        world.District.Id,
        "Аудандық комиссия",
        "Районная комиссия",
        null,
        "214",
        new DateOnly(2026, 2, 9),
        new DateOnly(2026, 2, 10),
        secretary.Id,
        [.. members.Take(count).Select(m => m.Id)]);
}
