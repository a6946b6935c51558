using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Attestation;

public sealed class CommissionPagesTests : IAsyncLifetime
{
    private readonly List<Person> members = [];
    private Site site = null!;
    private World world = null!;
    private Person secretary = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await site.Data.WorldAsync();
        await site.Data.RuleSetAsync();
        secretary = await site.Data.PersonAsync(Role.CommissionSecretary);
        for (var i = 0; i < 7; i++)
        {
            members.Add(await site.Data.PersonAsync(Role.CommissionMember));
        }

        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Administrator, w => w.Region));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_administrator_forms_a_commission_once_and_ends_it()
    {
        await browser.GetAsync(Address);
        var form = Fields(7);
        var first = await PostAsync(form);
        var second = await PostAsync(form);
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        await browser.FollowAsync(first);
        Assert.Equal("Аудандық комиссия", browser.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains(members[2].FullName, browser.Page.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 қыркүйектен кеш", browser.Page.QuerySelector("main .chip.warn")!.TextContent, StringComparison.Ordinal);

        await browser.GetAsync(browser.Page.QuerySelector("main a[href$='/end']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(new() { ["LastDay"] = "2026-02-01" })).StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#LastDay_error"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["LastDay"] = "2026-02-10" }));
        Assert.Null(browser.Page.QuerySelector("main a[href$='/end']"));
        await browser.GetAsync("/commissions");
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_composition_against_the_rules_comes_back_with_who_was_chosen()
    {
        await browser.GetAsync(Address);

        var answer = await PostAsync(Fields(6));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("7", browser.Page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, browser.Page.QuerySelectorAll("input[type=checkbox][checked]").Length);
        Assert.Equal(secretary.Id.ToString(), browser.Page.QuerySelector("#Input_SecretaryId option[selected]")!.GetAttribute("value"));
        Assert.Equal("Районная комиссия", browser.Page.QuerySelector("#Input_NameRu")!.GetAttribute("value"));
        Assert.Equal(0, await site.App.LookAsync(db => db.Commissions.CountAsync()));
    }

    [Fact]
    public async Task Where_too_few_hold_the_roles_the_page_says_what_comes_first()
    {
        await browser.GetAsync($"/commissions/form?organisation={world.Region.Id}");

        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/people/add?organisation={world.Region.Id}']"));
    }

    [Fact]
    public async Task What_is_out_of_reach_is_not_found()
    {
        var other = (await site.Data.CommissionAsync(w => w.OtherRegion)).Commission;

        foreach (var page in new[] { $"/commissions/{other.Id}", $"/commissions/{other.Id}/end", $"/commissions/form?organisation={world.OtherRegion.Id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).StatusCode);
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
        var commission = (await site.Data.CommissionAsync()).Commission;
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        foreach (var page in new[] { "/commissions", "/commissions/form", $"/commissions/{commission.Id}", $"/commissions/{commission.Id}/end" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(page)).StatusCode);
        }
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in() =>
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync("/commissions")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);

    [Theory]
    [InlineData("kk", "Аттестаттау комиссиялары")]
    [InlineData("ru", "Аттестационные комиссии")]
    [InlineData("en", "Attestation commissions")]
    public async Task The_pages_speak_three_languages(string language, string title)
    {
        var commission = (await site.Data.CommissionAsync()).Commission;
        await browser.GetAsync($"/language?to={language}");

        await browser.GetAsync("/commissions");

        Assert.Equal(title, browser.Page.QuerySelector("h1")!.TextContent);
        foreach (var page in new[] { "/commissions/form", Address, $"/commissions/{commission.Id}", $"/commissions/{commission.Id}/end" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
            Assert.DoesNotMatch(@"\b(commissions|people|organisations|accounts|attestation|room|ballot|sittings)\.[a-z]", browser.Page.QuerySelector("main")!.TextContent);
        }
    }

    private string Address => $"/commissions/form?organisation={world.District.Id}";

    // several boxes of one name, as a browser sends them
    private Task<HttpResponseMessage> PostAsync(List<KeyValuePair<string, string>> form) =>
        browser.PostAsync(Address, new FormUrlEncodedContent(form));

    private List<KeyValuePair<string, string>> Fields(int count)
    {
        string Of(string name) => browser.Page.QuerySelector($"main form input[name={name}]")!.GetAttribute("value")!;
        return
        [
            new("__RequestVerificationToken", Of("__RequestVerificationToken")),
            new("FormId", Of("FormId")),
            new("Input.NameKk", "Аудандық комиссия"),
            new("Input.NameRu", "Районная комиссия"),
            new("Input.OrderNumber", "214"),
            new("Input.OrderedOn", "2026-02-09"),
            new("Input.ValidFrom", "2026-02-10"),
            new("Input.SecretaryId", secretary.Id.ToString()),
            .. members.Take(count).Select(m => new KeyValuePair<string, string>("Input.Members", m.Id.ToString())),
        ];
    }
}
