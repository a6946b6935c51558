using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Portfolios;

/// <summary>Batch exports: who may, asking, downloading in pieces, deleting.</summary>
public sealed class ExportPageTests : IAsyncLifetime
{
    private Site site = null!;
    private StudyGroup group = null!;
    private Person coordinator = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        group = await site.Data.GroupAsync(status: GroupStatus.Studying);
        coordinator = await site.Data.PersonAsync(Role.Coordinator);
        var (teacher, enrolment) = await site.Data.ParticipantAsync(group);
        await site.App.UseAsync(async services =>
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes("Есеп мәтіні."));
            var stored = (await services.GetRequiredService<IFileStore>().SaveAsync(content, long.MaxValue, CancellationToken.None)).Value;
            await site.Data.HandInAsync(
                teacher, enrolment.Id, new ReceivedReport(new HandedInFile("есеп.txt", "text/plain", stored.Bytes, stored.Sha256), "Есеп мәтіні.", 0, 0));
        });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(Role.EducationOfficer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.Trainer)]
    public async Task Others_see_neither_page(Role role)
    {
        var browser = await site.AsAsync(await site.Data.PersonAsync(role));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/exports")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/exports/new")).StatusCode);
    }

    [Fact]
    public async Task A_coordinator_comes_from_the_group_sees_how_much_it_will_be_and_downloads_what_was_made()
    {
        var browser = await site.AsAsync(coordinator);
        await browser.GetAsync($"/groups/manage/{group.Id}");
        await browser.GetAsync(browser.Page.QuerySelector("main a[href^='/exports/new']")!.GetAttribute("href")!);
        Assert.Equal(group.Id.ToString(), browser.Page.QuerySelector("#GroupId option[selected]")!.GetAttribute("value"));
        Assert.Contains("1", browser.Page.QuerySelector("#would-be strong")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("#AssessorId"));

        await browser.FollowAsync(await browser.SubmitAsync());
        Assert.Equal("every 3s", browser.Page.QuerySelector("#exports")!.GetAttribute("hx-trigger"));
        var exportId = await RunAsync();
        await browser.GetAsync("/exports");
        Assert.Null(browser.Page.QuerySelector("#exports")!.GetAttribute("hx-trigger"));
        var link = browser.Page.QuerySelector("#exports td a")!.GetAttribute("href")!;

        var whole = await browser.GetAsync(link);
        Assert.True(whole.Headers.CacheControl!.NoStore);
        Assert.Equal(("application/zip", "portfolios-2026-02-10-1.zip"), (whole.Content.Headers.ContentType!.MediaType, whole.Content.Headers.ContentDisposition!.FileName));
        var bytes = await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using (var archive = new ZipArchive(new MemoryStream(bytes)))
        {
            Assert.Equal(3, archive.Entries.Count);
        }

        using var rest = new HttpRequestMessage(HttpMethod.Get, link);
        rest.Headers.Range = new RangeHeaderValue(10, null);
        rest.Headers.IfRange = new RangeConditionHeaderValue(whole.Headers.ETag!);
        var part = await browser.SendAsync(rest);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        var summary = await (await browser.GetAsync($"/exports?handler=summary&exportId={exportId}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), summary, StringComparison.Ordinal);

        await browser.GetAsync("/exports");
        await browser.FollowAsync(await browser.SubmitAsync());
        Assert.Empty(browser.Page.QuerySelectorAll("#exports section"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Another_persons_export_is_not_there()
    {
        var browser = await site.AsAsync(coordinator);
        await browser.GetAsync("/exports/new");
        await browser.SubmitAsync();
        var exportId = await RunAsync();
        var other = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/exports?handler=part&exportId={exportId}&number=1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/exports?handler=summary&exportId={exportId}")).StatusCode);
        await other.GetAsync("/exports");
        Assert.Empty(other.Page.QuerySelectorAll("#exports section"));
    }

    [Fact]
    public async Task A_moderator_comes_from_moderation_and_may_narrow_by_assessor()
    {
        var moderator = await site.Data.PersonAsync(Role.Moderator);
        var browser = await site.AsAsync(moderator);
        await browser.GetAsync("/moderation");
        Assert.NotNull(browser.Page.QuerySelector("main a[href='/exports/new']"));

        await browser.GetAsync($"/exports/new?assessorId={moderator.Id}&year=99999");

        Assert.Equal(moderator.Id.ToString(), browser.Page.QuerySelector("#AssessorId option[selected]")!.GetAttribute("value"));
        Assert.NotNull(browser.Page.QuerySelector("#would-be .empty"));
    }

    private async Task<Guid> RunAsync()
    {
        var exportId = await site.App.LookAsync(db => db.PortfolioExports.Select(e => e.Id).SingleAsync());
        Assert.True((await site.App.SendAsSystem(new RunExportCommand(exportId))).IsOk);
        return exportId;
    }
}
