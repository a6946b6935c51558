using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class QuotaTests : IAsyncLifetime
{
    private TestApp app = null!;
    private World world = null!;
    private Person ministry = null!;
    private ProgrammeVersion version = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        world = await app.Data.WorldAsync();
        ministry = await app.Data.PersonAsync(Role.EducationOfficer);
        version = await app.Data.ProgrammeAsync(steps: ApplicationSteps.None);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_quota_limits_the_places_of_its_region_and_more_of_it_lets_people_in()
    {
        var group = await app.Data.OpenGroupAsync(version);
        await app.Data.QuotaAsync(version, world.Region, 1);
        await ApplyAsync(group);
        var waiting = await ApplyAsync(group);

        Assert.Equal(EnrolmentStatus.WaitingList, await StatusAsync(waiting));
        Assert.Null((await app.SendAs(ministry, new PlanQuotaCommand(Key(world.Region.Id), 2, 2))).Error);

        Assert.Equal(EnrolmentStatus.Accepted, await StatusAsync(waiting));
        var row = Assert.Single((await app.SendAs(ministry, new GetQuotasQuery(2026, null, null))).Value.Rows);
        Assert.Equal((2, 2, 2, 0), (row.Planned, row.Granted, row.Used, row.Left));
        Assert.Equal(new QuotaBelowUse(2), (await app.SendAs(ministry, new PlanQuotaCommand(Key(world.Region.Id), 2, 1))).Error);
    }

    [Fact]
    public async Task More_of_a_quota_is_shared_by_all_its_groups_and_never_given_twice()
    {
        StudyGroup[] groups = [await app.Data.OpenGroupAsync(version), await app.Data.OpenGroupAsync(version)];
        await app.Data.QuotaAsync(version, world.Region, 0);
        foreach (var group in groups)
        {
            await ApplyAsync(group);
            await ApplyAsync(group);
        }

        Assert.Null((await app.SendAs(ministry, new PlanQuotaCommand(Key(world.Region.Id), 3, 3))).Error);

        Assert.Equal(3, await app.LookAsync(db => db.Enrolments.CountAsync(e => e.Status == EnrolmentStatus.Accepted)));
    }

    [Fact]
    public async Task Places_move_between_regions_with_a_reason_once_and_let_people_in()
    {
        var group = await app.Data.OpenGroupAsync(version);
        var quota = await app.Data.QuotaAsync(version, world.OtherRegion, 2);
        var waiting = await ApplyAsync(group);
        var command = new TransferQuotaCommand(Guid.CreateVersion7(), quota.Id, world.Region.Id, 1, "Іссапарға қаражат жоқ");

        Assert.Equal(EnrolmentStatus.WaitingList, await StatusAsync(waiting));
        Assert.Null((await app.SendAs(ministry, command)).Error);
        Assert.Null((await app.SendAs(ministry, command)).Error);

        Assert.Equal(EnrolmentStatus.Accepted, await StatusAsync(waiting));
        var book = (await app.SendAs(ministry, new GetQuotasQuery(2026, null, null))).Value;
        Assert.Equal([1, 1], book.Rows.Select(r => r.Granted));
        Assert.Equal((1, "Іссапарға қаражат жоқ"), (Assert.Single(book.Moves).Places, book.Moves[0].Reason));
        Assert.Equal(new QuotaNotLeft(1), (await app.SendAs(ministry, command with { TransferId = Guid.CreateVersion7(), Places = 2 })).Error);
        Assert.IsType<SameRegion>((await app.SendAs(ministry, command with { TransferId = Guid.CreateVersion7(), ToRegionId = world.OtherRegion.Id })).Error);
    }

    [Fact]
    public async Task An_officer_of_a_region_sees_and_plans_their_own_only()
    {
        var officer = await app.Data.PersonAsync(Role.EducationOfficer, w => w.Region);
        var foreign = await app.Data.QuotaAsync(version, world.OtherRegion, 2);
        var own = await app.Data.QuotaAsync(version, world.Region, 2);

        Assert.Equal(own.Id, Assert.Single((await app.SendAs(officer, new GetQuotasQuery(2026, null, null))).Value.Rows).Id);
        Assert.IsType<NotFound>((await app.SendAs(officer, new PlanQuotaCommand(Key(world.OtherRegion.Id), 9, 9))).Error);
        Assert.IsType<NotFound>((await app.SendAs(officer, new TransferQuotaCommand(Guid.CreateVersion7(), foreign.Id, world.Region.Id, 1, "Себеп"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(officer, new TransferQuotaCommand(Guid.CreateVersion7(), own.Id, world.OtherRegion.Id, 1, "Себеп"))).Error);
        Assert.IsType<NotFound>((await app.SendAs(officer, new GetQuotaQuery(foreign.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(officer, new ExplainShortfallCommand(foreign.Id, ShortfallReason.NoTravelFunds, 1, null))).Error);
    }

    [Fact]
    public async Task The_plan_of_a_region_stands_against_the_fact_with_the_reasons()
    {
        var quota = await app.Data.QuotaAsync(version, world.Region, 4);
        await app.Data.EnrolmentAsync(await app.Data.OpenGroupAsync(version));

        Assert.Null((await app.SendAs(ministry, new ExplainShortfallCommand(quota.Id, ShortfallReason.NoTravelFunds, 3, null))).Error);

        var region = Assert.Single((await app.SendAs(ministry, new GetQuotasQuery(2026, null, null))).Value.Regions);
        Assert.Equal((4, 1, 25, false), (region.Planned, region.Used, region.Percent, region.IsFulfilled));
        Assert.Equal([ShortfallReason.NoTravelFunds], region.Reasons);
        Assert.IsType<InvalidInput>((await app.SendAs(ministry, new ExplainShortfallCommand(quota.Id, ShortfallReason.Other, 3, null))).Error);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.SchoolCoordinator)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_have_no_quotas(Role role)
    {
        var person = await app.Data.PersonAsync(role);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetQuotasQuery(2026, null, null))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new PlanQuotaCommand(Key(world.Region.Id), 1, 1))).Error);
    }

    private QuotaKey Key(Guid region) => new(2026, version.ProgrammeId, region, Language.Kk, FundingSource.RepublicanBudget);

    private async Task<Guid> ApplyAsync(StudyGroup group) =>
        (await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new ApplyToGroupCommand(group.Id))).Value;

    private Task<EnrolmentStatus> StatusAsync(Guid id) => app.LookAsync(db => db.Enrolments.Where(e => e.Id == id).Select(e => e.Status).SingleAsync());
}
