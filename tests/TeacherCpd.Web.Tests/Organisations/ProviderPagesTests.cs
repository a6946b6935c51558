using System.Net;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Organisations;

public sealed class ProviderPagesTests : IAsyncLifetime
{
    private Site site = null!;
    private World world = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await site.Data.WorldAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_ministry_records_a_review_an_accreditation_and_the_regions_of_a_branch()
    {
        await browser.GetAsync("/providers");
        await browser.GetAsync(browser.Page.QuerySelector("tbody a")!.GetAttribute("href")!);

        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Date"] = "2026-02-09", ["Input.Result"] = "NotPassed", ["Input.Document"] = "№ 8" }, "form[action*='Review']"));
        Assert.NotNull(browser.Page.QuerySelector("h1 + p .chip.bad"));
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Agency"] = "ACQUIN", ["Input.Number"] = "A-9", ["Input.ValidFrom"] = "2026-01-01" }, "form[action*='Accredit']"));
        Assert.Contains("A-9", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await browser.FollowAsync(await browser.SubmitAsync(new() { ["Input.Regions"] = world.OtherRegion.Id.ToString() }, "form[action*='Regions']"));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal([world.OtherRegion.Id], await site.App.LookAsync(db => db.BranchRegions.Select(b => b.RegionId).ToListAsync()));
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused()
    {
        await browser.GetAsync($"/providers/{world.Centre.Id}");

        var answer = await browser.SubmitAsync(new() { ["Input.Date"] = "2030-01-01", ["Input.Document"] = "№ 8" }, "form[action*='Review']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_Date_error"));
        Assert.Equal("№ 8", browser.Page.QuerySelector("#Input_Document")!.GetAttribute("value"));
        Assert.Equal(1, await site.App.LookAsync(db => db.Set<QualityReview>().CountAsync()));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.ProgrammeDeveloper)]
    public async Task Other_roles_are_told_that_they_may_not(Role role)
    {
        var other = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/providers")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/providers/{world.Centre.Id}")).StatusCode);
        await other.GetAsync("/catalogue");
        Assert.Null(other.Page.QuerySelector(".rail a[href='/providers']"));
    }
}
