using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Studies;

/// <summary>Studies from the register to the results, as officer, visitor and teacher see them.</summary>
public sealed class StudyPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private Person officer = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        officer = await site.Data.PersonAsync(Role.Coordinator);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_officer_enters_a_study_writes_its_questions_and_opens_it()
    {
        var browser = await site.AsAsync(officer);
        await browser.GetAsync("/studies/new");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Input.TitleKk"] = "Пікір <b>зерттеуі</b>" })).StatusCode);
        Assert.Equal("Пікір <b>зерттеуі</b>", browser.Page.QuerySelector("#Input_TitleKk")!.GetAttribute("value"));
        var form = new Dictionary<string, string> { ["Input.TitleRu"] = "Мнение", ["Input.Methods"] = "Survey" };
        foreach (var field in new[] { "Science", "Indicators", "Collection", "Analysts", "Confidentiality", "ResultAccess" })
        {
            form[$"Input.{field}"] = "Жауап";
        }

        await browser.FollowAsync(await browser.SubmitAsync(form));
        var study = browser.Path;
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*=Add]"));
        var questionnaire = browser.Path;
        await browser.GetAsync($"{questionnaire}/question");
        var answer = await browser.SubmitAsync(new() { ["Input.TextKk"] = "Курс ұнады ма?", ["Input.TextRu"] = "Понравился ли курс?", ["Input.OptionsKk"] = "иә\r\nжоқ", ["Input.OptionsRu"] = "да" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("иә\nжоқ", browser.Page.QuerySelector("#Input_OptionsKk")!.TextContent.Trim().ReplaceLineEndings("\n"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.OptionsRu"] = "да\r\nнет" }));
        Assert.Equal(2, browser.Page.QuerySelectorAll("main ol li ul li").Length);

        await browser.GetAsync(study);
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*=Open]"));
        Assert.NotNull(browser.Page.QuerySelector("main .chip.info"));
        var link = browser.Page.QuerySelector("main a[href^='/survey/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_visitor_answers_by_link_what_was_typed_survives_an_error_and_a_second_sending_counts_once()
    {
        var (study, questionnaire) = await site.Data.OpenStudyAsync(
        [
            TestData.Question("q1", QuestionKind.One, options: 2, isRequired: true), TestData.Question("q2", QuestionKind.Scale),
            TestData.Question("q3", QuestionKind.Matrix, options: 2, rows: 2), TestData.Question("q4", QuestionKind.Open),
        ]);
        var visitor = site.Visitor();
        await visitor.GetAsync($"/survey/{questionnaire.Token}");
        Assert.Equal("kk", visitor.Page.DocumentElement.GetAttribute("lang"));

        var answer = await visitor.SubmitAsync(new() { ["q2"] = "9", ["q3.1"] = "1", ["q4"] = "Рақмет <i>бәріне</i>" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(visitor.Page.QuerySelector("#q1.wrong .error"));
        Assert.NotNull(visitor.Page.QuerySelector(".errors a[href='#q1']"));
        Assert.NotNull(visitor.Page.QuerySelector("input[name=q2][value='9'][checked]"));
        Assert.NotNull(visitor.Page.QuerySelector("input[name='q3.1'][value='1'][checked]"));
        Assert.Equal("Рақмет <i>бәріне</i>", visitor.Page.QuerySelector("textarea[name=q4]")!.TextContent);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(new() { ["q1"] = "0" })).StatusCode);
        await visitor.FollowAsync(await visitor.SubmitAsync(new() { ["q1"] = "0" }));
        Assert.NotNull(visitor.Page.QuerySelector(".notice"));
        Assert.Equal("q1:0;q2:9;q3:,1", await site.App.LookAsync(db => db.AnswerSheets.Select(s => s.Marks).SingleAsync()));

        await visitor.GetAsync($"/survey/{questionnaire.Token}");
        await site.Data.ChangeAsync(async db => _ = (await db.Studies.SingleAsync(s => s.Id == study.Id)).Close(TestApp.Start.UtcDateTime));
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SubmitAsync(new() { ["q1"] = "1", ["q4"] = "Кеш қалдым" })).StatusCode);
        Assert.Equal("Кеш қалдым", visitor.Page.QuerySelector("textarea[name=q4]")!.TextContent);
        await visitor.GetAsync($"/survey/{questionnaire.Token}");
        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/survey/abcdefghijkmnpqrstuvwxyz23")).StatusCode);
    }

    [Fact]
    public async Task Who_was_invited_finds_it_answers_and_later_sees_the_results()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var (study, questionnaire) = await site.Data.OpenStudyAsync([TestData.Question("q1", QuestionKind.Several, options: 3), TestData.Question("q2", QuestionKind.Open)]);
        await site.Data.InviteAsync(questionnaire, teacher);
        await site.Data.SheetsAsync(questionnaire, Enumerable.Repeat("q1:0,1", 6));
        await site.Data.WordsAsync(questionnaire, "q2", "бір", "екі", "үш", "төрт", "<script>бес</script>");
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/surveys");
        await browser.GetAsync(browser.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["q1"] = "2" }));
        Assert.NotNull(browser.Page.QuerySelector("main tbody .chip.ok"));

        var runs = await site.AsAsync(officer);
        await runs.GetAsync($"/studies/{study.Id}");
        await runs.FollowAsync(await runs.SubmitAsync(form: "main form[action*=Close]"));
        await runs.GetAsync($"/studies/{study.Id}/results?by=Language");
        Assert.Contains("85,7", runs.Page.QuerySelector("main table.cards tbody")!.ParentElement!.ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(runs.Page.QuerySelectorAll("main script"));
        await runs.SubmitAsync(form: "main form[action*=Strike]");
        Assert.Equal(1, await site.App.LookAsync(db => db.OpenAnswers.CountAsync(a => a.IsStruck)));
        await runs.GetAsync($"/studies/{study.Id}");
        await runs.SubmitAsync(form: "main form[action*=Publish]");

        await browser.GetAsync("/my/surveys");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/studies/{study.Id}/results")).StatusCode);
        Assert.Null(browser.Page.QuerySelector("main form[action*=Strike]"));
        var file = await browser.GetAsync($"/studies/{study.Id}/results/file");
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Contains(lines, l => l.Contains(";7;", StringComparison.Ordinal) && l.Contains(";6;", StringComparison.Ordinal) && l.Contains("85,7", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/studies/{study.Id}")).StatusCode);
    }
}
