using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Web.Tests.Monitoring;

/// <summary>What a coordinator sees of the reminders of the own groups.</summary>
public sealed class ReminderPageTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private Site site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_failed_reminder_is_found_and_sent_again_from_the_list()
    {
        var failed = await FailedAsync();
        await browser.GetAsync("/");
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/reminders?stuck=true']"));
        await browser.GetAsync("/reminders?stuck=true");
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));

        await browser.FollowAsync(await browser.SubmitAsync());

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(failed.Id, Assert.Single(site.App.Jobs.Take()).Id);
        await browser.GetAsync("/reminders?stuck=true");
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
    }

    [Fact]
    public async Task The_page_of_a_reminder_tells_its_history_and_sends_it_again()
    {
        var failed = await FailedAsync();
        await browser.GetAsync("/reminders");
        await browser.GetAsync(browser.Page.QuerySelector($"main a[href='/reminders/{failed.Id}']")!.GetAttribute("href")!);

        await browser.FollowAsync(await browser.SubmitAsync());

        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.Equal(ReminderStatus.Pending, await site.App.LookAsync(db => db.Reminders.Where(r => r.Id == failed.Id).Select(r => r.Status).SingleAsync()));
        Assert.Contains("кезекте", browser.Page.QuerySelector("main ol.line li:last-child")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_of_another_branch_is_not_found()
    {
        var foreign = await site.Data.ReminderAsync(await site.Data.ContactAsync(Today, inOtherBranch: true), ReminderKind.OnDay);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/reminders/{foreign.Id}")).StatusCode);
        await browser.GetAsync("/reminders");
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        var failed = await FailedAsync();
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/reminders")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/reminders/{failed.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_mail_program_leaves_the_mails_for_its_reader_and_opening_the_page_does_not()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var address = $"/mails/leave?t={Uri.EscapeDataString(site.Services.GetRequiredService<IMailLeave>().TokenOf(teacher.Id))}";
        var visitor = site.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).StatusCode);
        Assert.False(await site.App.LookAsync(db => db.MailChoices.AnyAsync()));

        // as RFC 8058 has it: no form was opened before
        using var oneClick = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().PostAsync(address, oneClick)).StatusCode);
        Assert.True((await site.App.LookAsync(db => db.MailChoices.SingleAsync(c => c.PersonId == teacher.Id))).DoesWithoutOwn);

        using var broken = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.Conflict, (await site.Visitor().PostAsync(address[..^9], broken)).StatusCode);
    }

    [Fact]
    public async Task The_mailbox_shows_developers_what_would_have_gone_out()
    {
        await using var development = await Site.StartAsync("Development");
        var visitor = development.Visitor();
        await visitor.GetAsync("/dev/mailbox");
        Assert.NotNull(visitor.Page.QuerySelector("main .empty"));

        var sender = development.Services.GetRequiredService<IMailSender>();
        await sender.SendAsync(new MailMessage("a@mektep.example", "Бірінші", "Ертең <b>кездесу</b>", "first@mektep.example", "Айгүл"), CancellationToken.None);
        development.App.Time.Advance(TimeSpan.FromMinutes(1));
        await sender.SendAsync(new MailMessage("b@mektep.example", "Екінші", "Бүгін", "second@mektep.example"), CancellationToken.None);
        await visitor.GetAsync("/dev/mailbox");

        var mails = visitor.Page.QuerySelectorAll("main article");
        Assert.Equal(["Екінші", "Бірінші"], mails.Select(m => m.QuerySelector("h2")!.TextContent));
        Assert.Contains("Айгүл <a@mektep.example>", mails[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ертең <b>кездесу</b>", mails[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mailbox_is_there_for_developers_only() =>
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/dev/mailbox")).StatusCode);

    private async Task<Reminder> FailedAsync() =>
        await site.Data.ReminderAsync(await site.Data.ContactAsync(Today), ReminderKind.OnDay, ReminderStatus.Sending, ReminderStatus.Failed);
}
