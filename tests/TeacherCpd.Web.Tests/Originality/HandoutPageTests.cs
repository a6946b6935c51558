using System.Net;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Web.Tests.Portfolios;

namespace TeacherCpd.Web.Tests.Originality;

public sealed class HandoutPageTests : IAsyncLifetime
{
    private const string Text = "Сабақ жоспарының үлгісі: сабақтың мақсаты, күтілетін нәтиже, бағалау критерийлері және оқушылардың іс-әрекеті осында жазылады.";

    private Site site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        await site.Data.ProgrammeAsync(code: "KZ-7");
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_handout_is_registered_from_its_file_and_retired()
    {
        await browser.GetAsync("/handouts");
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
        var programme = browser.Page.QuerySelector("select option:not([value=''])")!;
        Assert.StartsWith("KZ-7", programme.TextContent, StringComparison.Ordinal);

        await browser.FollowAsync(await SendAsync("Жоспар үлгісі", programme.GetAttribute("value")!));
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Contains("KZ-7", Assert.Single(browser.Page.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);

        await browser.FollowAsync(await browser.SubmitAsync(form: "main tbody form"));
        Assert.Empty(browser.Page.QuerySelectorAll("main tbody form"));
        Assert.Contains("10.02.2026", browser.Page.QuerySelector("main tbody .chip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_with_what_was_typed()
    {
        await browser.GetAsync("/handouts");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync("", "")).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Title_error"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Input.Title"] = "Үлгі" }, form: "main form[enctype]")).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_File_error"));
        Assert.Equal("Үлгі", browser.Page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        await browser.FollowAsync(await SendAsync("Үлгі", ""));
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync("Үлгі 2", "")).StatusCode);
        Assert.Contains("Үлгі", browser.Page.QuerySelector("#Input_File_error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_of_all_organisations_see_the_page_and_its_entry()
    {
        await browser.GetAsync("/");
        Assert.NotNull(browser.Page.QuerySelector("nav a[href='/handouts']"));
        foreach (var other in new[]
        {
            await site.AsAsync(await site.Data.PersonAsync(Role.Administrator, w => w.Region)),
            await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator)),
            await site.AsAsync(await site.Data.PersonAsync(Role.Teacher)),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/handouts")).StatusCode);
            await other.GetAsync("/");
            Assert.Null(other.Page.QuerySelector("nav a[href='/handouts']"));
        }
    }

    private Task<HttpResponseMessage> SendAsync(string title, string programme) => browser.SubmitAsync(
        new() { ["Input.Title"] = title, ["Input.ProgrammeId"] = programme }, "main form[enctype]", ("Input.File", "үлгі.docx", Uploads.Docx(Text)));
}
