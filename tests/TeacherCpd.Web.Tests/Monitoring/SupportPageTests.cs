using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Web.Tests.Monitoring;

/// <summary>The year after a course, as teacher and trainer see it.</summary>
public sealed class SupportPageTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    private Site site = null!;
    private Person trainer = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        trainer = await site.Data.PersonAsync(Role.Trainer);
        teacher = await site.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_trainer_records_a_contact_and_the_teacher_reads_what_came_of_it()
    {
        var contact = await ContactAsync(Today.AddDays(-1));
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync("/support");
        Assert.NotNull(browser.Page.QuerySelector("main tbody .chip.bad"));

        await browser.GetAsync(browser.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        var answer = await browser.SubmitAsync(new() { ["Outcome"] = "Сабақ <b>көрілді</b>,\r\nкелесі қадам келісілді" });
        await browser.FollowAsync(answer);
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
        await browser.GetAsync("/support?done=true");
        Assert.NotNull(browser.Page.QuerySelector("main tbody .chip.ok"));

        var reader = await site.AsAsync(teacher);
        await reader.GetAsync("/my/support");
        var line = reader.Page.GetElementById(contact.Id.ToString())!;
        Assert.Equal("done", line.ClassName);
        Assert.Contains("Сабақ <b>көрілді</b>,", line.TextContent, StringComparison.Ordinal);
        Assert.Contains(trainer.FamilyName, line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_a_lesson_that_lacks_something_comes_back_whole_and_is_signed_once_it_is_complete()
    {
        var contact = await site.Data.ContactAsync(Today, teacher, trainer, kind: ContactKind.Observation);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/support/{contact.Id}");
        Assert.Null(browser.Page.QuerySelector("#Outcome"));
        await browser.GetAsync($"/support/{contact.Id}/lesson");
        var sheet = new Dictionary<string, string>
        {
            ["Notes.LessonOn"] = "2026-02-10",
            ["Notes.Subject"] = "Физика",
            ["Notes.Class"] = "8 «А»",
            ["Notes.Topic"] = "Ток <i>күші</i>",
            ["Notes.NextSteps"] = "Екі апта ішінде бірге қараймыз",
            ["Notes.Signs[dialogue_with_pupils]"] = "true",
            ["Sign"] = "true",
        };
        for (var i = 0; i < 4; i++)
        {
            sheet[$"Notes.Marks[{i}].Parameter"] = Enum.GetValues<LessonParameter>()[i].ToString();
            sheet[$"Notes.Marks[{i}].Level"] = i == 2 ? "" : "High";
            sheet[$"Notes.Marks[{i}].Feedback"] = $"Пікір {i}, мысалмен";
        }

        var answer = await browser.SubmitAsync(sheet);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Single(browser.Page.QuerySelectorAll("main .field.wrong"));
        Assert.Equal("Пікір 3, мысалмен", browser.Page.QuerySelector("#Notes_Marks_3__Feedback")!.TextContent.Trim());
        Assert.NotNull(browser.Page.QuerySelector("[name='Notes.Signs[dialogue_with_pupils]'][checked]"));
        Assert.Equal(3, browser.Page.QuerySelectorAll("main input[type=radio][checked]").Length);

        sheet["Notes.Marks[2].Level"] = "Average";
        await browser.FollowAsync(await browser.SubmitAsync(sheet));
        Assert.NotNull(browser.Page.QuerySelector(".notice"));

        var reader = await site.AsAsync(teacher);
        await reader.GetAsync($"/my/support/{contact.Id}/lesson");
        Assert.Contains("Ток <i>күші</i>", reader.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await reader.FollowAsync(await reader.SubmitAsync(new() { ["Value"] = "Helps", ["Words"] = "Рақмет" }));
        await browser.GetAsync($"/support/{contact.Id}/lesson");
        Assert.Contains("Рақмет", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_short_an_outcome_comes_back_with_what_was_typed()
    {
        var contact = await ContactAsync(Today);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/support/{contact.Id}");

        var answer = await browser.SubmitAsync(new() { ["Outcome"] = "жоқ" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("жоқ", browser.Page.QuerySelector("#Outcome")!.TextContent.Trim());
        Assert.Equal("true", browser.Page.QuerySelector("#Outcome")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_second_submit_of_the_same_form_is_harmless()
    {
        var contact = await ContactAsync(Today);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/support/{contact.Id}");
        await browser.SubmitAsync(new() { ["Outcome"] = "Кеңес берілді" });

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(new() { ["Outcome"] = "Кеңес берілді" })).StatusCode);

        await browser.GetAsync($"/support/{contact.Id}");
        Assert.Null(browser.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_trainer_does_not_find_the_contact_of_another()
    {
        var contact = await ContactAsync(Today);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Trainer));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/support/{contact.Id}")).StatusCode);
    }

    [Fact]
    public async Task Twenty_stand_on_a_page_and_a_link_leads_on()
    {
        for (var i = 0; i < 21; i++)
        {
            await ContactAsync(Today.AddDays(i));
        }

        var browser = await site.AsAsync(trainer);
        await browser.GetAsync("/support");
        Assert.Equal(20, browser.Page.QuerySelectorAll("main tbody tr").Length);

        await browser.GetAsync("/support?p=2");
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task Before_the_first_group_is_closed_the_pages_say_what_will_stand_there()
    {
        foreach (var (person, address) in new[] { (trainer, "/support"), (teacher, "/my/support") })
        {
            var browser = await site.AsAsync(person);
            await browser.GetAsync(address);
            Assert.NotNull(browser.Page.QuerySelector("main .empty"));
        }
    }

    [Theory]
    [InlineData(Role.Teacher, false)]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Trainer, true)]
    [InlineData(Role.Assessor, false)]
    [InlineData(Role.CommissionSecretary, false)]
    [InlineData(Role.CommissionMember, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Contacts_are_for_trainers_and_the_own_year_is_for_teachers(Role role, bool isTrainer)
    {
        var contact = await ContactAsync(Today);
        var browser = await site.AsAsync(role switch
        {
            Role.Trainer => trainer,
            Role.Teacher => teacher,
            _ => await site.Data.PersonAsync(role),
        });

        var forTrainers = isTrainer ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        Assert.Equal(forTrainers, (await browser.GetAsync("/support")).StatusCode);
        Assert.Equal(forTrainers, (await browser.GetAsync($"/support/{contact.Id}")).StatusCode);
        Assert.Equal(role == Role.Teacher ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync("/my/support")).StatusCode);
    }

    private Task<SupportContact> ContactAsync(DateOnly dueOn) => site.Data.ContactAsync(dueOn, teacher, trainer);
}
