using System.Net;
using System.Text;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Web.Tests.Reports;

public sealed class OriginalityFiguresPageTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_officer_reads_how_many_reports_were_flagged_and_takes_the_table_along()
    {
        var group = await site.Data.GroupWithThresholdAsync(300);
        var source = (await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback)).Version.Materials.First();
        await site.Data.CheckAsync(await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, group: group), source, 1000, 4);
        await site.Data.CheckAsync(await site.Data.WorkAsync(PortfolioStatus.AwaitingFeedback, group: group), source, 1000, 1);
        var browser = await site.AsAsync(await site.Data.PersonAsync(Role.EducationOfficer));

        await browser.GetAsync("/reports/originality?year=2026");

        Assert.Equal(["2", "1", "50,0 %", "0", "0,0 %", "100,0 %", "0"], browser.Page.QuerySelectorAll("main tbody tr:first-child td.num").Select(c => c.TextContent.Trim().Replace('\u00a0', ' ')));
        var file = await browser.GetAsync(browser.Page.QuerySelector("main a[href*='.csv']")!.GetAttribute("href")!);
        var lines = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains(";2;1;", lines[1], StringComparison.Ordinal);
        await browser.GetAsync("/reports/originality?year=2020");
        Assert.NotNull(browser.Page.QuerySelector("main .empty"));
    }

    [Theory]
    [InlineData(Role.Teacher)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    public async Task Other_roles_are_told_that_they_may_not(Role role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.AsAsync(await site.Data.PersonAsync(role))).GetAsync("/reports/originality")).StatusCode);
}
