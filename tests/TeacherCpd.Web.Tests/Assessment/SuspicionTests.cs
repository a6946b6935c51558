using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Web.Tests.Assessment;

public sealed class SuspicionTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_assessor_says_a_doubt_from_the_sheet_and_learns_no_name()
    {
        var work = await site.Data.WorkAsync(PortfolioStatus.AwaitingAssessment);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.Assessor));
        await browser.GetAsync("/assessment");
        await browser.FollowAsync(await browser.SubmitAsync());
        await browser.GetAsync(browser.Page.QuerySelector("main a[href$='/suspicion']")!.GetAttribute("href")!);
        Assert.Contains(work.Enrolment.ListenerCode, browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(work.Teacher.FamilyName, browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(new() { ["Words"] = "" })).StatusCode);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Words"] = "Стилі күрт өзгереді." }));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(1, await site.App.LookAsync(db => db.OriginalityCases.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(await site.Data.PersonAsync(Role.Assessor))).GetAsync($"{browser.Path}/suspicion")).StatusCode);
    }
}
