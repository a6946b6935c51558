using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Web.Tests.Groups;

public sealed class ClosePageTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser browser = null!;
    private StudyGroup group = null!;

    private string Address => $"/groups/manage/{group.Id}/close";

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        group = await site.Data.GroupAsync(status: GroupStatus.Studying);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_coordinator_sees_what_will_happen_and_closes()
    {
        var finished = await site.Data.PersonAsync(Role.Teacher, familyName: "Аманова");
        var unfinished = await site.Data.PersonAsync(Role.Teacher, familyName: "Ыдырысов");
        await site.Data.EnrolmentAsync(group, finished, EnrolmentStatus.Recommended);
        await site.Data.EnrolmentAsync(group, unfinished);
        await site.Data.MatrixAsync(group);

        await browser.GetAsync(Address);
        var rows = browser.Page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains("Аманова", rows[0], StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main tbody tr:first-child .chip.ok"));
        Assert.Contains("Ыдырысов", rows[1], StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector("main tbody tr:nth-child(2) .chip.bad"));
        Assert.Equal(6, browser.Page.QuerySelectorAll("main ol.line li").Length);

        var answer = await browser.SubmitAsync();

        Assert.Equal($"/groups/manage/{group.Id}", answer.Headers.Location!.OriginalString);
        await browser.FollowAsync(answer);
        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(6, await site.App.LookAsync(db => db.SupportContacts.CountAsync()));
    }

    [Fact]
    public async Task A_second_submit_does_nothing_more_and_a_closed_group_offers_no_button()
    {
        await site.Data.EnrolmentAsync(group, status: EnrolmentStatus.Recommended);
        await site.Data.MatrixAsync(group);
        await browser.GetAsync(Address);
        await browser.SubmitAsync();

        var second = await browser.SubmitAsync();

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(6, await site.App.LookAsync(db => db.SupportContacts.CountAsync()));
        await browser.GetAsync(Address);
        Assert.Null(browser.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Open_portfolios_are_named_and_refuse_a_button_pressed_too_late()
    {
        await browser.GetAsync(Address);
        await site.Data.PortfolioAsync(await site.Data.EnrolmentAsync(group), PortfolioStatus.AwaitingAssessment);

        var answer = await browser.SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector(".errors"));
        await browser.GetAsync(Address);
        Assert.NotNull(browser.Page.QuerySelector("main .card.now"));
        Assert.Null(browser.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_group_of_another_branch_is_not_found()
    {
        var foreign = await site.Data.GroupAsync(status: GroupStatus.Studying, inOtherBranch: true);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groups/manage/{foreign.Id}/close")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.CommissionSecretary)]
    [InlineData(Role.CommissionMember)]
    [InlineData(Role.Administrator)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
    }
}
