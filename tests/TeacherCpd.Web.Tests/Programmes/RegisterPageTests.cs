using System.Net;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Programmes;

public sealed class RegisterPageTests : IAsyncLifetime
{
    private static readonly LocalizedText TeamTitle = new("Мектеп командасы", "Школьная команда", "School team");

    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_visitor_sees_the_register_with_an_agreed_programme_whose_letter_is_missing()
    {
        await site.Data.ProgrammeOfRegisterAsync("P04", TeamTitle, ProgrammeVersionStatus.Agreed, papers: [TestData.Protocol("19")]);
        var browser = site.Visitor();

        var answer = await browser.GetAsync("/programmes");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var row = browser.Page.QuerySelector("tbody tr")!;
        Assert.Equal("/programmes/P04", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("келісілген, Комитет хаты жоқ", row.QuerySelector(".chip.warn")!.TextContent);
        Assert.Contains("176", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_searched_for_stays_in_the_form()
    {
        await site.Data.ProgrammeOfRegisterAsync("P01", TeamTitle, ProgrammeVersionStatus.Listed);
        await site.Data.ProgrammeOfRegisterAsync("P08", TestData.Text("Балалар"), ProgrammeVersionStatus.Listed, "preschool");
        var browser = site.Visitor();

        await browser.GetAsync($"/programmes?q={Uri.EscapeDataString("КОМАНДА")}&direction=secondary");

        Assert.Equal("КОМАНДА", browser.Page.QuerySelector("#Q")!.GetAttribute("value"));
        Assert.Equal("secondary", browser.Page.QuerySelector("#Direction option[selected]")!.GetAttribute("value"));
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        var browser = site.Visitor();

        await browser.GetAsync("/programmes?q=zzz");

        Assert.NotNull(browser.Page.QuerySelector(".empty"));
        Assert.Null(browser.Page.QuerySelector("table"));
    }

    [Fact]
    public async Task A_programme_shows_versions_phases_papers_and_open_groups()
    {
        var version = await site.Data.ProgrammeOfRegisterAsync(
            "P01", TeamTitle, ProgrammeVersionStatus.Listed, aliases: "Мектеп тобы", papers: [TestData.Protocol("13"), TestData.Letter("9299/18-6/1027")]);
        var group = await site.Data.OpenGroupAsync(version);
        var browser = site.Visitor();

        var answer = await browser.GetAsync("/programmes/P01");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Мектеп командасы", browser.Page.QuerySelector("h1")!.TextContent);
        var text = browser.Page.QuerySelector("main")!.TextContent;
        Assert.Contains("9299/18-6/1027", text, StringComparison.Ordinal);
        Assert.Contains("Мектеп тобы", text, StringComparison.Ordinal);
        Assert.Equal(3, browser.Page.QuerySelectorAll("ol.line li").Length);
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/groups/{group.Id}']"));
    }

    [Theory]
    [InlineData("ru", "Школьная команда")]
    [InlineData("en", "School team")]
    public async Task Titles_stand_in_the_language_of_the_page(string language, string title)
    {
        await site.Data.ProgrammeOfRegisterAsync("P01", TeamTitle, ProgrammeVersionStatus.Listed);
        var browser = site.Visitor();
        await browser.GetAsync($"/language?to={language}");

        await browser.GetAsync("/programmes/P01");

        Assert.Equal(title, browser.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_unknown_code_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/programmes/P99")).StatusCode);
}
