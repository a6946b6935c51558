using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

public sealed class RetryReminderTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        coordinator = await app.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(ReminderStatus.Failed)]
    [InlineData(ReminderStatus.Unconfirmed)]
    public async Task What_a_person_must_look_at_is_sent_again_once_however_often_it_is_asked(ReminderStatus stuck)
    {
        var reminder = await app.Data.ReminderAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay, ReminderStatus.Sending, stuck);

        var first = await app.SendAs(coordinator, new RetryReminderCommand(reminder.Id));
        var second = await app.SendAs(coordinator, new RetryReminderCommand(reminder.Id));

        Assert.Null(first.Error);
        Assert.Null(second.Error);
        Assert.Equal((nameof(CollectedJobs.SendReminder), reminder.Id), Assert.Single(app.Jobs.Take()));
        Assert.Equal(ReminderStatus.Pending, await StatusAsync(reminder));
    }

    [Fact]
    public async Task One_that_is_being_sent_stays_with_its_sender()
    {
        var reminder = await app.Data.ReminderAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay, ReminderStatus.Sending);

        await app.SendAs(coordinator, new RetryReminderCommand(reminder.Id));

        Assert.Empty(app.Jobs.Take());
        Assert.Equal(ReminderStatus.Sending, await StatusAsync(reminder));
    }

    [Theory]
    [InlineData(ReminderStatus.Sent)]
    [InlineData(ReminderStatus.Cancelled)]
    [InlineData(ReminderStatus.NoAddress)]
    public async Task What_is_over_is_refused(ReminderStatus over)
    {
        ReminderStatus[] way = over == ReminderStatus.Sent ? [ReminderStatus.Sending, over] : [over];
        var reminder = await app.Data.ReminderAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay, way);

        var result = await app.SendAs(coordinator, new RetryReminderCommand(reminder.Id));

        Assert.IsType<StepNotAllowed>(result.Error);
        Assert.Empty(app.Jobs.Take());
    }

    [Fact]
    public async Task A_reminder_of_another_branch_does_not_exist_for_the_coordinator()
    {
        var foreign = await app.Data.ContactAsync(Today, inOtherBranch: true);
        var reminder = await app.Data.ReminderAsync(foreign, ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Failed);

        Assert.IsType<NotFound>((await app.SendAs(coordinator, new RetryReminderCommand(reminder.Id))).Error);
        Assert.IsType<NotFound>((await app.SendAs(coordinator, new GetReminderQuery(reminder.Id))).Error);
        Assert.Empty((await app.SendAs(coordinator, new GetRemindersQuery(false, 1))).Value.Items);
    }

    [Fact]
    public async Task The_list_shows_what_was_due_and_on_request_only_what_a_person_must_look_at()
    {
        var contact = await app.Data.ContactAsync(Today);
        var failed = await app.Data.ReminderAsync(contact, ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Failed);
        await app.Data.ContactAsync(Today.AddDays(30));

        var all = (await app.SendAs(coordinator, new GetRemindersQuery(false, 1))).Value;
        var stuck = (await app.SendAs(coordinator, new GetRemindersQuery(true, 1))).Value;

        // before and on the day, for teacher and trainer; what is not due yet does not stand there
        Assert.Equal(4, all.Total);
        Assert.Equal(failed.Id, Assert.Single(stuck.Items).Id);
        Assert.True(stuck.Items[0].MayRetry);
        Assert.Single(all.Items, i => i.MayRetry);
    }

    [Fact]
    public async Task The_history_tells_each_step_and_who_made_it()
    {
        var reminder = await app.Data.ReminderAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay, ReminderStatus.Sending);
        await app.SendAsSystem(new RecordReminderCommand(reminder.Id, 1, SendOutcome.Unknown));
        app.Time.Advance(TimeSpan.FromHours(1));
        await app.SendAs(coordinator, new RetryReminderCommand(reminder.Id));

        var steps = (await app.SendAs(coordinator, new GetReminderQuery(reminder.Id))).Value.Steps;

        Assert.Equal([ReminderStatus.Pending, ReminderStatus.Sending, ReminderStatus.Unconfirmed, ReminderStatus.Pending], steps.Select(s => s.Status));
        Assert.Equal([null, null, null, $"{coordinator.FamilyName} {coordinator.GivenName}"], steps.Select(s => s.By));
        Assert.Equal(TimeSpan.FromHours(1), steps[3].At - steps[2].At);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_may_not(Role role)
    {
        var reminder = await app.Data.ReminderAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Failed);
        var person = await app.Data.PersonAsync(role);

        Assert.IsType<Forbidden>((await app.SendAs(person, new RetryReminderCommand(reminder.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetRemindersQuery(false, 1))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetReminderQuery(reminder.Id))).Error);
    }

    private Task<ReminderStatus> StatusAsync(Reminder reminder) =>
        app.LookAsync(db => db.Reminders.Where(r => r.Id == reminder.Id).Select(r => r.Status).SingleAsync());
}
