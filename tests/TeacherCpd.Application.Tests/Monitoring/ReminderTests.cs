using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Mail;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Monitoring;

/// <summary>Reminders go out once, at their time, and to nobody who needs none.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private readonly CollectingMail mail = new();
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync(change: services => services.AddSingleton<IMailSender>(mail));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task On_its_day_a_reminder_goes_to_teacher_and_trainer()
    {
        var contact = await app.Data.ContactAsync(Today);

        await RunAsync();

        Assert.Equal(2, mail.Taken.Count);
        Assert.Equal(
            [(ReminderKind.Before, ReminderStatus.Cancelled), (ReminderKind.OnDay, ReminderStatus.Sent), (ReminderKind.After, ReminderStatus.Pending)],
            await StatesAsync(contact, contact.PersonId));
        Assert.Equal(
            [(ReminderKind.Before, ReminderStatus.Cancelled), (ReminderKind.OnDay, ReminderStatus.Sent), (ReminderKind.After, ReminderStatus.Pending)],
            await StatesAsync(contact, contact.TrainerId));
    }

    [Fact]
    public async Task Each_day_of_the_plan_sends_its_one_reminder()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7));
        var sent = new List<int>();
        for (var day = 0; day <= 12; day++)
        {
            await RunAsync();
            sent.Add(mail.Taken.Count);
            app.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 6, 6, 6], sent);
        Assert.All(await StatesAsync(contact, contact.PersonId), s => Assert.Equal(ReminderStatus.Sent, s.Status));
    }

    [Fact]
    public async Task Reminders_wait_for_the_morning_in_Kazakhstan()
    {
        await app.Data.ContactAsync(Today.AddDays(8));

        // 19:00 UTC is midnight in Kazakhstan, 03:00 UTC is eight in the morning
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 10, 14, 59, 0, TimeSpan.Zero));
        await RunAsync();
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 10, 19, 0, 0, TimeSpan.Zero));
        await RunAsync();
        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 11, 2, 59, 0, TimeSpan.Zero));
        await RunAsync();
        Assert.Empty(mail.Taken);

        app.Time.SetUtcNow(new DateTimeOffset(2026, 2, 11, 3, 0, 0, TimeSpan.Zero));
        await RunAsync();
        Assert.Equal(2, mail.Taken.Count);
    }

    [Fact]
    public async Task However_often_it_runs_there_is_one_mail_for_each()
    {
        await app.Data.ContactAsync(Today);

        var ids = await QueueAsync();
        for (var run = 0; run < 3; run++)
        {
            foreach (var id in ids)
            {
                await SendAsync(id);
            }

            Assert.Empty(await QueueAsync());
        }

        Assert.Equal(2, mail.Taken.Count);
    }

    [Fact]
    public async Task Twenty_senders_at_once_send_one_mail()
    {
        var contact = await app.Data.ContactAsync(Today);
        var id = await IdAsync(contact, ReminderKind.OnDay);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SendAsync(id))));

        Assert.All(results, r => Assert.Null(r.Error));
        Assert.Single(mail.Taken);
        var reminder = await ReminderAsync(id);
        Assert.Equal((ReminderStatus.Sent, 1), (reminder.Status, reminder.Attempts));
    }

    [Fact]
    public async Task Twenty_sweeps_at_once_lose_and_repeat_nothing()
    {
        var contact = await app.Data.ContactAsync(Today);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => app.SendAsSystem(new QueueDueRemindersCommand()))));
        Assert.All(app.Jobs.Take(), j => Assert.Equal(nameof(IBackgroundJobs.SendDueReminders), j.Kind));
        var handedOver = Enumerable.Repeat((await app.SendAsSystem(new GetDueRemindersQuery())).Value, 20).SelectMany(ids => ids).ToList();
        await Task.WhenAll(handedOver.Select(id => Task.Run(() => SendAsync(id))));

        Assert.Equal(2, mail.Taken.Count);
        Assert.Equal(2, mail.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(ReminderStatus.Cancelled, (await StatesAsync(contact, contact.PersonId))[0].Status);
    }

    [Fact]
    public async Task A_sender_that_died_after_its_claim_leaves_the_reminder_to_a_person()
    {
        var id = await IdAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay);
        Assert.Equal(1, (await app.SendAsSystem(new ClaimReminderCommand(id))).Value);

        app.Time.Advance(TimeSpan.FromMinutes(9));
        await RunAsync(except: id);
        Assert.Equal(ReminderStatus.Sending, (await ReminderAsync(id)).Status);

        app.Time.Advance(TimeSpan.FromMinutes(2));
        await RunAsync();
        await SendAsync(id);
        app.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Equal(ReminderStatus.Unconfirmed, (await ReminderAsync(id)).Status);
        Assert.DoesNotContain(mail.Taken, m => m.MessageId.Contains($"{id:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sender_that_comes_back_too_late_changes_nothing()
    {
        var id = await IdAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay);
        var late = (await app.SendAsSystem(new ClaimReminderCommand(id))).Value!.Value;
        app.Time.Advance(TimeSpan.FromMinutes(11));
        await app.SendAsSystem(new QueueDueRemindersCommand());
        await app.SendAs(await app.Data.PersonAsync(Role.Coordinator), new RetryReminderCommand(id));
        Assert.Equal(2, (await app.SendAsSystem(new ClaimReminderCommand(id))).Value);

        await app.SendAsSystem(new RecordReminderCommand(id, late, SendOutcome.Refused));

        Assert.Equal(ReminderStatus.Sending, (await ReminderAsync(id)).Status);
    }

    [Fact]
    public async Task A_refused_mail_is_tried_five_times_with_pauses_and_then_left_to_a_person()
    {
        var id = await IdAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay);
        mail.Failure = new MailNotTakenException("no", new IOException());
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RunAsync();
            var reminder = await ReminderAsync(id);
            Assert.Equal((attempt < 5 ? ReminderStatus.Pending : ReminderStatus.Failed, attempt), (reminder.Status, reminder.Attempts));

            Assert.Empty(await QueueAsync());
            app.Time.Advance(TimeSpan.FromMinutes(30));
        }

        mail.Failure = null;
        await RunAsync();
        Assert.Empty(mail.Taken);
    }

    [Fact]
    public async Task A_mail_refused_once_goes_out_when_the_server_takes_it()
    {
        await app.Data.ContactAsync(Today);
        mail.Failure = new MailNotTakenException("no", new IOException());
        await RunAsync();
        mail.Failure = null;
        app.Time.Advance(TimeSpan.FromMinutes(30));

        await RunAsync();

        Assert.Equal(2, mail.Taken.Count);
    }

    [Fact]
    public async Task An_address_that_cannot_be_one_counts_as_refused()
    {
        var id = await IdAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay);
        mail.Failure = new ArgumentException("This is not a mail address.");

        await SendAsync(id);

        Assert.Equal(ReminderStatus.Pending, (await ReminderAsync(id)).Status);
    }

    [Fact]
    public async Task A_mail_that_may_have_gone_out_is_not_sent_again_by_itself()
    {
        var id = await IdAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay);
        mail.Failure = new TimeoutException();
        await SendAsync(id);
        mail.Failure = null;

        app.Time.Advance(TimeSpan.FromHours(1));
        await RunAsync(except: id);
        await SendAsync(id);

        Assert.Equal(ReminderStatus.Unconfirmed, (await ReminderAsync(id)).Status);
        Assert.DoesNotContain(mail.Taken, m => m.MessageId.Contains($"{id:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_clock_that_jumped_only_the_latest_of_each_contact_goes_out()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(30));
        app.Time.Advance(TimeSpan.FromDays(62));

        await RunAsync();

        Assert.Equal(2, mail.Taken.Count);
        Assert.Equal(
            [(ReminderKind.Before, ReminderStatus.Cancelled), (ReminderKind.OnDay, ReminderStatus.Cancelled), (ReminderKind.After, ReminderStatus.Sent)],
            await StatesAsync(contact, contact.PersonId));
    }

    [Fact]
    public async Task An_earlier_reminder_waiting_in_the_queue_is_dropped_when_a_later_one_falls_due()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(7));
        var before = await IdAsync(contact, ReminderKind.Before);
        Assert.Contains(before, await QueueAsync());
        app.Time.Advance(TimeSpan.FromDays(7));

        await SendAsync(before);

        Assert.Equal(ReminderStatus.Cancelled, (await ReminderAsync(before)).Status);
        Assert.Empty(mail.Taken);
    }

    [Fact]
    public async Task A_contact_that_took_place_reminds_nobody()
    {
        var contact = await app.Data.ContactAsync(Today);
        await app.Data.ChangeAsync(async db => (await db.SupportContacts.SingleAsync(c => c.Id == contact.Id)).Complete("Сабақ көрілді", contact.DueOn, default));

        await RunAsync();

        Assert.Empty(mail.Taken);
        Assert.Equal(
            [(ReminderKind.Before, ReminderStatus.Cancelled), (ReminderKind.OnDay, ReminderStatus.Cancelled), (ReminderKind.After, ReminderStatus.Pending)],
            await StatesAsync(contact, contact.PersonId));
    }

    [Fact]
    public async Task A_contact_that_took_place_after_the_reminder_was_handed_over_still_stops_it()
    {
        var contact = await app.Data.ContactAsync(Today);
        var handedOver = await QueueAsync();
        await app.Data.ChangeAsync(async db => (await db.SupportContacts.SingleAsync(c => c.Id == contact.Id)).Complete("Сабақ көрілді", contact.DueOn, default));

        foreach (var id in handedOver)
        {
            await SendAsync(id);
        }

        Assert.Equal(2, handedOver.Count);
        Assert.Empty(mail.Taken);
        Assert.Equal(ReminderStatus.Cancelled, (await StatesAsync(contact, contact.TrainerId))[1].Status);
    }

    [Fact]
    public async Task A_person_without_an_address_is_said_so_and_the_other_is_reminded()
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        await app.Data.ChangeAsync(async db => db.Entry(await db.Persons.SingleAsync(p => p.Id == teacher.Id)).Property(p => p.Email).CurrentValue = null);
        var contact = await app.Data.ContactAsync(Today, teacher);

        await RunAsync();

        Assert.Single(mail.Taken);
        Assert.Equal(ReminderStatus.NoAddress, (await ReminderAsync(await IdAsync(contact, ReminderKind.OnDay))).Status);
    }

    [Fact]
    public async Task Five_hundred_are_taken_at_once_and_then_the_next()
    {
        var contact = await app.Data.ContactAsync(Today.AddDays(100));
        var contacts = Enumerable.Range(0, 251)
            .Select(i => new SupportContact { EnrolmentId = contact.EnrolmentId, PersonId = contact.PersonId, TrainerId = contact.TrainerId, Kind = ContactKind.Survey, DueOn = Today.AddDays(-i) })
            .ToList();
        await app.Data.SaveAsync([.. contacts, .. contacts.SelectMany(c => new[] { c.PersonId, c.TrainerId }
            .Select(recipient => new Reminder { ContactId = c.Id, RecipientId = recipient, Kind = ReminderKind.OnDay, DueOn = c.DueOn }))]);

        Assert.Equal(500, (await QueueAsync()).Count);
        for (var sends = 0; sends < 20 && await QueueAsync() is [var first, ..]; sends++)
        {
            await SendAsync(first);
        }

        Assert.Empty(await QueueAsync());
        Assert.Equal(502, await app.LookAsync(db => db.Reminders.CountAsync(r => r.Status == ReminderStatus.Sent)));
        Assert.Equal(12, mail.Taken.Count);
    }

    [Fact]
    public async Task What_is_due_to_a_person_together_comes_in_one_mail()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        var contacts = new List<SupportContact>();
        for (var i = 0; i < 3; i++)
        {
            contacts.Add(await app.Data.ContactAsync(Today, trainer: trainer));
        }

        await RunAsync();

        Assert.Equal(4, mail.Taken.Count);
        var digest = Assert.Single(mail.Taken, m => m.To == trainer.Email);
        Assert.All(contacts, c => Assert.Contains($"http://localhost:5080/support/{c.Id}", digest.TextBody, StringComparison.Ordinal));
        Assert.Equal(6, await app.LookAsync(db => db.Reminders.CountAsync(r => r.Status == ReminderStatus.Sent)));
    }

    [Fact]
    public async Task Who_wants_single_mails_gets_them()
    {
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        await app.SendAs(trainer, new ChooseMailsCommand(WantsSingleMails: true, DoesWithoutOwn: false));
        for (var i = 0; i < 3; i++)
        {
            await app.Data.ContactAsync(Today, trainer: trainer);
        }

        await RunAsync();

        Assert.Equal(3, mail.Taken.Count(m => m.To == trainer.Email));
    }

    [Fact]
    public async Task Who_does_without_mails_still_gets_what_is_overdue_and_a_trainer_gets_all()
    {
        var (teacher, trainer) = (await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Trainer));
        await app.SendAs(teacher, new ChooseMailsCommand(WantsSingleMails: false, DoesWithoutOwn: true));
        await app.SendAs(trainer, new ChooseMailsCommand(WantsSingleMails: false, DoesWithoutOwn: true));
        var contact = await app.Data.ContactAsync(Today, teacher, trainer);

        await RunAsync();
        Assert.Equal([trainer.Email!], mail.Taken.Select(m => m.To));
        Assert.Equal(ReminderStatus.Declined, (await ReminderAsync(await IdAsync(contact, ReminderKind.OnDay))).Status);

        app.Time.Advance(TimeSpan.FromDays(3));
        await RunAsync();
        Assert.Equal([teacher.Email!, trainer.Email!, trainer.Email!], mail.Taken.Select(m => m.To).Order(StringComparer.Ordinal).OrderBy(to => to != teacher.Email));
    }

    [Fact]
    public async Task Whoever_has_a_mail_in_hand_does_without_more_and_is_not_signed_in()
    {
        var (teacher, trainer) = (await app.Data.PersonAsync(Role.Teacher), await app.Data.PersonAsync(Role.Trainer));
        await app.SendAs(teacher, new ChooseMailsCommand(WantsSingleMails: true, DoesWithoutOwn: false));
        await app.Data.ContactAsync(Today.AddDays(7), teacher, trainer);
        await RunAsync();
        Assert.Null(mail.Taken.Single(m => m.To == trainer.Email).Leave);
        var mine = mail.Taken.Single(m => m.To == teacher.Email);
        Assert.Contains(mine.Leave!.ToString(), mine.TextBody, StringComparison.Ordinal);
        var token = Uri.UnescapeDataString(mine.Leave.Query["?t=".Length..]);

        foreach (var wrong in new[] { "", "x", token[..^3], $"{token}A", Guid.CreateVersion7().ToString() })
        {
            Assert.NotNull((await app.SendAs(null, new LeaveMailsCommand(wrong))).Error);
        }

        Assert.True((await app.SendAs(null, new LeaveMailsCommand(token))).IsOk);
        Assert.True((await app.SendAs(null, new LeaveMailsCommand(token))).IsOk);

        var choice = await app.LookAsync(db => db.MailChoices.SingleAsync());
        Assert.Equal((teacher.Id, true, true), (choice.PersonId, choice.WantsSingleMails, choice.DoesWithoutOwn));
        app.Time.Advance(TimeSpan.FromDays(7));
        await RunAsync();
        Assert.Single(mail.Taken, m => m.To == teacher.Email);
        app.Time.Advance(TimeSpan.FromDays(3));
        await RunAsync();
        var overdue = mail.Taken.Last(m => m.To == teacher.Email);
        Assert.Null(overdue.Leave);
        Assert.Equal(2, mail.Taken.Count(m => m.To == teacher.Email));
    }

    [Theory]
    [InlineData("2026-02-14")] // Saturday
    [InlineData("2026-03-23")] // Nauryz
    public async Task Nothing_is_sent_on_a_day_of_rest(string day)
    {
        await app.Data.ContactAsync(Today);
        app.Time.SetUtcNow(new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddHours(5), TimeSpan.Zero));
        await RunAsync();
        Assert.Empty(mail.Taken);

        app.Time.Advance(TimeSpan.FromDays(3));
        await RunAsync();
        Assert.Equal(2, mail.Taken.Count);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_for_two_days_costs_no_mail_and_no_try()
    {
        await app.Data.ContactAsync(Today);
        mail.Failure = new MailServerAwayException("away", new IOException());
        for (var hour = 0; hour < 48; hour++)
        {
            await RunAsync();
            app.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.All(
            await app.LookAsync(db => db.Reminders.Where(r => r.DueOn == Today).ToListAsync()),
            r => Assert.Equal((ReminderStatus.Pending, 0), (r.Status, r.Attempts)));
        mail.Failure = null;
        await RunAsync();
        Assert.Equal(2, mail.Taken.Count);
    }

    [Fact]
    public async Task Coordinators_of_the_branch_are_told_once_of_what_is_overdue_for_a_week()
    {
        var coordinator = await app.Data.PersonAsync(Role.Coordinator);
        var contact = await app.Data.ContactAsync(Today);
        await app.Data.ContactAsync(Today, inOtherBranch: true);

        app.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(0, (await app.SendAsSystem(new EscalateOverdueCommand())).Value);
        app.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await app.SendAsSystem(new EscalateOverdueCommand())).Value);
        Assert.Equal(0, (await app.SendAsSystem(new EscalateOverdueCommand())).Value);
        await RunAsync();

        var told = Assert.Single(mail.Taken, m => m.To == coordinator.Email);
        Assert.Equal(new Uri($"http://localhost:5080/support/overdue#{contact.Id}"), told.Link);
    }

    [Theory]
    [InlineData(Language.Kk, "Құрметті", "жеке кеңес", "Бүгін:")]
    [InlineData(Language.Ru, "Здравствуйте", "индивидуальная консультация", "Сегодня:")]
    [InlineData(Language.En, "Dear", "individual consultation", "Today:")]
    public async Task The_mail_is_in_the_language_of_the_recipient_and_leads_to_the_contact(Language language, string greeting, string kind, string subject)
    {
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var trainer = await app.Data.PersonAsync(Role.Trainer);
        await app.Data.ChangeAsync(async db =>
        {
            foreach (var person in await db.Persons.Where(p => p.Id == teacher.Id || p.Id == trainer.Id).ToListAsync())
            {
                db.Entry(person).Property(p => p.Language).CurrentValue = language;
            }
        });
        var contact = await app.Data.ContactAsync(Today, teacher, trainer, kind: ContactKind.Consultation);

        await RunAsync();

        var toTeacher = Assert.Single(mail.Taken, m => m.To == teacher.Email);
        var toTrainer = Assert.Single(mail.Taken, m => m.To == trainer.Email);
        Assert.Equal(new Uri($"http://localhost:5080/my/support#{contact.Id}"), toTeacher.Link);
        Assert.Equal(new Uri($"http://localhost:5080/support/{contact.Id}"), toTrainer.Link);
        Assert.Contains(trainer.FamilyName, toTeacher.TextBody, StringComparison.Ordinal);
        Assert.Contains(teacher.FamilyName, toTrainer.TextBody, StringComparison.Ordinal);
        Assert.All(mail.Taken, m =>
        {
            Assert.StartsWith(subject, m.Subject, StringComparison.Ordinal);
            Assert.Contains(greeting, m.TextBody, StringComparison.Ordinal);
            Assert.Contains(kind, m.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain('{', m.Subject + m.TextBody);
            Assert.DoesNotContain(teacher.Iin, m.TextBody, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Without_a_mail_server_the_mails_lie_in_the_folder_one_for_each_reminder()
    {
        await using var plain = await TestApp.StartAsync();
        var contact = await plain.Data.ContactAsync(Today);
        for (var run = 0; run < 2; run++)
        {
            await plain.SendAsSystem(new QueueDueRemindersCommand());
            foreach (var id in (await plain.SendAsSystem(new GetDueRemindersQuery())).Value)
            {
                await plain.SendAsSystem(new SendReminderCommand(id));
            }
        }

        FolderMailPage page = null!;
        await plain.UseAsync(async services => page = await services.GetRequiredService<FolderMailbox>().ListAsync(1, 10, CancellationToken.None));
        Assert.Equal(2, page.Total);
        Assert.Contains(page.Mails, m => m.TextBody.Contains($"/support/{contact.Id}", StringComparison.Ordinal));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(plain.Folder, "mail")).Length);
    }

    public static TheoryData<Role> Roles => new(Enum.GetValues<Role>());

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_person_sends_reminders_past_the_system(Role role)
    {
        var person = await app.Data.PersonAsync(role);
        var id = await IdAsync(await app.Data.ContactAsync(Today), ReminderKind.OnDay);

        Assert.IsType<Forbidden>((await app.SendAs(person, new QueueDueRemindersCommand())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new GetDueRemindersQuery())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new EscalateOverdueCommand())).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new SendReminderCommand(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new ClaimReminderCommand(id))).Error);
        Assert.IsType<Forbidden>((await app.SendAs(person, new RecordReminderCommand(id, 1, SendOutcome.Taken))).Error);
    }

    private async Task RunAsync(Guid? except = null)
    {
        foreach (var id in (await QueueAsync()).Where(id => id != except))
        {
            await SendAsync(id);
        }
    }

    private async Task<IReadOnlyList<Guid>> QueueAsync()
    {
        var result = await app.SendAsSystem(new QueueDueRemindersCommand());
        Assert.Null(result.Error);
        return app.Jobs.Take() is [(nameof(IBackgroundJobs.SendDueReminders), _)] ? (await app.SendAsSystem(new GetDueRemindersQuery())).Value : [];
    }

    private Task<Result<SendOutcome?>> SendAsync(Guid id) => app.SendAsSystem(new SendReminderCommand(id));

    private Task<Reminder> ReminderAsync(Guid id) => app.LookAsync(db => db.Reminders.SingleAsync(r => r.Id == id));

    private Task<Guid> IdAsync(SupportContact contact, ReminderKind kind) => app.LookAsync(db => db.Reminders
        .Where(r => r.ContactId == contact.Id && r.RecipientId == contact.PersonId && r.Kind == kind)
        .Select(r => r.Id)
        .SingleAsync());

    private async Task<List<(ReminderKind Kind, ReminderStatus Status)>> StatesAsync(SupportContact contact, Guid recipientId) =>
        [.. (await app.LookAsync(db => db.Reminders
            .Where(r => r.ContactId == contact.Id && r.RecipientId == recipientId)
            .OrderBy(r => r.DueOn)
            .ToListAsync())).Select(r => (r.Kind, r.Status))];
}
