using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Accounts;

public sealed class PeoplePagesTests : IAsyncLifetime
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
    public async Task Somebody_added_signs_in_with_the_password_shown_and_has_to_choose_their_own()
    {
        await browser.GetAsync("/people/add?q=" + Uri.EscapeDataString("сарыкөл"));
        await browser.GetAsync("/people/add" + browser.Page.QuerySelector("main ul a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(Fields())).StatusCode);
        var password = browser.Page.QuerySelector("#password")!.TextContent;

        var theirs = site.Visitor();
        await theirs.GetAsync("/sign-in");
        await theirs.SubmitAsync(new() { ["Input.Iin"] = TestData.NewIin(700), ["Input.Password"] = password });
        foreach (var page in new[] { "/", "/attestation/cases", "/jobs" })
        {
            Assert.Equal("/my/password", (await theirs.GetAsync(page)).Headers.Location!.OriginalString);
        }

        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/my/password")).StatusCode);
        Assert.NotNull(theirs.Page.QuerySelector("main .card.now"));
        var answer = await theirs.SubmitAsync(new() { ["Input.Current"] = password, ["Input.Chosen"] = "menin-qupiyasozim" });

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync("/attestation/cases")).StatusCode);
    }

    [Fact]
    public async Task A_form_sent_twice_adds_one_person()
    {
        await browser.GetAsync($"/people/add?organisation={world.District.Id}");
        var form = Fields();
        form["FormId"] = browser.Page.QuerySelector("#FormId")!.GetAttribute("value")!;
        await browser.SubmitAsync(form);

        await browser.GetAsync($"/people/add?organisation={world.District.Id}");
        var second = await browser.SubmitAsync(form);
        await browser.FollowAsync(second);

        Assert.Contains("бұдан бұрын қосылған", browser.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.App.LookAsync(db => db.Persons.CountAsync(p => p.FamilyName == "Қасымова")));
    }

    [Fact]
    public async Task Bad_input_comes_back_with_what_was_typed_and_no_account()
    {
        await browser.GetAsync($"/people/add?organisation={world.District.Id}");
        var form = Fields();
        form["Input.Iin"] = "123";

        var answer = await browser.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Iin_error"));
        Assert.Equal("123", browser.Page.QuerySelector("#Input_Iin")!.GetAttribute("value"));
        Assert.Equal("Қасымова", browser.Page.QuerySelector("#Input_FamilyName")!.GetAttribute("value"));
        Assert.Equal("CommissionSecretary", browser.Page.QuerySelector("#Input_Role option[selected]")!.GetAttribute("value"));
        Assert.Equal(0, await site.App.LookAsync(db => db.Persons.CountAsync(p => p.FamilyName == "Қасымова")));
    }

    [Fact]
    public async Task Looking_for_a_number_leaves_it_in_no_address()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await browser.GetAsync("/people");

        var answer = await browser.SubmitAsync(new() { ["Text"] = teacher.Iin });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"/people/{teacher.Id}", browser.Page.QuerySelectorAll("tbody a").Single().GetAttribute("href"));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("[href],[action]"), e => e.OuterHtml.Contains(teacher.Iin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_is_given_and_taken_away_on_the_page_of_the_person()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await browser.GetAsync($"/people/{teacher.Id}/role?organisation={world.District.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Role"] = "" })).StatusCode);

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Role"] = "CommissionMember" }));
        var row = browser.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("комиссия мүшесі", StringComparison.Ordinal));
        var assignment = row.QuerySelector("input[name=assignmentId]")!.GetAttribute("value")!;
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["assignmentId"] = assignment }));

        Assert.DoesNotContain("комиссия мүшесі", browser.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.App.LookAsync(db => db.Persons.Where(p => p.Id == teacher.Id).Select(p => p.Roles.Count).SingleAsync()));
    }

    [Fact]
    public async Task A_new_password_stops_whoever_is_signed_in_and_signs_them_out()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var theirs = await site.AsAsync(teacher);
        await browser.GetAsync($"/people/{teacher.Id}/password");

        await browser.SubmitAsync();

        Assert.Equal(19, browser.Page.QuerySelector("#password")!.TextContent.Length);
        Assert.Equal("/my/password", (await theirs.GetAsync("/my/courses")).Headers.Location!.OriginalString);
        site.App.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("/sign-in", (await theirs.GetAsync("/my/password")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_their_password_stays_signed_in_here_and_nowhere_else()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var (here, elsewhere) = (await site.AsAsync(teacher), await site.AsAsync(teacher));
        await here.GetAsync("/my/password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await here.SubmitAsync(new() { ["Input.Current"] = "qate", ["Input.Chosen"] = "menin-qupiyasozim" })).StatusCode);
        Assert.NotNull(here.Page.QuerySelector("#Input_Current_error"));

        await here.SubmitAsync(new() { ["Input.Current"] = TestData.Password, ["Input.Chosen"] = "menin-qupiyasozim" });

        site.App.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/my/courses")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/my/courses")).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_offered_to_change_their_own_roles()
    {
        var administrator = await site.Data.PersonAsync(Role.Administrator, w => w.Region);
        var own = await site.AsAsync(administrator);

        await own.GetAsync($"/people/{administrator.Id}");

        Assert.Null(own.Page.QuerySelector("main form"));
        Assert.Null(own.Page.QuerySelector("main a[href$='/role']"));
    }

    [Fact]
    public async Task Who_is_out_of_reach_is_not_found()
    {
        var other = await site.Data.PersonAsync(Role.Teacher, w => w.OtherSchool);

        foreach (var page in new[]
        {
            $"/people/{other.Id}", $"/people/{other.Id}/role", $"/people/{other.Id}/password",
            $"/people?organisation={world.OtherRegion.Id}", $"/people/add?organisation={world.Ministry.Id}",
        })
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
        var person = await site.Data.PersonAsync(role);
        var other = await site.AsAsync(person);

        foreach (var page in new[] { "/people", "/people/add", $"/people/{person.Id}", $"/people/{person.Id}/role", $"/people/{person.Id}/password" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(page)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/people/add")]
    [InlineData("/my/password")]
    public async Task A_visitor_is_sent_to_sign_in(string page) =>
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(page)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);

    [Fact]
    public async Task Only_who_is_signed_in_is_led_to_a_password()
    {
        var visitor = site.Visitor();
        await visitor.GetAsync("/");
        await browser.GetAsync("/");

        Assert.Null(visitor.Page.QuerySelector(".rail a[href='/my/password']"));
        Assert.NotNull(browser.Page.QuerySelector(".rail a[href='/my/password']"));
    }

    [Theory]
    [InlineData("kk", "Адамдар")]
    [InlineData("ru", "Люди")]
    [InlineData("en", "People")]
    public async Task The_pages_speak_three_languages(string language, string title)
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await browser.GetAsync($"/language?to={language}");

        await browser.GetAsync("/people");

        Assert.Equal(title, browser.Page.QuerySelector("h1")!.TextContent);
        foreach (var page in new[]
        {
            "/people/add", $"/people/add?organisation={world.District.Id}", $"/people/{teacher.Id}", $"/people/{teacher.Id}/role",
            $"/people/{teacher.Id}/role?organisation={world.District.Id}", $"/people/{teacher.Id}/password", "/my/password",
        })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).StatusCode);
            Assert.DoesNotMatch(@"\b(people|enum|accounts|my_password|organisations)\.[a-zA-Z]", browser.Page.QuerySelector("main")!.TextContent);
        }
    }

    private static Dictionary<string, string> Fields() => new()
    {
        ["Input.Iin"] = TestData.NewIin(700),
        ["Input.FamilyName"] = "Қасымова",
        ["Input.GivenName"] = "Шолпан",
        ["Input.Position"] = "Staff",
        ["Input.WorksSince"] = "2020-09-01",
        ["Input.Role"] = "CommissionSecretary",
    };
}
