using System.Net;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private Site site = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        teacher = await site.Data.PersonAsync(Role.Teacher);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_asked_for_it()
    {
        var browser = site.Visitor();
        await browser.FollowAsync(await browser.GetAsync("/my/courses"));

        var answer = await SignInAsync(browser, TestData.Password);

        Assert.Equal("/my/courses", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync(answer)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string back)
    {
        var browser = site.Visitor();
        await browser.GetAsync($"/sign-in?back={Uri.EscapeDataString(back)}");

        var answer = await SignInAsync(browser, TestData.Password);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_with_a_character_that_nobody_can_type_is_refused()
    {
        var browser = site.Visitor();
        await browser.GetAsync("/sign-in");

        var answer = await browser.SubmitAsync(new() { ["Input.Iin"] = $"{teacher.Iin}\0", ["Input.Password"] = TestData.Password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("main"));
    }

    [Fact]
    public async Task A_wrong_password_says_the_same_for_a_known_and_an_unknown_number()
    {
        var browser = site.Visitor();
        await browser.GetAsync("/sign-in");
        var known = await SignInAsync(browser, "qate-qupiyasoz");
        var first = browser.Page.QuerySelector(".errors")!.TextContent;
        Assert.Equal(teacher.Iin, browser.Page.QuerySelector("#Input_Iin")!.GetAttribute("value"));

        var unknown = await browser.SubmitAsync(new() { ["Input.Iin"] = TestData.NewIin(500), ["Input.Password"] = "qate-qupiyasoz" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(first, browser.Page.QuerySelector(".errors")!.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("111111111111")]
    public async Task A_number_that_cannot_be_one_is_told_at_its_field(string iin)
    {
        var browser = site.Visitor();
        await browser.GetAsync("/sign-in");

        var answer = await browser.SubmitAsync(new() { ["Input.Iin"] = iin, ["Input.Password"] = TestData.Password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Iin_error"));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_has_to_wait_as_well()
    {
        var browser = site.Visitor();
        await browser.GetAsync("/sign-in");
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(browser, "qate-qupiyasoz");
        }

        var answer = await SignInAsync(browser, TestData.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("10 минут", browser.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_wrong_passwords_lock_nobody_out()
    {
        var browser = site.Visitor();
        await browser.GetAsync("/sign-in");
        for (var i = 0; i < 4; i++)
        {
            await SignInAsync(browser, "qate-qupiyasoz");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(browser, TestData.Password)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_closes_the_own_pages()
    {
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/courses");

        var answer = await browser.SubmitAsync(form: "form[action='/sign-out']");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/my/courses")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_a_link_to_signing_out_signs_nobody_out()
    {
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync("/sign-out");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/courses")).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_out()
    {
        var browser = await site.AsAsync(teacher);

        var answer = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/courses")).StatusCode);
    }

    private Task<HttpResponseMessage> SignInAsync(Browser browser, string password) =>
        browser.SubmitAsync(new() { ["Input.Iin"] = teacher.Iin, ["Input.Password"] = password });
}
