using System.Net;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Web.Tests.Reports;

public sealed class TraineesPageTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_officer_reads_who_was_trained_with_computed_sums()
    {
        var group = await site.Data.GroupAsync();
        await site.Data.EnrolmentAsync(group);
        await site.Data.EnrolmentAsync(group);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));

        await browser.GetAsync("/reports/trainees?year=2026");

        Assert.Equal(["2", "2"], browser.Page.QuerySelectorAll("main section")[0].QuerySelectorAll("td:nth-child(2)").Select(c => c.TextContent.Trim()));
        Assert.Contains("100,0", browser.Page.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync("/reports/trainees?year=2020");
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    public async Task Other_roles_are_told_that_they_may_not(Role role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.AsAsync(await site.Data.PersonAsync(role))).GetAsync("/reports/trainees")).StatusCode);
}
