using Microsoft.EntityFrameworkCore;
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
        Assert.Equal(count, commission.Members.Count);
        Assert.Equal(members[0].Id, commission.Members.Single(m => m.IsChair).PersonId);
    }

    [Fact]
    public async Task Its_secretary_accepts_a_case_for_it()
    {
        var id = (await app.SendAs(regional, Form())).Value;
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
        Assert.IsType<ChairNotOneOfTheMembers>((await app.SendAs(regional, Form() with { ChairId = null })).Error);
        Assert.IsType<ChairNotOneOfTheMembers>((await app.SendAs(regional, Form() with { ChairId = members[8].Id })).Error);
        Assert.IsType<SecretaryIsAMember>((await app.SendAs(regional, Form() with { SecretaryId = members[1].Id })).Error);
        Assert.Equal(0, await app.LookAsync(db => db.Commissions.CountAsync()));
    }

    [Fact]
    public async Task Only_people_with_the_role_over_the_organisation_serve()
    {
        var elsewhere = await app.Data.PersonAsync(Role.CommissionMember, w => w.OtherRegion);
        var command = Form();

        var stranger = await app.SendAs(regional, command with { Members = [.. command.Members.Skip(1).Append(elsewhere.Id)], ChairId = members[1].Id });
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

    private FormCommissionCommand Form(int count = 7) => new(
        Guid.CreateVersion7(),
        world.District.Id,
        "Аудандық комиссия",
        "Районная комиссия",
        null,
        new DateOnly(2026, 2, 10),
        secretary.Id,
        members[0].Id,
        [.. members.Take(count).Select(m => m.Id)]);
}
