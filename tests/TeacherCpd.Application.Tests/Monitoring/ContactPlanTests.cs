using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>A contact moves to another day, or passes to another trainer; reminders follow, and what was stays known.</summary>
public sealed class ContactPlanTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private Person trainer = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Reminders_follow_the_new_day_also_after_one_went_out_for_the_old()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);
        await app.Data.ReminderAsync(contact, ReminderKind.Before, ReminderStatus.Sending, ReminderStatus.Sent);

        Assert.Null((await MoveAsync(contact, Today.AddDays(16))).Error);

        var reminders = await RemindersAsync(contact, contact.PersonId);
        Assert.Equal(
            [
                (ReminderKind.Before, Today, ReminderStatus.Sent),
                (ReminderKind.Before, Today.AddDays(9), ReminderStatus.Pending),
                (ReminderKind.OnDay, Today.AddDays(7), ReminderStatus.Cancelled),
                (ReminderKind.OnDay, Today.AddDays(16), ReminderStatus.Pending),
                (ReminderKind.After, Today.AddDays(10), ReminderStatus.Cancelled),
                (ReminderKind.After, Today.AddDays(19), ReminderStatus.Pending),
            ],
            reminders);
        var seen = (await app.SendAs(trainer, new GetContactQuery(contact.Id))).Value;
        var change = Assert.Single(seen.Changes);
        Assert.Equal((Today.AddDays(7), Today.AddDays(16), "Мектепте сынақ аптасы"), (change.FromDay, change.ToDay, change.Reason));
        Assert.Null(change.FromTrainer);
    }

    [Fact]
    public async Task Moved_there_and_back_nothing_is_sent_twice_and_nothing_is_lost()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);
        await app.Data.ReminderAsync(contact, ReminderKind.Before, ReminderStatus.Sending, ReminderStatus.Sent);
        await MoveAsync(contact, Today.AddDays(16));

        Assert.Null((await MoveAsync(contact, Today.AddDays(7))).Error);

        Assert.Equal(
            [(ReminderKind.Before, Today, ReminderStatus.Sent), (ReminderKind.OnDay, Today.AddDays(7), ReminderStatus.Pending), (ReminderKind.After, Today.AddDays(10), ReminderStatus.Pending)],
            (await RemindersAsync(contact, contact.PersonId)).Where(r => r.Status != ReminderStatus.Cancelled));
        Assert.Equal(2, await app.LookAsync(db => db.ContactChanges.CountAsync()));
    }

    [Theory]
    [InlineData(-1)] // yesterday
    [InlineData(4)] // Saturday
    [InlineData(366)] // past the year
    public async Task A_day_outside_the_year_of_support_is_refused(int days)
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);

        Assert.IsType<DayNotInYear>((await MoveAsync(contact, Today.AddDays(days))).Error);

        Assert.Equal(0, await app.LookAsync(db => db.ContactChanges.CountAsync()));
    }

    [Fact]
    public async Task Only_the_responsible_trainer_moves_a_contact_that_is_open()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);
        Assert.IsType<NotFound>((await app.SendAs(await app.Data.PersonAsync(Role.Trainer), new MoveContactCommand(contact.Id, Today.AddDays(8), "Басқа себеп"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(await app.Data.PersonAsync(Role.Teacher), new MoveContactCommand(contact.Id, Today.AddDays(8), "Басқа себеп"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(trainer, new MoveContactCommand(contact.Id, Today.AddDays(8), " "))).Error);

        await app.SendAs(trainer, new CompleteContactCommand(contact.Id, "Кеңес өтті"));
        Assert.IsType<ContactAlreadyDone>((await MoveAsync(contact, Today.AddDays(8))).Error);
    }

    [Fact]
    public async Task The_contacts_of_a_trainer_who_leaves_go_to_another_with_drafts_and_reminders()
    {
        var open = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer, kind: ContactKind.Observation);
        var elsewhere = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer, inOtherBranch: true);
        var done = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);
        await app.SendAs(trainer, new CompleteContactCommand(done.Id, "Кеңес өтті"));
        Assert.Null((await app.SendAs(trainer, new SaveLessonCommand(open.Id, TestData.Lesson(Today), null))).Error);
        var successor = await app.Data.PersonAsync(Role.Trainer);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        Assert.Equal(1, (await app.SendAs(coordinator, new PassContactsCommand(trainer.Id, successor.Id, "Декреттік демалыс"))).Value);

        Assert.Equal([successor.Id, trainer.Id, trainer.Id], await app.LookAsync(async db => new[]
        {
            (await db.SupportContacts.SingleAsync(c => c.Id == open.Id)).TrainerId,
            (await db.SupportContacts.SingleAsync(c => c.Id == elsewhere.Id)).TrainerId,
            (await db.SupportContacts.SingleAsync(c => c.Id == done.Id)).TrainerId,
        }));
        Assert.All(await RemindersAsync(open, trainer.Id), r => Assert.Equal(ReminderStatus.Cancelled, r.Status));
        Assert.Equal(3, (await RemindersAsync(open, successor.Id)).Count(r => r.Status == ReminderStatus.Pending));
        Assert.Equal(3, (await RemindersAsync(open, open.PersonId)).Count(r => r.Status == ReminderStatus.Pending));
        Assert.Null((await app.SendAs(successor, new SignLessonCommand(open.Id, TestData.Lesson(Today), null))).Error);
        Assert.Equal(successor.Id, await app.LookAsync(db => db.SupportLessons.Select(l => l.ObserverId).SingleAsync()));
        Assert.NotNull(Assert.Single((await app.SendAs(successor, new GetContactQuery(open.Id))).Value.Changes).FromTrainer);
    }

    [Fact]
    public async Task Contacts_go_to_trainers_only_and_to_another_one()
    {
        await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);

        Assert.IsType<NotATrainer>((await app.SendAs(coordinator, new PassContactsCommand(trainer.Id, coordinator.Id, "Декреттік демалыс"))).Error);
        Assert.IsType<InvalidInput>((await app.SendAs(coordinator, new PassContactsCommand(trainer.Id, trainer.Id, "Декреттік демалыс"))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(trainer, new PassContactsCommand(trainer.Id, trainer.Id, "Декреттік демалыс"))).Error);
    }

    [Fact]
    public async Task The_coordinator_sees_what_is_overdue_and_who_has_how_much()
    {
        await app.Data.ContactAsync(Today.AddDays(-1), trainer: trainer);
        await app.Data.ContactAsync(Today, trainer: trainer);
        await app.Data.ContactAsync(Today.AddDays(-3), inOtherBranch: true);

        var seen = (await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new GetOverdueContactsQuery(1))).Value;

        Assert.Equal(Today.AddDays(-1), Assert.Single(seen.Contacts.Items).DueOn);
        Assert.Equal((trainer.Id, 2, 1), seen.Trainers.Select(t => (t.TrainerId, t.Open, t.Overdue)).Single());
    }

    [Fact]
    public async Task A_draft_beside_a_contact_that_was_recorded_in_words_is_refused()
    {
        var contact = await app.Data.ContactAsync(Today, trainer: trainer, kind: ContactKind.Observation);
        await app.Data.ChangeAsync(async db => (await db.SupportContacts.SingleAsync(c => c.Id == contact.Id)).Complete("Сабақ көрілді", contact.DueOn, default));

        Assert.IsType<ContactAlreadyDone>((await app.SendAs(trainer, new SaveLessonCommand(contact.Id, TestData.Lesson(Today), null))).Error);

        Assert.Equal(0, await app.LookAsync(db => db.SupportLessons.CountAsync()));
    }

    [Fact]
    public async Task My_reminders_are_mine_and_the_choice_is_kept()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7), trainer: trainer);
        await app.Data.ContactAsync(Today.AddDays(7));
        await app.SendAs(trainer, new ChooseMailsCommand(WantsSingleMails: true, DoesWithoutOwn: false));
        await app.SendAs(trainer, new ChooseMailsCommand(WantsSingleMails: true, DoesWithoutOwn: true));

        var mine = (await app.SendAs(trainer, new GetMyRemindersQuery(1))).Value;

        Assert.Equal((true, true, false), (mine.WantsSingleMails, mine.DoesWithoutOwn, mine.MayDoWithoutOwn));
        Assert.Equal(3, mine.Reminders.Items.Count);
        Assert.All(mine.Reminders.Items, r => Assert.Equal($"/support/{contact.Id}", r.Path));
        Assert.Equal(1, await app.LookAsync(db => db.MailChoices.CountAsync()));
    }

    [Fact]
    public async Task The_calendar_has_the_open_contacts_of_both()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var contact = await app.Data.ContactAsync(Today.AddDays(7), teacher, trainer);
        foreach (var (person, path) in new[] { (teacher, $"my/support#{contact.Id}"), (trainer, $"support/{contact.Id}") })
        {
            var token = (await app.SendAs(person, new MakeCalendarFeedCommand())).Value;
            Assert.Equal((contact.Id, path), (await app.SendAs(null, new GetCalendarFeedQuery(token))).Value.Contacts.Select(c => (c.Id, c.Path)).Single());
        }
    }

    private Task<Result<Done>> MoveAsync(SupportContact contact, DateOnly day) => app.SendAs(trainer, new MoveContactCommand(contact.Id, day, "Мектепте сынақ аптасы"));

    private async Task<List<(ReminderKind Kind, DateOnly DueOn, ReminderStatus Status)>> RemindersAsync(SupportContact contact, Guid recipient) =>
        [.. (await app.LookAsync(db => db.Reminders.Where(r => r.ContactId == contact.Id && r.RecipientId == recipient).ToListAsync()))
            .OrderBy(r => r.Kind).ThenBy(r => r.DueOn).Select(r => (r.Kind, r.DueOn, r.Status))];
}
