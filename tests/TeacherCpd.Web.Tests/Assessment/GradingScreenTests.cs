using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Assessment;

public sealed class GradingScreenTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Assessor));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Text_rubric_and_matches_stand_side_by_side_and_each_match_leads_to_its_place()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment, text: "Бірінші сөйлем осы. Екінші сөйлем осы. Үшінші сөйлем осы.");
        await site.Data.CheckAsync(work.Version, 333, (0, 19), (39, 19));
        await TakeAsync();

        Assert.Equal(["#text", "#criteria", "#originality"], browser.Page.QuerySelectorAll("nav.jump a").Select(a => a.GetAttribute("href")));
        Assert.All(["#text", "#criteria", "#originality"], id => Assert.NotNull(browser.Page.QuerySelector($".grading {id}")));
        var links = browser.Page.QuerySelectorAll(".matches a");
        Assert.Equal(["Бірінші сөйлем осы.", "Үшінші сөйлем осы."], links.Select(a => a.TextContent));
        Assert.All(links, a => Assert.NotNull(browser.Page.QuerySelector($"mark{a.GetAttribute("href")}")));
        Assert.Equal("33,3 %", browser.Page.QuerySelector(".matches .num")!.TextContent.Replace('\u00a0', ' '));
        Assert.Equal(2, browser.Page.QuerySelectorAll("[role=separator][tabindex='0'][aria-valuenow]").Length);
    }

    [Fact]
    public async Task A_draft_that_the_page_sends_itself_is_saved_and_a_conflict_is_told_with_nothing_lost()
    {
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await TakeAsync();
        var address = browser.Path;

        var first = await DraftAsync("Бірінші", "Good");
        Assert.Equal(1, first.RootElement.GetProperty("shown").GetInt32());
        Assert.Contains(":", first.RootElement.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal((Grade.Good, "Бірінші"), await site.App.LookAsync(db => db.RubricSheets.SelectMany(s => s.Marks)
            .Where(m => m.Level != null).Select(m => new ValueTuple<Grade, string>(m.Level!.Value, m.Comment)).SingleAsync()));

        // the page still shows the number of before: another window
        var refused = await browser.SubmitAsync(Typed("Екінші"), handler: "Draft");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Екінші", browser.Page.QuerySelector("#Marks_0__Comment")!.TextContent.Trim());
        Assert.NotNull(browser.Page.QuerySelector(".errors li"));
        Assert.Equal("1", browser.Page.QuerySelector("input[name=Shown]")!.GetAttribute("value"));

        // whoever was told saves once more, knowingly
        Assert.Equal(address, (await browser.SubmitAsync(Typed("Екінші"))).Headers.Location!.OriginalString);
        Assert.Equal("Екінші", await site.App.LookAsync(db => db.RubricSheets.SelectMany(s => s.Marks).Where(m => m.Comment != "").Select(m => m.Comment).SingleAsync()));
    }

    [Fact]
    public async Task After_signing_the_next_one_is_one_press_away()
    {
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        await TakeAsync();
        await browser.FollowAsync(await browser.SubmitAsync(new()
        {
            ["Marks[0].Level"] = "Good",
            ["Marks[1].Level"] = "Good",
            ["Marks[2].Level"] = "Good",
            ["Review"] = "true",
        }));

        await browser.FollowAsync(await browser.SubmitAsync());

        Assert.NotNull(browser.Page.QuerySelector("main form button[autofocus]"));
        await browser.GetAsync("/assessment");
        Assert.Null(browser.Page.QuerySelector("main form button[autofocus]"));
    }

    private static Dictionary<string, string> Typed(string words) => new() { ["Marks[0].Level"] = "Good", ["Marks[0].Comment"] = words };

    private async Task TakeAsync()
    {
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());
    }

    private async Task<JsonDocument> DraftAsync(string words, string level)
    {
        var fields = Typed(words);
        fields["Marks[0].Level"] = level;
        var answer = await browser.SubmitAsync(fields, handler: "Draft");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }
}
