using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Web.Tests.Groups;

/// <summary>What a coordinator does with the own groups.</summary>
public sealed class ManagePageTests : IAsyncLifetime
{
    private Site site = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_notice_that_did_not_go_out_is_sent_again_from_the_page_of_the_group()
    {
        var group = await site.Data.OpenGroupAsync();
        var enrolment = await site.Data.EnrolmentAsync(group);
        var notice = EnrolmentNotice.OfDecline(enrolment, enrolment.AppliedAt);
        notice.Move(ReminderStatus.Sending, enrolment.AppliedAt);
        notice.Move(ReminderStatus.Failed, enrolment.AppliedAt);
        await site.Data.SaveAsync(notice);
        await browser.GetAsync("/");
        await browser.GetAsync(browser.Page.QuerySelector($"main a[href='/groups/manage/{group.Id}']")!.GetAttribute("href")!);

        await browser.FollowAsync(await browser.SubmitAsync(form: "form[action*=retry]"));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Null(browser.Page.QuerySelector("form[action*=retry]"));
        Assert.Equal(ReminderStatus.Pending, await site.App.LookAsync(db => db.EnrolmentNotices.Select(n => n.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_list_leads_to_the_groups_and_to_a_new_one_and_filters_by_state()
    {
        var recruiting = await site.Data.GroupAsync();
        var studying = await site.Data.GroupAsync(status: GroupStatus.Studying);
        var foreign = await site.Data.GroupAsync(inOtherBranch: true);

        await browser.GetAsync("/groups/manage");
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/groups/manage/open']"));
        Assert.NotNull(Link(recruiting));
        Assert.NotNull(Link(studying));
        Assert.Null(Link(foreign));

        await browser.GetAsync("/groups/manage?status=Studying");
        Assert.Null(Link(recruiting));
        Assert.NotNull(Link(studying));
    }

    [Fact]
    public async Task A_coordinator_accepts_an_application()
    {
        var application = await ApplicationAsync();
        await browser.GetAsync($"/groups/manage/{application.GroupId}");

        var answer = await browser.SubmitAsync(form: "main td form");
        await browser.FollowAsync(answer);

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Null(browser.Page.QuerySelector("main td form"));
        Assert.Equal(1, await site.App.LookAsync(db => db.Portfolios.CountAsync(p => p.EnrolmentId == application.Id && p.Status == PortfolioStatus.Draft)));
    }

    [Fact]
    public async Task Whom_a_full_group_accepts_stands_in_line_and_is_seen_there()
    {
        var group = await site.Data.GroupAsync(capacity: 1);
        await site.Data.EnrolmentAsync(group);
        var waiting = await site.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);
        await browser.GetAsync($"/groups/manage/{group.Id}");
        Assert.NotNull(browser.Page.QuerySelector(".chip.warn"));

        await browser.FollowAsync(await browser.SubmitAsync(form: "main td form"));

        Assert.NotNull(browser.Page.QuerySelector($"a[href='/groups/manage/{group.Id}/leave/{waiting.Id}']"));
        Assert.Equal(0, await site.App.LookAsync(db => db.Portfolios.CountAsync()));
    }

    [Fact]
    public async Task Declining_asks_for_a_reason_on_a_page_of_its_own()
    {
        var application = await ApplicationAsync();
        await browser.GetAsync($"/groups/manage/{application.GroupId}");
        await browser.GetAsync(browser.Page.QuerySelector("main td a.btn-outline-danger")!.GetAttribute("href")!);

        var empty = await browser.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Reason[aria-invalid=true]"));
        var tooLong = await browser.SubmitAsync(new() { ["Reason"] = new string('ә', 1001) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Equal(1001, browser.Page.QuerySelector("#Reason")!.TextContent.Trim().Length);
        var answer = await browser.SubmitAsync(new() { ["Reason"] = "Курс басшыларға арналған" });
        await browser.FollowAsync(answer);

        Assert.Equal($"/groups/manage/{application.GroupId}", browser.Path);
        Assert.Contains("Курс басшыларға арналған", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync($"/groups/manage/{application.GroupId}/decline/{application.Id}");
        Assert.Null(browser.Page.QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task Starting_takes_the_group_out_of_the_catalogue_and_offers_to_close_it()
    {
        var group = await site.Data.OpenGroupAsync();
        await site.Data.EnrolmentAsync(group);
        await browser.GetAsync($"/groups/manage/{group.Id}");
        Assert.Null(browser.Page.QuerySelector($"a[href='/groups/manage/{group.Id}/close']"));

        await browser.FollowAsync(await browser.SubmitAsync(form: "#start"));

        Assert.Null(browser.Page.QuerySelector("#start"));
        Assert.NotNull(browser.Page.QuerySelector($"a[href='/groups/manage/{group.Id}/close']"));
        await browser.GetAsync("/catalogue");
        Assert.Null(browser.Page.QuerySelector($"a[href='/groups/{group.Id}']"));
    }

    [Fact]
    public async Task The_first_page_tells_of_waiting_applications()
    {
        await ApplicationAsync();

        await browser.GetAsync("/");

        Assert.NotNull(browser.Page.QuerySelector(".card.now a[href='/groups/manage']"));
    }

    [Fact]
    public async Task Groups_of_other_branches_are_not_found()
    {
        var group = await site.Data.GroupAsync(inOtherBranch: true);
        var application = await site.Data.EnrolmentAsync(group, status: EnrolmentStatus.Applied);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groups/manage/{group.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groups/manage/{group.Id}/decline/{application.Id}")).StatusCode);
    }

    [Fact]
    public async Task An_application_of_a_group_out_of_scope_is_not_accepted_through_a_group_in_scope()
    {
        var mine = await ApplicationAsync();
        var foreign = await site.Data.EnrolmentAsync(await site.Data.GroupAsync(inOtherBranch: true), status: EnrolmentStatus.Applied);
        await browser.GetAsync($"/groups/manage/{mine.GroupId}");

        var answer = await browser.SubmitAsync(new() { ["enrolmentId"] = foreign.Id.ToString() }, "main td form");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(EnrolmentStatus.Applied, await site.App.LookAsync(db => db.Enrolments.Where(e => e.Id == foreign.Id).Select(e => e.Status).SingleAsync()));
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
        var application = await ApplicationAsync();
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        foreach (var address in new[] { "/groups/manage", $"/groups/manage/{application.GroupId}", $"/groups/manage/{application.GroupId}/decline/{application.Id}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in()
    {
        var answer = await site.Visitor().GetAsync("/groups/manage");

        Assert.Equal("/sign-in?back=%2Fgroups%2Fmanage", answer.Headers.Location!.PathAndQuery);
    }

    private async Task<Enrolment> ApplicationAsync() => await site.Data.EnrolmentAsync(await site.Data.GroupAsync(), status: EnrolmentStatus.Applied);

    private AngleSharp.Dom.IElement? Link(StudyGroup group) => browser.Page.QuerySelector($"main a[href='/groups/manage/{group.Id}']");
}
