using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Testing;

/// <summary>The bank, the player and appeals as people see them, without JavaScript.</summary>
public sealed class TrialTestPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person author = null!;
    private Person first = null!;
    private Person second = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        author = await site.Data.PersonAsync(Role.ProgrammeDeveloper);
        first = await site.Data.PersonAsync(Role.Assessor);
        second = await site.Data.PersonAsync(Role.Moderator);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_item_is_written_what_was_typed_survives_an_error_and_experts_review_it()
    {
        var browser = await site.AsAsync(author);
        await browser.GetAsync("/items/write");
        var form = new Dictionary<string, string>
        {
            ["Input.Section"] = "AttestationRules",
            ["Input.Source"] = "53-тармақ",
            ["Input.TextKk"] = "Нәтиже <b>қанша</b> жарамды?",
            ["Input.TextRu"] = "Сколько действителен результат?",
            ["Input.Options[0].Kk"] = "алты ай",
            ["Input.Options[0].Ru"] = "полгода",
            ["Input.Options[1].Kk"] = "бір жыл",
            ["Input.Options[1].Ru"] = "год",
            ["Input.Options[2].Kk"] = "үш жыл",
        };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(form)).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector(".errors a[href='#Input_Options']"));
        Assert.Equal("Нәтиже <b>қанша</b> жарамды?", browser.Page.QuerySelector("#Input_TextKk")!.TextContent.Trim());
        Assert.Equal("үш жыл", browser.Page.QuerySelector("#Input_Options_2__Kk")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Options[2].Ru"] = "три года", ["Input.Options[1].IsRight"] = "true" }));
        var item = browser.Path;
        Assert.Single(browser.Page.QuerySelectorAll("main ol .chip.ok"));
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*=Submit]"));

        foreach (var expert in new[] { first, second })
        {
            var reads = await site.AsAsync(expert);
            await reads.GetAsync(item);
            await reads.FollowAsync(await reads.SubmitAsync(new() { ["Words"] = "Дұрыс" }, form: "main form:has(#Words)", handler: "Agree"));
        }

        await browser.GetAsync("/items?status=Approved");
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.AsAsync(await site.Data.PersonAsync(Role.Teacher))).GetAsync(item)).StatusCode);
    }

    [Fact]
    public async Task A_table_is_imported_with_a_report_and_its_example_is_a_table_that_is_understood()
    {
        var browser = await site.AsAsync(author);
        var example = await (await browser.GetAsync("/items/template")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        await browser.GetAsync("/items/import");
        await browser.SubmitAsync(file: ("Input.File", "items.csv", [.. example, .. Encoding.UTF8.GetBytes("Физика;;;;\r\n")]));
        Assert.Equal(1, await site.App.LookAsync(db => db.TestItems.CountAsync()));
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task A_teacher_starts_answers_skips_ends_and_reads_the_result_and_appeals()
    {
        for (var i = 0; i < 3; i++)
        {
            await site.Data.ApprovedItemAsync(author, first, second);
        }

        var test = await site.Data.OpenTestAsync(3, answersAtOnce: true);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await browser.GetAsync("/my/tests");
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Language"] = "Ru" }));
        var player = browser.Path;
        Assert.Equal(3, browser.Page.QuerySelectorAll("main input[type=radio]").Length);
        Assert.Null(browser.Page.QuerySelector("main script"));
        Assert.Equal("ru", browser.Page.QuerySelector("main legend span")!.GetAttribute("lang"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(handler: "Answer")).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Chosen.wrong"));
        await browser.GetAsync(player);
        var answer = await browser.SubmitAsync(new() { ["Chosen"] = "1" }, handler: "Answer");
        await browser.FollowAsync(answer);
        Assert.Equal("2", browser.Page.QuerySelector("main input[name=Position]")!.GetAttribute("value"));

        // an old tab
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Position"] = "1", ["Chosen"] = "0" }, handler: "Answer"));
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal("2", browser.Page.QuerySelector("main input[name=Position]")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(handler: "Skip"));
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*=End]"));
        Assert.EndsWith("/result", browser.Path, StringComparison.Ordinal);
        Assert.Equal(3, browser.Page.QuerySelectorAll("main section[id^=q]").Length);
        await browser.GetAsync(player);
        Assert.Equal("1", await site.App.LookAsync(db => db.AttemptAnswers.Where(a => a.Position == 1).Select(a => a.Chosen).SingleAsync()));

        await browser.GetAsync($"{player}/appeal/1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Reason"] = "Себебі <i>бар</i>" })).StatusCode);
        Assert.Equal("Себебі <i>бар</i>", browser.Page.QuerySelector("#Reason")!.TextContent.Trim());
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Ground"] = "NoRightAnswer" }));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{player}/appeal/9")).StatusCode);

        var expert = await site.AsAsync(await site.Data.PersonAsync(Role.Assessor));
        await expert.GetAsync("/item-appeals");
        await expert.GetAsync(expert.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        await expert.FollowAsync(await expert.SubmitAsync(new() { ["Words"] = "Кілт қате" }, handler: "Uphold"));
        await browser.GetAsync($"{player}/result");
        Assert.Contains("Кілт қате", browser.Page.QuerySelector("#q1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ItemAppealStatus.Upheld, await site.App.LookAsync(db => db.ItemAppeals.Select(a => a.Status).SingleAsync()));
        Assert.Equal(test.Id, await site.App.LookAsync(db => db.TestAttempts.Select(a => a.TestId).SingleAsync()));
    }

    [Fact]
    public async Task A_test_is_made_of_what_the_bank_has_and_opened()
    {
        await site.Data.ApprovedItemAsync(author, first, second);
        var browser = await site.AsAsync(author);
        await browser.GetAsync("/trial-tests/write");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Input.TitleKk"] = "Байқау" })).StatusCode);
        Assert.Equal("Байқау", browser.Page.QuerySelector("#Input_TitleKk")!.GetAttribute("value"));
        Assert.NotNull(browser.Page.QuerySelector("#Input_Sections .error"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.TitleRu"] = "Проба", ["Input.Sections[0].Count"] = "1" }));
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*=Open]"));
        Assert.NotNull(browser.Page.QuerySelector("main .chip.ok"));
        await browser.GetAsync("/trial-tests");
        Assert.Single(browser.Page.QuerySelectorAll("main tbody tr"));
    }
}
