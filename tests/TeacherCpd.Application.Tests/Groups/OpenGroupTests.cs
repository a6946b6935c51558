using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class OpenGroupTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person coordinator = null!;
    private Person trainer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
        trainer = await app.Data.PersonAsync(Role.Trainer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(ProgrammeVersionStatus.Agreed)]
    [InlineData(ProgrammeVersionStatus.Listed)]
    [InlineData(ProgrammeVersionStatus.Pilot)]
    public async Task An_agreed_programme_or_its_pilot_opens_a_group_with_a_number(ProgrammeVersionStatus status)
    {
        var command = await CommandAsync(await app.Data.ProgrammeAsync(status, code: "P01"));

        var result = await app.SendAs(coordinator, command);

        var group = await app.LookAsync(db => db.Groups.SingleAsync(g => g.Id == result.Value));
        Assert.Equal("P01-2026-001", group.Code);
        Assert.Equal(GroupStatus.Recruiting, group.Status);
    }

    [Theory]
    [InlineData(ProgrammeVersionStatus.Draft)]
    [InlineData(ProgrammeVersionStatus.AtCouncil)]
    [InlineData(ProgrammeVersionStatus.Revised)]
    [InlineData(ProgrammeVersionStatus.Withdrawn)]
    public async Task A_programme_that_is_not_agreed_is_refused_with_its_state(ProgrammeVersionStatus status)
    {
        var result = await app.SendAs(coordinator, await CommandAsync(await app.Data.ProgrammeAsync(status)));

        Assert.Equal(new ProgrammeNotAgreed(status), result.Error);
        Assert.Equal(0, await app.LookAsync(db => db.Groups.CountAsync()));
    }

    [Fact]
    public async Task A_provider_whose_accreditation_ended_opens_no_groups()
    {
        var command = await CommandAsync(await app.Data.ProgrammeAsync());
        await app.LookAsync(db => db.Set<ProviderAccreditation>().ExecuteUpdateAsync(set => set.SetProperty(a => a.ValidUntil, new DateOnly(2026, 2, 9))));

        var result = await app.SendAs(coordinator, command);

        Assert.Equal(new ProviderNotValid(ProviderState.NotAccredited), result.Error);
        Assert.Equal(nameof(command.BranchId), result.Error!.Field);
        Assert.Equal(0, await app.LookAsync(db => db.Groups.CountAsync()));
    }

    [Fact]
    public async Task A_language_that_the_version_does_not_name_is_refused()
    {
        var version = await app.Data.ProgrammeAsync();
        var command = await CommandAsync(version);
        await app.LookAsync(db => db.ProgrammeVersions.ExecuteUpdateAsync(set => set.SetProperty(v => v.Languages, TeachingLanguages.Ru)));

        Assert.Equal(new LanguageNotTaught(Language.Kk), (await app.SendAs(coordinator, command)).Error);
        Assert.Null((await app.SendAs(coordinator, command with { Language = Language.Ru })).Error);
    }

    [Fact]
    public async Task The_same_form_sent_twice_opens_one_group()
    {
        var command = await CommandAsync(await app.Data.ProgrammeAsync());

        await app.SendAs(coordinator, command);
        var second = await app.SendAs(coordinator, command);

        Assert.Equal(command.GroupId, second.Value);
        Assert.Equal(1, await app.LookAsync(db => db.Groups.CountAsync()));
    }

    [Fact]
    public async Task Two_groups_opened_at_the_same_moment_get_two_numbers()
    {
        var version = await app.Data.ProgrammeAsync(code: "P01");
        var commands = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => CommandAsync(version)));

        var results = await Task.WhenAll(commands.Select(c => app.SendAs(coordinator, c)));

        Assert.All(results, r => Assert.Null(r.Error));
        var codes = await app.LookAsync(db => db.Groups.Select(g => g.Code).ToListAsync());
        Assert.Equal(6, codes.Distinct().Count());
    }

    [Fact]
    public async Task A_branch_out_of_scope_does_not_exist_for_the_coordinator()
    {
        var command = await CommandAsync(await app.Data.ProgrammeAsync());

        var result = await app.SendAs(coordinator, command with { BranchId = (await app.Data.WorldAsync()).OtherBranch.Id });

        Assert.IsType<NotFound>(result.Error);
    }

    [Fact]
    public async Task Dates_the_wrong_way_round_are_refused_at_their_field()
    {
        var command = await CommandAsync(await app.Data.ProgrammeAsync());

        var result = await app.SendAs(coordinator, command with { EndsOn = command.StartsOn.AddDays(-1) });

        Assert.Equal(nameof(command.EndsOn), Assert.IsType<GroupDatesReversed>(result.Error).Field);
    }

    [Fact]
    public async Task A_teacher_may_not_open_groups()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);

        var result = await app.SendAs(teacher, await CommandAsync(await app.Data.ProgrammeAsync()));

        Assert.IsType<Forbidden>(result.Error);
    }

    private async Task<OpenGroupCommand> CommandAsync(ProgrammeVersion version) => new(
        Guid.CreateVersion7(),
        version.Id,
        (await app.Data.WorldAsync()).Branch.Id,
        Language.Kk,
        new DateOnly(2026, 3, 2),
        new DateOnly(2026, 3, 20),
        trainer.Id,
        25);
}
