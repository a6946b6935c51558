using System.Net;

namespace TeacherCpd.Web.Tests.Accounts;

public sealed class LanguageTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Switching_keeps_the_page_with_what_was_searched_for(string language)
    {
        var browser = site.Visitor();
        await browser.GetAsync("/programmes?q=lesson&direction=nis");
        var link = browser.Page.QuerySelector($".lang a[lang={language}]")!.GetAttribute("href")!;

        var answer = await browser.GetAsync(link);

        Assert.Equal("/programmes?q=lesson&direction=nis", answer.Headers.Location!.OriginalString);
        await browser.FollowAsync(answer);
        Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Kazakh_comes_first()
    {
        var browser = site.Visitor();

        await browser.GetAsync("/");

        Assert.Equal("kk", browser.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public async Task Switching_leads_to_no_other_site(string back)
    {
        var answer = await site.Visitor().GetAsync($"/language?to=ru&back={Uri.EscapeDataString(back)}");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_language_we_do_not_have_changes_nothing()
    {
        var browser = site.Visitor();
        await browser.GetAsync("/language?to=en");

        var answer = await browser.GetAsync("/language?to=xx");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await browser.GetAsync("/");
        Assert.Equal("en", browser.Page.DocumentElement.GetAttribute("lang"));
    }
}
