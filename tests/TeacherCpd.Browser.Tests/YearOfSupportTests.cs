using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Quartz;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Browser.Tests;

/// <summary>The year after the course of one group: everybody is reminded once, the trainer holds the contacts but one, and the effect is seen.</summary>
[Collection(Journeys.Name)]
public sealed class YearOfSupportTests(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
{
    private readonly Record record = new("year-of-support");
    private Guid groupId;

    [Fact]
    public async Task A_group_is_supported_for_a_year_and_its_effect_is_seen()
    {
        groupId = await site.LookAsync(db => db.Groups
            .Where(g => g.Status == GroupStatus.Closed && db.Persons.Any(p => p.Id == g.TrainerId && p.Iin == DemoAccounts.Trainer.Iin))
            .OrderByDescending(g => g.EndsOn)
            .Select(g => g.Id)
            .FirstAsync());
        var contacts = await ContactsAsync();
        Assert.Equal((30, 0), (contacts.Count, contacts.Count(c => c.DoneAt is not null)));
        var forgotten = contacts.Last(c => c.Kind == ContactKind.Consultation);

        await using var trainer = await OfAsync("trainer", DemoAccounts.Trainer);
        await using var coordinator = await OfAsync("coordinator", DemoAccounts.Coordinator);
        foreach (var day in contacts.GroupBy(c => c.DueOn).OrderBy(d => d.Key))
        {
            await MoveToAsync(day.Key);
            await RemindedAsync([.. day]);
            await HoldAsync(trainer, [.. day.Where(c => c.Id != forgotten.Id)]);
        }

        // a week after its day the coordinators of the branch are told of the one that was forgotten
        var escalation = await site.LookAsync(db => db.Reminders.Where(r => r.ContactId == forgotten.Id && r.Kind == ReminderKind.Escalation).ToListAsync());
        Assert.NotEmpty(escalation);
        Assert.All(escalation, r => Assert.Equal(ReminderStatus.Sent, r.Status));
        await coordinator.GoAsync("/support/overdue");
        await coordinator.KeepAsync("overdue");
        Assert.Equal(1, await coordinator.Page.Locator($"[id='{forgotten.Id}']").CountAsync());
        Assert.Equal([forgotten.Id], (await ContactsAsync()).Where(c => c.DoneAt is null).Select(c => c.Id));

        var analysis = contacts.Last(c => c.Kind == ContactKind.AchievementAnalysis);
        await trainer.GoAsync($"/support/{analysis.Id}/endorse");
        await trainer.FillAsync("endorse.words", "Жұптық жұмыстан кейін білім сапасы өсті.");
        await trainer.PressAsync("endorse.submit");
        await trainer.SeesAsync("endorse.done");

        await using var ministry = await OfAsync("ministry", DemoAccounts.MinistryOfficer);
        var group = await site.LookAsync(db => db.Groups.Where(g => g.Id == groupId).Select(g => new { g.StartsOn, g.ProgrammeVersionId }).SingleAsync());
        var programme = await site.LookAsync(db => db.ProgrammeVersions.Where(v => v.Id == group.ProgrammeVersionId).Select(v => v.ProgrammeId).SingleAsync());
        await ministry.GoAsync($"/reports/effect?year={group.StartsOn.Year}");
        await ministry.KeepAsync("effect");
        var card = ministry.Page.Locator("main section.card").Filter(new() { Has = ministry.Page.Locator($"a[href^='/reports/effect/{programme}']") });
        await Assertions.Expect(card).ToContainTextAsync("29 / 30 (96,7");
        await Assertions.Expect(card).ToContainTextAsync(Window.Text("effect.learners", "55 / 120 (45,8\u00a0%)", "80 / 115 (69,6\u00a0%)"));
        await ministry.GoAsync($"/trail/{analysis.EnrolmentId}");
        await ministry.SeesAsync("trail.shown");
        await ministry.KeepAsync("trail");
    }

    private async Task<Window> OfAsync(string name, DemoAccount account) =>
        await (await chromium.OpenAsync(site, name, record)).SignInAsync(account.Iin, DemoAccounts.Password);

    private Task<List<SupportContact>> ContactsAsync() => site.LookAsync(db => db.SupportContacts
        .AsNoTracking()
        .Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.GroupId == groupId))
        .OrderBy(c => c.DueOn).ThenBy(c => c.Id)
        .ToListAsync());

    private async Task MoveToAsync(DateOnly day)
    {
        site.Time.Advance(TimeSpan.FromDays(day.DayNumber - DateOnly.FromDateTime(site.Time.GetUtcNow().UtcDateTime).DayNumber));
        var scheduler = await site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.TriggerJob(new JobKey("OverdueJob"));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.SweepAsync()));
    }

    // each of them, once, whatever comes together in one mail
    private async Task RemindedAsync(List<SupportContact> contacts)
    {
        var ids = contacts.ConvertAll(c => c.Id);
        await WaitAsync(async () =>
        {
            await site.SweepAsync();
            return await site.LookAsync(db => db.Reminders.CountAsync(r => ids.Contains(r.ContactId) && r.Kind == ReminderKind.OnDay && r.Status == ReminderStatus.Sent)) == 2 * ids.Count;
        });
        var reminders = await site.LookAsync(db => (
            from reminder in db.Reminders
            where ids.Contains(reminder.ContactId) && reminder.Kind == ReminderKind.OnDay
            join person in db.Persons on reminder.RecipientId equals person.Id
            select new { reminder.ContactId, reminder.Attempts, person.Email }).ToListAsync());
        Assert.All(reminders, r => Assert.Equal(1, r.Attempts));
        Assert.All(reminders, r => Assert.Single(site.Mail.Sent, m => m.To == r.Email && $"{m.Link} {m.TextBody}".Contains(r.ContactId.ToString(), StringComparison.Ordinal)));
    }

    private static async Task HoldAsync(Window trainer, List<SupportContact> contacts)
    {
        if (contacts.Exists(c => c.Kind == ContactKind.Webinar))
        {
            await HoldWebinarAsync(trainer, [.. contacts.Where(c => c.Kind == ContactKind.Webinar)]);
        }

        foreach (var contact in contacts.Where(c => c.Kind != ContactKind.Webinar))
        {
            if (contact.Kind == ContactKind.Observation)
            {
                await ObserveAsync(trainer, contact);
                continue;
            }

            await trainer.GoAsync($"/support/{contact.Id}");
            await trainer.FillAsync("support.outcome", "Екеуміз келістік: бір тапсырма дескриптормен қайта жазылады.");
            if (contact.Kind == ContactKind.AchievementAnalysis)
            {
                await trainer.FillAsync("learners.before_on", Iso(contact.DueOn.AddMonths(-11)));
                await trainer.FillAsync("learners.after_on", Iso(contact.DueOn));
                foreach (var (name, value) in new[] { ("Class", "7 Ә"), ("Subject", "Тарих"), ("Before", "24"), ("GoodBefore", "11"), ("After", "23"), ("GoodAfter", "16") })
                {
                    await trainer.Page.Locator($"[name='Classes[0].{name}']").FillAsync(value);
                }
            }

            await trainer.PressAsync("support.record");
        }
    }

    private static async Task HoldWebinarAsync(Window trainer, List<SupportContact> contacts)
    {
        await trainer.GoAsync("/support/events/new?kind=Webinar");
        await trainer.FillAsync("event.heading", "Қалыптастырушы бағалау");
        await trainer.FillAsync("event.on", Iso(contacts[0].DueOn));
        foreach (var box in await trainer.Page.Locator("input[name=ContactIds]").AllAsync())
        {
            await box.SetCheckedAsync(contacts.Exists(c => c.Id.ToString() == box.GetAttributeAsync("value").GetAwaiter().GetResult()));
        }

        await trainer.PressAsync("event.hold");
    }

    private static async Task ObserveAsync(Window trainer, SupportContact contact)
    {
        await trainer.GoAsync($"/support/{contact.Id}/lesson");
        await trainer.FillAsync("lesson.on", Iso(contact.DueOn));
        await trainer.FillAsync("lesson.subject", "Тарих");
        await trainer.FillAsync("lesson.class", "7 Ә");
        await trainer.FillAsync("lesson.topic", "Сақтар");
        foreach (var level in await trainer.Page.Locator("input[type=radio][value=AboveAverage]").AllAsync())
        {
            await level.CheckAsync();
        }

        foreach (var words in await trainer.Page.Locator("main form[data-later] textarea").AllAsync())
        {
            await words.FillAsync("Мақсат айқын, дескриптор тақтада тұрды.");
        }

        await trainer.PressAsync("lesson.sign");
        await trainer.SeesAsync("lesson.signed");
    }

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        for (var i = 0; !await until(); i++)
        {
            Assert.True(i < 100, "It did not happen within 30 s.");
            await Task.Delay(300);
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
