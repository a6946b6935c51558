using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Web.Tests.Monitoring;

/// <summary>The pages around the year after a course: matrix, overdue contacts, own reminders.</summary>
public sealed class MatrixPageTests : IAsyncLifetime
{
    private Site site = null!;
    private Person teacher = null!;
    private Person trainer = null!;
    private StudyGroup group = null!;
    private Enrolment enrolment = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        (teacher, trainer) = (await site.Data.PersonAsync(Role.Teacher), await site.Data.PersonAsync(Role.Trainer));
        group = await site.Data.GroupAsync(trainer: trainer, status: GroupStatus.Studying);
        enrolment = await site.Data.EnrolmentAsync(group, teacher, EnrolmentStatus.Recommended);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task On_the_last_day_the_participant_is_led_to_the_form_and_fills_it_in()
    {
        await LastDayAsync();
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/");
        await browser.GetAsync(browser.Page.QuerySelector("main a[href^='/matrix/']")!.GetAttribute("href")!);
        Assert.Equal(6, browser.Page.QuerySelectorAll("main input[type=date]").Length);

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Rows[0].Wish"] = "Бағалау" }));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(("Бағалау", 6), (await site.App.LookAsync(db => db.MatrixEntries.OrderBy(e => e.Month).Select(e => e.Wish).FirstAsync()), await site.App.LookAsync(db => db.MatrixEntries.CountAsync())));
    }

    [Fact]
    public async Task A_wrong_day_comes_back_with_what_was_typed_and_the_error_beside_it()
    {
        await LastDayAsync();
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync($"/matrix/{enrolment.Id}");

        var answer = await browser.SubmitAsync(new() { ["Rows[1].DueOn"] = "2026-05-09", ["Rows[1].Wish"] = "Мерекеде" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Rows_1__DueOn_error"));
        Assert.Equal("Мерекеде", browser.Page.QuerySelector("#Rows_1__Wish")!.GetAttribute("value"));
        Assert.Equal("2026-05-09", browser.Page.QuerySelector("#Rows_1__DueOn")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_trainer_sees_who_is_missing_and_a_group_without_matrix_has_no_button_to_close()
    {
        await LastDayAsync();
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync("/");
        await browser.GetAsync(browser.Page.QuerySelector($"main a[href='/groups/{group.Id}/matrix']")!.GetAttribute("href")!);
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/matrix/{enrolment.Id}']"));
        Assert.NotNull(browser.Page.QuerySelector("main .chip.warn"));

        var coordinator = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await coordinator.GetAsync($"/groups/manage/{group.Id}/close");
        Assert.NotNull(coordinator.Page.QuerySelector($"main .card.now a[href='/groups/{group.Id}/matrix']"));
        Assert.Null(coordinator.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Before_the_last_day_the_page_says_when_it_opens()
    {
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync($"/matrix/{enrolment.Id}");

        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(await site.Data.PersonAsync(Role.Teacher))).GetAsync($"/matrix/{enrolment.Id}")).StatusCode);
    }

    [Fact]
    public async Task The_coordinator_passes_overdue_contacts_of_a_trainer_to_another()
    {
        await site.Data.ContactAsync(new DateOnly(2026, 2, 9), teacher, trainer);
        var successor = await site.Data.PersonAsync(Role.Trainer);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        await browser.GetAsync("/");
        await browser.GetAsync(browser.Page.QuerySelector("main a[href='/support/overdue']")!.GetAttribute("href")!);
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));

        var answer = await browser.SubmitAsync(new() { ["From"] = trainer.Id.ToString(), ["Reason"] = "Декреттік демалыс" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Декреттік демалыс", browser.Page.QuerySelector("#Reason")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["ToTrainerId"] = successor.Id.ToString() }));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(successor.Id, await site.App.LookAsync(db => db.SupportContacts.Select(c => c.TrainerId).SingleAsync()));
    }

    [Fact]
    public async Task The_trainer_moves_a_contact_and_the_page_tells_of_it()
    {
        var contact = await site.Data.ContactAsync(new DateOnly(2026, 2, 17), teacher, trainer);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/support/{contact.Id}");

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["DueOn"] = "2026-02-24", ["Reason"] = "Сынақ аптасы" }, "main form[action*=move]"));

        Assert.Contains("Сынақ аптасы", browser.Page.QuerySelector("main ol.line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 2, 24), await site.App.LookAsync(db => db.SupportContacts.Select(c => c.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task Everybody_finds_the_own_reminders_and_chooses_the_mails()
    {
        var contact = await site.Data.ContactAsync(new DateOnly(2026, 2, 17), teacher, trainer);
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/reminders");
        Assert.Equal(3, browser.Page.QuerySelectorAll($"main a[href='/my/support#{contact.Id}']").Length);

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["DoesWithoutOwn"] = "true" }));

        Assert.NotNull(browser.Page.QuerySelector("#DoesWithoutOwn[checked]"));
        Assert.Null(browser.Page.QuerySelector("#WantsSingleMails[checked]"));
        Assert.Equal(teacher.Id, await site.App.LookAsync(db => db.MailChoices.Where(c => c.DoesWithoutOwn).Select(c => c.PersonId).SingleAsync()));
    }

    private Task LastDayAsync() => site.Data.ChangeAsync(async db =>
        db.Entry(await db.Groups.SingleAsync(g => g.Id == group.Id)).Property(g => g.EndsOn).CurrentValue = new DateOnly(2026, 2, 10));
}
