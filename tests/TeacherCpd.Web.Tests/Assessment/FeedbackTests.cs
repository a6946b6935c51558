using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Assessment;

public sealed class FeedbackTests : IAsyncLifetime
{
    private Site site = null!;
    private Person trainer = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        trainer = await site.Data.PersonAsync(Role.Trainer);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_trainer_saves_a_draft_finds_it_again_and_signs()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer, text: "Бірінші сөйлем. Екінші сөйлем.");
        var check = await site.Data.CheckAsync(work.Version, 148, (0, 15));
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync("/feedback");
        await browser.GetAsync(browser.Page.QuerySelector("table a")!.GetAttribute("href")!);
        Assert.Equal("Бірінші сөйлем. Екінші сөйлем.", browser.Page.QuerySelector(".text")!.TextContent);
        Assert.Equal("Бірінші сөйлем.", browser.Page.QuerySelector(".text mark")!.TextContent);
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/originality/checks/{check.Id}']"));

        var saved = await browser.SubmitAsync(new() { ["Marks[0].Level"] = "Good", ["Marks[1].Comment"] = "Дәлел қосыңыз", ["Sign"] = "false" });
        await browser.FollowAsync(saved);

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal("Good", Checked(browser, 0));
        Assert.Null(Checked(browser, 1));
        Assert.Equal("Дәлел қосыңыз", browser.Page.QuerySelector("#Marks_1__Comment")!.TextContent.Trim());

        var signed = await browser.SubmitAsync(new() { ["Marks[1].Level"] = "Satisfactory", ["Marks[2].Level"] = "Good", ["Comment"] = "Жарайсыз", ["Sign"] = "true" });

        Assert.Equal("/feedback", signed.Headers.Location!.OriginalString);
        await browser.GetAsync($"/feedback/{work.Version.Id}");
        Assert.Null(browser.Page.QuerySelector("main form"));
        Assert.Contains("Жарайсыз", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        var teacher = await site.AsAsync(work.Teacher);
        await teacher.GetAsync($"/my/portfolio/{work.Enrolment.Id}/feedback");
        Assert.Contains("Дәлел қосыңыз", teacher.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Дәлел толық", teacher.Page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_criterion_without_a_level_comes_back_at_its_field_with_what_was_typed()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/feedback/{work.Version.Id}");

        var answer = await browser.SubmitAsync(new() { ["Marks[0].Level"] = "Good", ["Marks[2].Level"] = "Unsatisfactory", ["Marks[1].Comment"] = "Ойланамын", ["Comment"] = "Жалпы", ["Sign"] = "true" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var link = browser.Page.QuerySelector(".errors a")!.GetAttribute("href")!;
        Assert.Equal("#Marks_1__Level", link);
        Assert.Equal("radio", browser.Page.QuerySelector(link)!.GetAttribute("type"));
        Assert.NotNull(browser.Page.QuerySelectorAll("fieldset")[1].QuerySelector(".error"));
        Assert.Equal(("Good", null, "Unsatisfactory"), (Checked(browser, 0), Checked(browser, 1), Checked(browser, 2)));
        Assert.Equal("Ойланамын", browser.Page.QuerySelector("#Marks_1__Comment")!.TextContent.Trim());
        Assert.Equal("Жалпы", browser.Page.QuerySelector("#Comment")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_second_signature_is_refused_with_the_reason()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, trainer);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync($"/feedback/{work.Version.Id}");
        var other = await site.AsAsync(trainer);
        await other.GetAsync($"/feedback/{work.Version.Id}");
        var fields = new Dictionary<string, string> { ["Marks[0].Level"] = "Good", ["Marks[1].Level"] = "Good", ["Marks[2].Level"] = "Good", ["Sign"] = "true" };
        await browser.SubmitAsync(fields);

        var answer = await other.SubmitAsync(fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("қол қойылған", other.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.App.LookAsync(db => db.RubricSheets.CountAsync()));
    }

    [Fact]
    public async Task Another_trainers_portfolio_and_another_teachers_feedback_are_not_found()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback);

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(trainer)).GetAsync($"/feedback/{work.Version.Id}")).StatusCode);
        var stranger = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/my/portfolio/{work.Enrolment.Id}/feedback")).StatusCode);
    }

    [Fact]
    public async Task Empty_pages_say_what_will_be_here()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.FormativeCheck);
        var browser = await site.AsAsync(trainer);
        await browser.GetAsync("/feedback");
        Assert.NotNull(browser.Page.QuerySelector(".empty"));

        var teacher = await site.AsAsync(work.Teacher);
        await teacher.GetAsync($"/my/portfolio/{work.Enrolment.Id}/feedback");
        Assert.NotNull(teacher.Page.QuerySelector(".empty"));
    }

    [Theory]
    [MemberData(nameof(AllBut), Role.Trainer)]
    public async Task Roles_without_the_permission_are_told_that_they_may_not_give_feedback(Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/feedback")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/feedback/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(AllBut), Role.Teacher)]
    public async Task Roles_without_the_permission_are_told_that_they_have_no_portfolio(Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/my/portfolio/{Guid.CreateVersion7()}/feedback")).StatusCode);
    }

    public static IEnumerable<TheoryDataRow<Role>> AllBut(Role allowed) =>
        Enum.GetValues<Role>().Where(r => r != allowed).Select(r => new TheoryDataRow<Role>(r));

    private static string? Checked(Browser browser, int criterion) =>
        browser.Page.QuerySelector($"input[name='Marks[{criterion}].Level'][checked]")?.GetAttribute("value");
}
