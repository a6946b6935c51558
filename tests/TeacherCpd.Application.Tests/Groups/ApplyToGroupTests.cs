using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups;

public sealed class ApplyToGroupTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_teacher_applies_and_gets_a_code_that_cannot_be_misread()
    {
        var group = await app.Data.OpenGroupAsync();

        var result = await app.SendAs(teacher, new ApplyToGroupCommand(group.Id));

        var enrolment = await app.LookAsync(db => db.Enrolments.SingleAsync(e => e.Id == result.Value));
        Assert.Equal((group.Id, teacher.Id, EnrolmentStatus.Applied), (enrolment.GroupId, enrolment.PersonId, enrolment.Status));
        Assert.Equal(TestApp.Start.UtcDateTime, enrolment.AppliedAt);
        Assert.Matches("^[2-9A-HJKMNP-Z]{8}$", enrolment.ListenerCode);
    }

    [Fact]
    public async Task Applying_again_finds_the_same_application()
    {
        var group = await app.Data.OpenGroupAsync();

        var first = await app.SendAs(teacher, new ApplyToGroupCommand(group.Id));
        var second = await app.SendAs(teacher, new ApplyToGroupCommand(group.Id));

        Assert.Equal(first.Value, second.Value);
        Assert.Equal(1, await app.LookAsync(db => db.Enrolments.CountAsync()));
    }

    [Fact]
    public async Task Applying_several_times_at_once_makes_one_application()
    {
        var group = await app.Data.OpenGroupAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.SendAs(teacher, new ApplyToGroupCommand(group.Id))));

        Assert.Single(results.Select(r => r.Value).Distinct());
        Assert.Equal(1, await app.LookAsync(db => db.Enrolments.CountAsync()));
    }

    [Fact]
    public async Task Whoever_applies_to_a_full_group_is_decided_on_and_then_waits()
    {
        var group = await app.Data.OpenGroupAsync(capacity: 1);
        await app.Data.EnrolmentAsync(group);

        var result = await app.SendAs(teacher, new ApplyToGroupCommand(group.Id));

        Assert.Equal(EnrolmentStatus.Applied, await app.LookAsync(db => db.Enrolments.Where(e => e.Id == result.Value).Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task People_who_only_applied_take_no_place()
    {
        var group = await app.Data.OpenGroupAsync(capacity: 1);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Declined);

        Assert.Null((await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Error);
    }

    [Theory]
    [InlineData(GroupStatus.Studying)]
    [InlineData(GroupStatus.Closed)]
    public async Task A_group_that_does_not_recruit_takes_no_applications(GroupStatus status)
    {
        var group = await app.Data.GroupAsync(status: status);

        Assert.IsType<GroupNotRecruiting>((await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Error);
    }

    [Theory]
    [InlineData("2026-02-10", false)]
    [InlineData("2026-02-11", true)]
    public async Task The_day_before_the_first_is_the_last_to_apply(string startsOn, bool allowed)
    {
        var group = await app.Data.OpenGroupAsync(startsOn: DateOnly.Parse(startsOn, System.Globalization.CultureInfo.InvariantCulture));

        var result = await app.SendAs(teacher, new ApplyToGroupCommand(group.Id));

        Assert.Equal(allowed, result.IsOk);
    }

    [Fact]
    public async Task Whoever_was_declined_may_not_apply_to_the_same_group_but_to_another()
    {
        var group = await app.Data.OpenGroupAsync();
        await app.Data.EnrolmentAsync(group, teacher, EnrolmentStatus.Declined);

        Assert.IsType<ApplicationDeclined>((await app.SendAs(teacher, new ApplyToGroupCommand(group.Id))).Error);
        Assert.Null((await app.SendAs(teacher, new ApplyToGroupCommand((await app.Data.OpenGroupAsync()).Id))).Error);
    }

    [Fact]
    public async Task An_unknown_group_is_not_found() =>
        Assert.IsType<NotFound>((await app.SendAs(teacher, new ApplyToGroupCommand(Guid.CreateVersion7()))).Error);

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_may_not_apply(Role role)
    {
        var group = await app.Data.OpenGroupAsync();

        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(role), new ApplyToGroupCommand(group.Id))).Error);
    }

    [Fact]
    public async Task A_visitor_has_to_sign_in() =>
        Assert.IsType<SignInNeeded>((await app.SendAs(null, new ApplyToGroupCommand((await app.Data.OpenGroupAsync()).Id))).Error);
}
