using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Organisations;

public sealed class OrganisationPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private World world = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await site.Data.WorldAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator, w => w.Region));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_administrator_walks_down_the_tree_and_adds_a_school()
    {
        await browser.GetAsync("/organisations");
        await browser.GetAsync(Link("Қостанай облысы"));
        await browser.GetAsync(Link("Сарыкөл ауданы"));
        await browser.GetAsync(browser.Page.QuerySelector("main a[href$='/add']")!.GetAttribute("href")!);

        var answer = await browser.SubmitAsync(Fields());
        await browser.FollowAsync(answer);

        Assert.Equal("№15 мектеп", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal("kz/39/3901/S15/", await site.App.LookAsync(db => db.Organisations.Where(o => o.Code == "S15").Select(o => o.Path).SingleAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_school()
    {
        await browser.GetAsync($"/organisations/{world.District.Id}/add");
        var form = Fields();
        form["FormId"] = browser.Page.QuerySelector("#FormId")!.GetAttribute("value")!;

        var first = await browser.SubmitAsync(form);
        await browser.GetAsync($"/organisations/{world.District.Id}/add");
        var second = await browser.SubmitAsync(form);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await site.App.LookAsync(db => db.Organisations.CountAsync(o => o.Code == "S15")));
    }

    [Fact]
    public async Task A_code_that_is_taken_comes_back_with_what_was_typed()
    {
        await browser.GetAsync($"/organisations/{world.District.Id}/add");

        var answer = await browser.SubmitAsync(Fields(code: "s1"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("№14 мектеп", browser.Page.QuerySelector("#Input_Code_error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Школа №15", browser.Page.QuerySelector("#Input_NameRu")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_name_is_changed_from_the_one_that_stands_there()
    {
        await browser.GetAsync($"/organisations/{world.School.Id}/rename");
        Assert.Equal("№14 мектеп", browser.Page.QuerySelector("#Input_NameKk")!.GetAttribute("value"));

        var empty = await browser.SubmitAsync(new() { ["Input.NameKk"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(new() { ["Input.NameKk"] = "Абай лицейі" })).StatusCode);

        await browser.GetAsync("/organisations?q=" + Uri.EscapeDataString("лицейі"));
        Assert.Equal($"/organisations/{world.School.Id}", browser.Page.QuerySelector("tbody a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        await browser.GetAsync("/organisations?q=zzz");

        Assert.NotNull(browser.Page.QuerySelector(".empty"));
        Assert.Equal("zzz", browser.Page.QuerySelector("#Q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_out_of_reach_is_not_found()
    {
        foreach (var id in new[] { world.Ministry.Id, world.OtherRegion.Id, Guid.CreateVersion7() })
        {
            foreach (var page in new[] { "", "/add", "/rename" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organisations/{id}{page}")).StatusCode);
            }
        }
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        foreach (var page in new[] { "/organisations", $"/organisations/{world.District.Id}", $"/organisations/{world.District.Id}/add", $"/organisations/{world.District.Id}/rename" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(page)).StatusCode);
        }

        await other.GetAsync("/catalogue");
        Assert.Null(other.Page.QuerySelector(".rail a[href='/organisations']"));
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in() =>
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync("/organisations")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);

    [Theory]
    [InlineData("kk", "Ұйымдар", "өңір")]
    [InlineData("ru", "Организации", "регион")]
    [InlineData("en", "Organisations", "region")]
    public async Task The_pages_speak_three_languages(string language, string title, string kind)
    {
        await browser.GetAsync($"/language?to={language}");

        await browser.GetAsync("/organisations");

        Assert.Equal(title, browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(kind, browser.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { $"/organisations/{world.District.Id}", $"/organisations/{world.District.Id}/add", $"/organisations/{world.District.Id}/rename" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
            Assert.DoesNotContain("organisations.", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    private string Link(string text) =>
        browser.Page.QuerySelectorAll("tbody a").Single(a => a.TextContent == text).GetAttribute("href")!;

    private static Dictionary<string, string> Fields(string code = "S15") => new()
    {
        ["Input.Kind"] = "School",
        ["Input.Code"] = code,
        ["Input.NameKk"] = "№15 мектеп",
        ["Input.NameRu"] = "Школа №15",
    };
}
