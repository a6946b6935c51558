using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Web.Tests.Groups;

/// <summary>What a teacher sees: the catalogue, a group, the own courses.</summary>
public sealed class CataloguePageTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_visitor_sees_open_groups_and_signs_in_to_apply()
    {
        var group = await site.Data.OpenGroupAsync();
        var browser = site.Visitor();

        await browser.GetAsync("/catalogue");
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/groups/{group.Id}']"));
        await browser.GetAsync($"/groups/{group.Id}");

        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/sign-in?back=%2Fgroups%2F{group.Id}']"));
    }

    [Fact]
    public async Task An_empty_catalogue_says_what_to_do()
    {
        var browser = site.Visitor();

        await browser.GetAsync("/catalogue");

        Assert.NotNull(browser.Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task The_links_to_other_pages_keep_the_filter()
    {
        var version = await site.Data.ProgrammeAsync(code: "P01");
        for (var i = 0; i < 21; i++)
        {
            await site.Data.OpenGroupAsync(version, Language.Ru);
        }

        var browser = site.Visitor();
        await browser.GetAsync("/catalogue?q=p01&teaching=Ru");

        Assert.Equal("?q=p01&teaching=Ru&p=2", browser.Page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        await browser.GetAsync("/catalogue?q=p01&teaching=Ru&p=2");
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal("?q=p01&teaching=Ru&p=1", browser.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(browser.Page.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/catalogue?p=abc&teaching=Xx")]
    [InlineData("/catalogue?p=-1")]
    public async Task A_broken_address_shows_the_first_page(string address)
    {
        await site.Data.OpenGroupAsync();
        var browser = site.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(address)).StatusCode);
        Assert.Single(browser.Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_teacher_applies_with_one_button_and_sees_the_state()
    {
        var group = await site.Data.OpenGroupAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await browser.GetAsync($"/groups/{group.Id}");

        var answer = await browser.SubmitAsync();
        await browser.FollowAsync(answer);

        Assert.Equal($"/groups/{group.Id}", browser.Path);
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal("өтінім берілді", browser.Page.QuerySelector(".card.now .chip")!.TextContent);
        Assert.Null(browser.Page.QuerySelector("main form.now"));
        await browser.GetAsync("/my/courses");
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/groups/{group.Id}']"));
        Assert.Null(browser.Page.QuerySelector("a[href^='/my/portfolio/']"));
    }

    [Fact]
    public async Task A_group_that_filled_up_meanwhile_takes_the_application_all_the_same()
    {
        var group = await site.Data.OpenGroupAsync(capacity: 1);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        await browser.GetAsync($"/groups/{group.Id}");
        await site.Data.EnrolmentAsync(group);

        var answer = await browser.SubmitAsync();

        await browser.FollowAsync(answer);
        Assert.Equal("өтінім берілді", browser.Page.QuerySelector(".card.now .chip")!.TextContent);
        Assert.Equal(2, await site.App.LookAsync(db => db.Enrolments.CountAsync()));
    }

    [Fact]
    public async Task Whoever_was_declined_reads_why_and_finds_no_button()
    {
        var group = await site.Data.OpenGroupAsync();
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.EnrolmentAsync(group, teacher, EnrolmentStatus.Declined);
        var browser = await site.AsAsync(teacher);

        await browser.GetAsync($"/groups/{group.Id}");

        Assert.Contains("Орын жоқ", browser.Page.QuerySelector(".card.now")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        await browser.GetAsync("/my/courses");
        Assert.Contains("Орын жоқ", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_accepted_is_led_to_the_portfolio_from_three_places()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var group = await site.Data.GroupAsync(status: GroupStatus.Studying);
        var enrolment = await site.Data.EnrolmentAsync(group, teacher);
        await site.Data.PortfolioAsync(enrolment, PortfolioStatus.Draft);
        var browser = await site.AsAsync(teacher);

        foreach (var address in new[] { "/", "/my/courses", $"/groups/{group.Id}" })
        {
            await browser.GetAsync(address);
            Assert.NotNull(browser.Page.QuerySelector($"a[href='/my/portfolio/{enrolment.Id}']"));
        }
    }

    [Fact]
    public async Task The_code_of_the_listener_stands_on_no_page()
    {
        var teacher = await site.Data.PersonAsync(Role.Teacher);
        var enrolment = await site.Data.EnrolmentAsync(await site.Data.OpenGroupAsync(), teacher);
        await site.Data.PortfolioAsync(enrolment, PortfolioStatus.Draft);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        var own = await site.AsAsync(teacher);

        await browser.GetAsync($"/groups/manage/{enrolment.GroupId}");
        await own.GetAsync("/my/courses");

        Assert.DoesNotContain(enrolment.ListenerCode, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(enrolment.ListenerCode, own.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_without_courses_is_led_to_the_catalogue()
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));

        await browser.GetAsync("/my/courses");

        Assert.NotNull(browser.Page.QuerySelector(".empty"));
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/catalogue']"));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_see_a_group_without_the_button_and_have_no_courses(Role role)
    {
        var group = await site.Data.OpenGroupAsync();
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/groups/{group.Id}")).StatusCode);
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/my/courses")).StatusCode);
    }

    [Fact]
    public async Task Unknown_groups_and_other_peoples_pages_are_kept_closed()
    {
        var visitor = site.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/groups/{Guid.CreateVersion7()}")).StatusCode);
        Assert.Equal("/sign-in?back=%2Fmy%2Fcourses", (await visitor.GetAsync("/my/courses")).Headers.Location!.PathAndQuery);
    }
}
