using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

public sealed class ReminderTests : IAsyncLifetime
{
    private TestApp app = null!;
    private Person trainer = null!;
    private Guid groupId;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
        var group = await app.Data.GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        groupId = group.Id;
        await app.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        Assert.Null((await app.SendAs(coordinator, new CloseGroupCommand(groupId))).Error);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task However_often_and_however_many_at_once_each_reminder_is_one_mail()
    {
        var due = await FallDueAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).SelectMany(_ => due.Select(id => app.SendAsSystem(new SendReminderCommand(id)))));
        await app.SendAsSystem(new QueueDueRemindersCommand());

        Assert.Equal(due.Count, Mails());
        Assert.Equal(2, due.Count);
        Assert.Empty(app.Jobs.Take());
        Assert.All(await StatusAsync(due), status => Assert.Equal(ReminderStatus.Sent, status));
    }

    [Fact]
    public async Task One_whose_sender_stopped_in_the_middle_is_left_to_a_person()
    {
        var due = await FallDueAsync();
        await app.SendAsSystem(new ClaimReminderCommand(due[0]));

        app.Time.Advance(TimeSpan.FromMinutes(11));
        await app.SendAsSystem(new QueueDueRemindersCommand());
        await app.SendAsSystem(new SendReminderCommand(due[0]));

        Assert.Equal([ReminderStatus.Unconfirmed], await StatusAsync([due[0]]));
        Assert.Equal(0, Mails());
    }

    [Fact]
    public async Task A_contact_that_took_place_is_not_reminded_of()
    {
        var due = await FallDueAsync();
        var contact = await app.LookAsync(db => db.Reminders.Where(r => r.Id == due[0]).Select(r => r.ContactId).SingleAsync());

        Assert.Null((await app.SendAs(trainer, new CompleteContactCommand(contact, "Сабақ бақыланды, кеңес берілді."))).Error);
        foreach (var id in due)
        {
            await app.SendAsSystem(new SendReminderCommand(id));
        }

        Assert.All(await StatusAsync(due), status => Assert.Equal(ReminderStatus.Cancelled, status));
        Assert.Equal(0, Mails());
    }

    // the day of the first contact's first reminder
    private async Task<IReadOnlyList<Guid>> FallDueAsync()
    {
        var first = await app.LookAsync(db => db.Reminders.MinAsync(r => r.DueOn));
        app.Time.Advance(TimeSpan.FromDays(first.DayNumber - app.Time.Today().DayNumber));
        app.Jobs.Take();
        await app.SendAsSystem(new QueueDueRemindersCommand());
        return [.. app.Jobs.Take().Select(j => j.Id)];
    }

    private int Mails() => Directory.Exists(Path.Combine(app.Folder, "mail"))
        ? Directory.EnumerateFiles(Path.Combine(app.Folder, "mail"), "*.eml", SearchOption.AllDirectories).Count()
        : 0;

    private Task<List<ReminderStatus>> StatusAsync(IReadOnlyList<Guid> ids) =>
        app.LookAsync(db => db.Reminders.Where(r => ids.Contains(r.Id)).Select(r => r.Status).ToListAsync());
}
