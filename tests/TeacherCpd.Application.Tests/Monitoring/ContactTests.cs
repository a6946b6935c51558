using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>What trainer and teacher see of the year, and the recording of a contact.</summary>
public sealed class ContactTests : IAsyncLifetime
{
    private const string Outcome = "Сабақ көрілді, кері байланыс берілді";
    private static readonly DateOnly Today = new(2026, 2, 10);

    private TestApp app = null!;
    private Person trainer = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        trainer = await app.Data.PersonAsync(Role.Trainer);
        teacher = await app.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_trainer_records_a_contact_and_its_reminders_are_no_longer_needed()
    {
        var contact = await ContactAsync();

        var result = await app.SendAs(trainer, new CompleteContactCommand(contact.Id, $"  {Outcome}\r\n"));

        Assert.Null(result.Error);
        var saved = await app.LookAsync(db => db.SupportContacts.SingleAsync(c => c.Id == contact.Id));
        Assert.Equal((Outcome, TestApp.Start.UtcDateTime), (saved.Outcome, saved.DoneAt));
        Assert.Equal(6, await app.LookAsync(db => db.Reminders.CountAsync(r => r.ContactId == contact.Id && r.Status == ReminderStatus.Cancelled)));
    }

    [Fact]
    public async Task Only_reminders_that_still_wait_are_taken_back()
    {
        var contact = await ContactAsync();
        var sent = await app.Data.ReminderAsync(contact, ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Sent);

        await app.SendAs(trainer, new CompleteContactCommand(contact.Id, Outcome));

        Assert.Equal(ReminderStatus.Sent, await app.LookAsync(db => db.Reminders.Where(r => r.Id == sent.Id).Select(r => r.Status).SingleAsync()));
        Assert.Equal(5, await app.LookAsync(db => db.Reminders.CountAsync(r => r.Status == ReminderStatus.Cancelled)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_records_once_and_another_outcome_is_refused()
    {
        var contact = await ContactAsync();
        await app.SendAs(trainer, new CompleteContactCommand(contact.Id, Outcome));
        app.Time.Advance(TimeSpan.FromHours(1));

        Assert.Null((await app.SendAs(trainer, new CompleteContactCommand(contact.Id, Outcome))).Error);
        Assert.IsType<ContactAlreadyDone>((await app.SendAs(trainer, new CompleteContactCommand(contact.Id, "Басқа нәтиже"))).Error);

        var saved = await app.LookAsync(db => db.SupportContacts.SingleAsync(c => c.Id == contact.Id));
        Assert.Equal((Outcome, TestApp.Start.UtcDateTime), (saved.Outcome, saved.DoneAt));
    }

    [Fact]
    public async Task Two_outcomes_at_the_same_moment_leave_one()
    {
        var contact = await ContactAsync();

        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => app.SendAs(trainer, new CompleteContactCommand(contact.Id, $"Нәтиже {i}")))));

        Assert.Single(results, r => r.Error is null);
        Assert.Equal(7, results.Count(r => r.Error is ContactAlreadyDone));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("      ", "required")]
    [InlineData("төрт", "too_short")]
    [InlineData(" а    ", "too_short")]
    public async Task An_outcome_that_says_too_little_is_refused(string outcome, string code) =>
        Assert.Equal(code, await FaultAsync(outcome));

    [Fact]
    public async Task An_outcome_may_have_two_thousand_characters_and_no_more()
    {
        Assert.Equal("too_long", await FaultAsync(new string('а', 2001)));
        Assert.Null((await app.SendAs(trainer, new CompleteContactCommand((await ContactAsync()).Id, new string('а', 1998) + "\r\nа"))).Error);
    }

    [Fact]
    public async Task Another_trainers_contact_does_not_exist()
    {
        var contact = await ContactAsync();
        var other = await app.Data.PersonAsync(Role.Trainer);

        Assert.IsType<NotFound>((await app.SendAs(other, new CompleteContactCommand(contact.Id, Outcome))).Error);
        Assert.IsType<NotFound>((await app.SendAs(other, new GetContactQuery(contact.Id))).Error);
        Assert.Empty((await app.SendAs(other, new GetContactsQuery(false, 1))).Value.Contacts.Items);
        Assert.Null((await app.LookAsync(db => db.SupportContacts.SingleAsync())).DoneAt);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_record_nothing(Role role)
    {
        var contact = await ContactAsync();
        var person = role == Role.Teacher ? teacher : await app.Data.PersonAsync(role);

        Assert.IsType<Forbidden>((await app.SendAs(person, new CompleteContactCommand(contact.Id, Outcome))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetContactQuery(contact.Id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetContactsQuery(false, 1))).Error);
    }

    [Fact]
    public async Task The_trainers_list_begins_with_what_is_overdue_and_has_pages_of_twenty()
    {
        var overdue = await ContactAsync(Today.AddDays(-5));
        for (var i = 1; i <= 21; i++)
        {
            await ContactAsync(Today.AddDays(i));
        }

        var done = await ContactAsync(Today.AddDays(-9));
        await app.SendAs(trainer, new CompleteContactCommand(done.Id, Outcome));

        var first = (await app.SendAs(trainer, new GetContactsQuery(false, 1))).Value.Contacts;
        var second = (await app.SendAs(trainer, new GetContactsQuery(false, 2))).Value.Contacts;
        var over = (await app.SendAs(trainer, new GetContactsQuery(true, 1))).Value.Contacts;

        Assert.Equal((20, 2, 22), (first.Items.Count, second.Items.Count, first.Total));
        Assert.Equal(overdue.Id, first.Items[0].Id);
        Assert.Equal(first.Items.Concat(second.Items).Select(c => c.DueOn).Order(), first.Items.Concat(second.Items).Select(c => c.DueOn));
        Assert.Equal(done.Id, Assert.Single(over.Items).Id);
    }

    [Fact]
    public async Task The_teacher_sees_the_own_year_and_nobody_elses()
    {
        var later = await ContactAsync(Today.AddDays(40));
        var first = await ContactAsync(Today.AddDays(-2));
        await app.SendAs(trainer, new CompleteContactCommand(first.Id, Outcome));
        await app.Data.ContactAsync(Today);

        var mine = (await app.SendAs(teacher, new GetMySupportQuery())).Value.Contacts;

        Assert.Equal([first.Id, later.Id], mine.Select(c => c.Id));
        Assert.Equal((Outcome, $"{trainer.FamilyName} {trainer.GivenName}"), (mine[0].Outcome, mine[0].Other));
        Assert.Null(mine[1].DoneAt);
    }

    [Fact]
    public async Task Today_tells_the_trainer_how_many_contacts_are_due_and_the_first_day()
    {
        await ContactAsync(Today.AddDays(-5));
        await ContactAsync(Today.AddDays(7));
        await ContactAsync(Today.AddDays(8));
        var done = await ContactAsync(Today.AddDays(-9));
        await app.SendAs(trainer, new CompleteContactCommand(done.Id, Outcome));

        var item = Assert.Single(await TodayAsync(trainer), i => i.TextKey == "today.contacts_due");

        Assert.Equal((2, Today.AddDays(-5), "/support"), (item.Count, item.DueOn, item.Path));
    }

    [Fact]
    public async Task Today_tells_the_teacher_of_the_next_contact_within_two_weeks()
    {
        await ContactAsync(Today.AddDays(15));
        Assert.DoesNotContain(await TodayAsync(teacher), i => i.TextKey == "today.next_contact");

        await ContactAsync(Today.AddDays(14));
        await ContactAsync(Today.AddDays(3));

        Assert.Equal(Today.AddDays(3), Assert.Single(await TodayAsync(teacher), i => i.TextKey == "today.next_contact").DueOn);
    }

    [Fact]
    public async Task Today_tells_the_coordinator_of_reminders_that_did_not_go_out_in_the_own_branch()
    {
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        await app.Data.ReminderAsync(await app.Data.ContactAsync(Today, inOtherBranch: true), ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Failed);
        Assert.DoesNotContain(await TodayAsync(coordinator), i => i.TextKey == "today.reminders_stuck");

        await app.Data.ReminderAsync(await ContactAsync(), ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Failed);
        await app.Data.ReminderAsync(await ContactAsync(), ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Unconfirmed);

        Assert.Equal(2, Assert.Single(await TodayAsync(coordinator), i => i.TextKey == "today.reminders_stuck").Count);
    }

    private async Task<IReadOnlyList<TodayItem>> TodayAsync(Person person) => (await app.SendAs(person, new GetTodayQuery())).Value.Items;

    private Task<SupportContact> ContactAsync(DateOnly? dueOn = null) => app.Data.ContactAsync(dueOn ?? Today, teacher, trainer);

    private async Task<string> FaultAsync(string outcome)
    {
        var result = await app.SendAs(trainer, new CompleteContactCommand((await ContactAsync()).Id, outcome));
        return Assert.IsType<InvalidInput>(result.Error).Faults[0].Code;
    }
}
