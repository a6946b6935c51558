using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Attestation;

public sealed class SittingTests : IAsyncLifetime
{
    private TestApp app = null!;
    private TestCommission commission = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        await app.Data.RuleSetAsync();
        commission = await app.Data.CommissionAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_agenda_is_made_of_the_cases_that_are_ready()
    {
        var ready = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        var bare = await app.Data.CaseAsync(AttestationCaseStatus.Submitted);
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(bare.Id, commission.Commission.Id));

        var first = await PlanAsync();
        var second = await PlanAsync();

        Assert.Equal(ready.Id, Assert.Single((await ViewAsync(first)).Items).CaseId);
        Assert.Empty((await ViewAsync(second)).Items);
        Assert.Equal(14, await app.LookAsync(db => db.AttestationNotices.CountAsync(n => n.Kind == AttestationNoticeKind.SittingPlanned)));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task It_opens_with_two_thirds_of_the_members(int present, bool opens)
    {
        await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        var sitting = await PlanAsync();

        var result = await app.SendAs(commission.Secretary, new OpenSittingCommand(sitting, [.. commission.Members.Take(present).Select(m => m.Id)]));

        Assert.Equal(opens ? null : new QuorumNotReached(4, 5), result.Error);
        Assert.Equal(opens ? "OT-2026-000001" : null, (await ViewAsync(sitting)).Number);
    }

    [Fact]
    public async Task Nobody_stands_in_for_a_member_and_nothing_opens_without_an_agenda()
    {
        var stranger = await app.Data.PersonAsync(Role.CommissionMember);
        var empty = await PlanAsync();
        List<Guid> all = [.. commission.Members.Select(m => m.Id)];

        Assert.IsType<AgendaIsEmpty>((await app.SendAs(commission.Secretary, new OpenSittingCommand(empty, all))).Error);
        Assert.IsType<VoterNotAMember>((await app.SendAs(commission.Secretary, new OpenSittingCommand(empty, [.. all.Skip(1), stranger.Id]))).Error);
    }

    [Fact]
    public async Task When_the_quorum_leaves_nothing_is_voted_on_or_decided_until_it_is_back()
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var sitting = await SittingOfAsync(voting);
        foreach (var member in commission.Members.Take(5))
        {
            await app.SendAs(member, new CastVoteCommand(voting.Id, true, null));
        }

        foreach (var leaving in commission.Members.Take(3))
        {
            await app.SendAs(commission.Secretary, new RecordPresenceCommand(sitting, leaving.Id, false));
        }

        Assert.Equal(new QuorumNotReached(4, 5), (await app.SendAs(commission.Members[5], new CastVoteCommand(voting.Id, true, null))).Error);
        Assert.Equal(new QuorumNotReached(4, 5), (await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id))).Error);
        await app.SendAs(commission.Secretary, new RecordPresenceCommand(sitting, commission.Members[0].Id, true));
        Assert.Null((await app.SendAs(commission.Members[5], new CastVoteCommand(voting.Id, true, null))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id))).Error);
    }

    [Fact]
    public async Task Who_is_not_there_does_not_vote()
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var sitting = await SittingOfAsync(voting);
        await app.SendAs(commission.Secretary, new RecordPresenceCommand(sitting, commission.Members[6].Id, false));

        Assert.IsType<NotPresent>((await app.SendAs(commission.Members[6], new CastVoteCommand(voting.Id, true, null))).Error);
    }

    [Fact]
    public async Task A_vote_that_is_open_when_the_sitting_closes_goes_on_at_the_next()
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        var sitting = await SittingOfAsync(voting);
        await app.SendAs(commission.Members[1], new CastVoteCommand(voting.Id, true, null));

        Assert.IsType<InvalidInput>((await app.SendAs(commission.Secretary, new CloseSittingCommand(sitting, " "))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new CloseSittingCommand(sitting, "Аудиожазба, № 3"))).Error);
        Assert.IsType<SittingNotOpen>((await app.SendAs(commission.Members[2], new CastVoteCommand(voting.Id, true, null))).Error);
        var next = await PlanAsync();
        await app.SendAs(commission.Secretary, new OpenSittingCommand(next, [.. commission.Members.Select(m => m.Id)]));

        Assert.Null((await app.SendAs(commission.Members[2], new CastVoteCommand(voting.Id, true, null))).Error);
        Assert.Equal(2, Assert.Single((await ViewAsync(next)).Items).Cast);
    }

    [Fact]
    public async Task Sixty_cases_are_put_to_the_vote_and_decided_in_one_sitting()
    {
        const int many = 60;
        for (var i = 0; i < many; i++)
        {
            await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, commission: commission);
        }

        var sitting = await PlanAsync();
        await app.SendAs(commission.Secretary, new OpenSittingCommand(sitting, [.. commission.Members.Take(5).Select(m => m.Id)]));
        Assert.Equal(new AgendaOutcome(many, 0), (await app.SendAs(commission.Secretary, new PutAllToVoteCommand(sitting))).Value);
        var cases = (await ViewAsync(sitting)).Items;
        foreach (var row in cases.Take(3))
        {
            foreach (var member in commission.Members.Take(5))
            {
                Assert.Null((await app.SendAs(member, new CastVoteCommand(row.CaseId, true, null))).Error);
            }
        }

        Assert.Equal(new AgendaOutcome(3, many - 3), (await app.SendAs(commission.Secretary, new DecideSittingCommand(sitting))).Value);
        var numbers = await app.LookAsync(db => db.Protocols.OrderBy(p => p.Number).Select(p => p.Number).ToListAsync());
        Assert.Equal(["PR-2026-000001", "PR-2026-000002", "PR-2026-000003"], numbers);
    }

    [Fact]
    public async Task A_relative_sees_neither_the_case_nor_its_count()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        var relative = commission.Members[2];
        Assert.Null((await app.SendAs(relative, new DeclareTieCommand(teacher.Iin, TieKind.Relative))).Error);
        Assert.IsType<TieToOneself>((await app.SendAs(relative, new DeclareTieCommand(relative.Iin, TieKind.Relative))).Error);
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);
        await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, commission.Commission.Id));
        await app.SendAs(commission.Secretary, new RecordResultsCommand(submitted.Id, 100, new DateOnly(2026, 2, 2), TestData.PointsFor("expert")));
        var sitting = await PlanAsync();
        await app.SendAs(commission.Secretary, new OpenSittingCommand(sitting, [.. commission.Members.Select(m => m.Id)]));
        await app.SendAs(commission.Secretary, new PutAllToVoteCommand(sitting));

        Assert.Empty((await app.SendAs(relative, new GetVotesQuery())).Value.Waiting);
        Assert.IsType<NotFound>((await app.SendAs(relative, new GetVoteQuery(submitted.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(relative, new CastVoteCommand(submitted.Id, true, null))).Error);
        Assert.Empty((await app.SendAs(relative, new GetSittingQuery(sitting))).Value.Items);
        Assert.Single((await app.SendAs(commission.Members[1], new GetSittingQuery(sitting))).Value.Items);

        // the others decide without waiting for the relative
        foreach (var member in commission.Members.Where(m => m != relative))
        {
            Assert.Null((await app.SendAs(member, new CastVoteCommand(submitted.Id, true, null))).Error);
        }

        Assert.Equal(new AgendaOutcome(1, 0), (await app.SendAs(commission.Secretary, new DecideSittingCommand(sitting))).Value);
        var protocol = await app.LookAsync(db => db.Protocols.SingleAsync());
        Assert.Equal((7, 1, 6), (protocol.Members, protocol.Recused, protocol.For));
        Assert.IsType<NotFound>((await app.SendAs(relative, new GetProtocolQuery(protocol.Id))).Error);
    }

    [Fact]
    public async Task Colleagues_former_trainers_and_earlier_assessors_have_no_part()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        var group = await app.Data.GroupAsync(trainer: commission.Members[1]);
        await app.Data.EnrolmentAsync(group, teacher);
        await app.UseAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            await db.Set<Employment>().Where(e => e.PersonId == commission.Members[3].Id)
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.OrganisationId, teacher.Employments.First().OrganisationId));
        });
        var submitted = await app.Data.CaseAsync(AttestationCaseStatus.Submitted, teacher);

        await app.SendAs(commission.Secretary, new AcceptCaseCommand(submitted.Id, commission.Commission.Id));

        var recusals = await app.LookAsync(db => db.AttestationCases.Where(c => c.Id == submitted.Id).SelectMany(c => c.Recusals).ToListAsync());
        Assert.Equal(
            new[] { (commission.Members[1].Id, RecusalReason.OwnTeacher), (commission.Members[3].Id, RecusalReason.SameOrganisation) }.Order(),
            recusals.Select(r => (r.MemberId, r.Reason)).Order());
    }

    [Fact]
    public async Task With_too_many_recused_the_case_is_not_put_to_the_vote()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.CategoryAsync(teacher);
        var reviewed = await app.Data.CaseAsync(AttestationCaseStatus.UnderReview, teacher, commission);
        foreach (var member in commission.Members.Skip(4))
        {
            await app.SendAs(member, new DeclareTieCommand(teacher.Iin, TieKind.CoAuthor));
        }

        await app.Data.SittingAsync(commission, reviewed);

        Assert.Equal(new TooManyRecused(4, 5), (await app.SendAs(commission.Secretary, new OpenVotingCommand(reviewed.Id))).Error);
    }

    [Fact]
    public async Task A_tie_without_the_chair_is_for_another_commission()
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission);
        Assert.Null((await app.SendAs(commission.Members[0], new RecuseMyselfCommand(voting.Id, "Көршім"))).Error);
        for (var i = 1; i < 7; i++)
        {
            await app.SendAs(commission.Members[i], new CastVoteCommand(voting.Id, i % 2 == 0, "Себебі"));
        }

        Assert.IsType<ChairIsRecused>((await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(commission.Members[0], new RecuseMyselfCommand(Guid.CreateVersion7(), "Көршім"))).Error);
    }

    [Theory]
    [InlineData(4, 0, null)]
    [InlineData(1, 3, "teacher")]
    [InlineData(2, 2, "teacher")]
    public async Task Against_keeps_the_present_category_or_gives_one_step_lower(int keep, int lower, string? given)
    {
        var voting = await app.Data.CaseAsync(AttestationCaseStatus.Voting, commission: commission, testPercent: 80);

        // the chair votes first, for the lower one
        for (var i = 0; i < keep + lower; i++)
        {
            Assert.Null((await app.SendAs(commission.Members[i], new CastVoteCommand(voting.Id, false, "Себебі", Lower: i < lower))).Error);
        }

        Assert.Null((await app.SendAs(commission.Members[6], new CastVoteCommand(voting.Id, true, null))).Error);
        await app.SendAs(commission.Secretary, new DecideCaseCommand(voting.Id));

        Assert.Equal(given, await app.LookAsync(db => db.Protocols.Select(p => p.GrantedCategory).SingleAsync()));
        Assert.Equal(given, await app.LookAsync(db => db.CategoryRecords.Where(r => r.CaseId == voting.Id).Select(r => r.Category).SingleOrDefaultAsync()));
    }

    [Fact]
    public async Task A_secretary_of_another_commission_holds_no_sitting_here()
    {
        var other = await app.Data.CommissionAsync();
        var sitting = await PlanAsync();

        Assert.IsType<NotFound>((await app.SendAs(other.Secretary, new GetSittingQuery(sitting))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other.Secretary, new CancelSittingCommand(sitting))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other.Members[0], new GetSittingQuery(sitting))).Error);
        Assert.Null((await app.SendAs(commission.Secretary, new CancelSittingCommand(sitting))).Error);
    }

    private async Task<Guid> PlanAsync() =>
        (await app.SendAs(commission.Secretary, new PlanSittingCommand(Guid.CreateVersion7(), commission.Commission.Id, new DateOnly(2026, 2, 10), null))).Value;

    private async Task<SittingView> ViewAsync(Guid sitting) => (await app.SendAs(commission.Secretary, new GetSittingQuery(sitting))).Value;

    private Task<Guid> SittingOfAsync(AttestationCase of) => app.LookAsync(db => db.Sittings.Where(s => s.Items.Any(i => i.CaseId == of.Id)).Select(s => s.Id).SingleAsync());
}
