using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Accounts;

/// <summary>Signing in through an outside provider: a real one, of the package oidc-provider.</summary>
public sealed class OutsideSignInTests : IAsyncLifetime
{
    private const string Audience = "https://teachercpd.example/api";

    private IdentityProvider provider = null!;
    private Site site = null!;
    private Person teacher = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync(new Uri("https://localhost/sign-in/outside/callback"));
        site = await StartAsync();
        teacher = await site.Data.PersonAsync(Role.Teacher);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task The_first_time_the_own_password_proves_the_account_and_then_never_again()
    {
        var browser = site.Visitor();
        await ComeBackAsync(browser, "aigul");
        Assert.NotNull(browser.Page.QuerySelector("#Input_Password"));

        var wrong = await browser.SubmitAsync(new() { ["Input.Iin"] = teacher.Iin, ["Input.Password"] = "not the password" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(teacher.Iin, browser.Page.QuerySelector("#Input_Iin")!.GetAttribute("value"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Iin"] = teacher.Iin, ["Input.Password"] = TestData.Password }));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/record")).StatusCode);

        var another = site.Visitor();
        await ComeBackAsync(another, "aigul", back: "/my/record");
        Assert.Equal("/my/record", another.Path);
        Assert.Equal(OutsideProof.Password, await site.App.LookAsync(db => db.OutsideIdentities.Select(i => i.Proof).SingleAsync()));
    }

    [Fact]
    public async Task A_national_number_alone_links_nothing_where_the_provider_does_not_prove_it()
    {
        var browser = site.Visitor();
        await provider.TellAsync("stranger", teacher.Iin);
        await ComeBackAsync(browser, "stranger");

        Assert.NotNull(browser.Page.QuerySelector("#Input_Password"));
        Assert.Equal(0, await site.App.LookAsync(db => db.OutsideIdentities.CountAsync()));
    }

    [Fact]
    public async Task A_number_that_is_not_the_persons_refuses_the_link_even_with_the_password()
    {
        var other = await site.Data.PersonAsync(Role.Teacher);
        var browser = site.Visitor();
        await provider.TellAsync("aigul", other.Iin);
        await ComeBackAsync(browser, "aigul");

        var answer = await browser.SubmitAsync(new() { ["Input.Iin"] = teacher.Iin, ["Input.Password"] = TestData.Password });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(0, await site.App.LookAsync(db => db.OutsideIdentities.CountAsync()));
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/my/record")).StatusCode);
    }

    [Fact]
    public async Task Where_the_provider_proves_numbers_the_person_is_let_in_with_or_without_an_account()
    {
        await using var trusting = await StartAsync(proves: true);
        var own = await trusting.Data.PersonAsync(Role.Teacher);
        await trusting.Data.ChangeAsync(async db => db.Users.Remove(await db.Users.SingleAsync(u => u.PersonId == own.Id)));
        var browser = trusting.Visitor();

        await provider.TellAsync("aigul", own.Iin);
        await ComeBackAsync(browser, "aigul");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/my/record")).StatusCode);
        Assert.Null(await trusting.App.LookAsync(db => db.Users.Where(u => u.PersonId == own.Id).Select(u => u.PasswordHash).SingleAsync()));

        // the same identity with another number is somebody else's
        var second = await trusting.Data.PersonAsync(Role.Teacher);
        var taken = trusting.Visitor();
        await provider.TellAsync("aigul", second.Iin);
        await ComeBackAsync(taken, "aigul");
        Assert.NotEqual(HttpStatusCode.OK, (await taken.GetAsync("/my/record")).StatusCode);
    }

    [Fact]
    public async Task Who_is_signed_in_links_and_unlinks_and_what_is_linked_is_nobody_elses()
    {
        var browser = await site.AsAsync(teacher);
        await ComeBackAsync(browser, "aigul");
        Assert.Equal("/my/password", browser.Path);
        Assert.Equal(OutsideProof.SignedIn, await site.App.LookAsync(db => db.OutsideIdentities.Select(i => i.Proof).SingleAsync()));

        var other = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await ComeBackAsync(other, "aigul");
        Assert.NotNull(other.Page.QuerySelector("[role=alert]"));
        Assert.Equal(teacher.Id, await site.App.LookAsync(db => db.OutsideIdentities.Select(i => i.PersonId).SingleAsync()));

        await browser.GetAsync("/my/password");
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*='handler=Unlink']"));
        Assert.Equal(0, await site.App.LookAsync(db => db.OutsideIdentities.CountAsync()));
    }

    [Fact]
    public async Task It_gives_no_role()
    {
        var before = await site.App.LookAsync(db => db.Persons.SelectMany(p => p.Roles).CountAsync());
        var browser = await site.AsAsync(teacher);
        await ComeBackAsync(browser, "Administrator");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/audit")).StatusCode);
        Assert.Equal(before, await site.App.LookAsync(db => db.Persons.SelectMany(p => p.Roles).CountAsync()));
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_here_and_a_page_of_nobody_lead_to_the_sign_in_page()
    {
        var asking = site.Visitor();
        var led = await asking.GetAsync("/sign-in/outside");
        var answer = await provider.SignInAsync(led.Headers.Location!, "aigul");
        var victim = site.Visitor();

        Assert.Equal("/sign-in?outside=failed", (await victim.GetAsync(answer.PathAndQuery)).Headers.Location!.OriginalString);
        Assert.Equal("/sign-in?outside=failed", (await victim.GetAsync("/sign-in/outside/back")).Headers.Location!.OriginalString);
        await victim.GetAsync("/sign-in?outside=failed");
        Assert.NotNull(victim.Page.QuerySelector("[role=alert]"));

        // and nowhere but to pages of this site
        await ComeBackAsync(await site.AsAsync(teacher), "aigul");
        var led2 = site.Visitor();
        await ComeBackAsync(led2, "aigul", back: "https://evil.example/");
        Assert.Equal("/", led2.Path);
    }

    [Fact]
    public async Task Where_no_provider_is_set_or_it_is_away_the_password_opens_the_door()
    {
        await using var plain = await Site.StartAsync();
        var browser = plain.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/sign-in/outside")).StatusCode);
        await browser.GetAsync("/sign-in");
        Assert.Null(browser.Page.QuerySelector("a[href^='/sign-in/outside']"));

        await using var cut = await StartAsync(authority: "http://127.0.0.1:9");
        Assert.Equal("/sign-in?outside=failed", (await cut.Visitor().GetAsync("/sign-in/outside")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Tokens_of_the_provider_open_the_interface_for_the_linked_person_within_their_scopes()
    {
        await ComeBackAsync(await site.AsAsync(teacher), "aigul");

        var token = await provider.TokenAsync("aigul", Audience, "record:own");
        Assert.Equal((200, teacher.Iin), await AskAsync("/api/v1/me", token));
        Assert.Equal((403, null), await AskAsync("/api/v1/people", token));
        Assert.Equal((403, null), await AskAsync("/api/v1/people", await provider.TokenAsync("aigul", Audience, "record:own register:read")));
        Assert.Equal((403, null), await AskAsync("/api/v1/me", await provider.TokenAsync("aigul", Audience, "webhooks")));

        // nobody linked, another audience, another signature, later
        Assert.Equal((401, null), await AskAsync("/api/v1/me", await provider.TokenAsync("marat", Audience, "record:own")));
        Assert.Equal((401, null), await AskAsync("/api/v1/me", await provider.TokenAsync("aigul", "https://other.example/", "record:own")));
        Assert.Equal((401, null), await AskAsync("/api/v1/me", token[..^6] + (token.EndsWith("AAAAAA", StringComparison.Ordinal) ? "BBBBBB" : "AAAAAA")));
        site.App.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((401, null), await AskAsync("/api/v1/me", token));
    }

    private static async Task<Site> NowAsync(Task<Site> starting)
    {
        var site = await starting;
        site.App.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        return site;
    }

    private Task<Site> StartAsync(bool proves = false, string? authority = null) => NowAsync(Site.StartAsync(settings: new()
    {
        ["SignIn:Name"] = "eGov",
        ["SignIn:Authority"] = authority ?? provider.Issuer,
        ["SignIn:ClientId"] = IdentityProvider.ClientId,
        ["SignIn:ClientSecret"] = IdentityProvider.ClientSecret,
        ["SignIn:ProvesIin"] = proves.ToString(),
        ["SignIn:ApiAudience"] = Audience,
    }));

    // out to the provider and back, until a page is shown
    private async Task ComeBackAsync(Browser browser, string login, string? back = null)
    {
        var led = await browser.GetAsync(back is null ? "/sign-in/outside" : $"/sign-in/outside?back={Uri.EscapeDataString(back)}");
        var answer = await browser.GetAsync((await provider.SignInAsync(led.Headers.Location!, login)).PathAndQuery);
        while (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        }
    }

    private async Task<(int Status, string? Iin)> AskAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Client().SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)answer.StatusCode, (string?)body?["iin"]);
    }
}
