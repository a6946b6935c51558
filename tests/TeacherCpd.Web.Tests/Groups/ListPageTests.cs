using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Groups;

/// <summary>A coordinator sends a list, looks at it, confirms it, and takes away what failed.</summary>
public sealed class ListPageTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Document = new() { ["Input.DocumentNumber"] = "17-3", ["Input.DocumentDate"] = "2026-02-05" };

    private Site site = null!;
    private Browser browser = null!;
    private StudyGroup group = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        group = await site.Data.OpenGroupAsync();
        browser = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_list_is_looked_at_confirmed_once_and_what_failed_is_given_back()
    {
        var (one, two) = (await site.Data.PersonAsync(Role.Teacher), await site.Data.PersonAsync(Role.Teacher));
        await browser.GetAsync($"/groups/manage/{group.Id}");
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/groups/manage/{group.Id}/list']"));

        await browser.FollowAsync(await SendAsync($"ЖСН;Тегі\r\n{one.Iin};{one.FamilyName}\r\n=1+1;@Ару\r\n{two.Iin};{two.FamilyName}\r\n{two.Iin};{two.FamilyName}\r\n"));
        Assert.Equal(["ok", "bad", "ok", "bad"], browser.Page.QuerySelectorAll("main table .chip").Select(c => c.ClassList[1]));
        Assert.Contains(one.FullName, browser.Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());

        // without its document nothing happens, and the page says so at the field
        var refused = await browser.SubmitAsync(form: "#import");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(browser.Page.QuerySelector("#Input_DocumentNumber_error"));
        Assert.Equal(0, await CountAsync());

        var path = browser.Page.QuerySelector("#import")!.GetAttribute("action")!.Split('?')[0];
        await browser.GetAsync(path);
        var first = await browser.SubmitAsync(Document, "#import");
        var second = await browser.SubmitAsync(Document, "#import");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, await CountAsync());
        await browser.FollowAsync(second);
        Assert.Equal(["№ 17-3, 05.02.2026", "2", "0", "2"], browser.Page.QuerySelectorAll("#outcome dd").Select(d => d.TextContent));

        var file = await browser.GetAsync(browser.Page.QuerySelector("#outcome a")!.GetAttribute("href")!);
        var text = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(text.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var lines = Encoding.UTF8.GetString(text)[1..].Split("\r\n");
        Assert.StartsWith("ЖСН;Тегі;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("'=1+1;'@Ару;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith($"{two.Iin[..6]} {two.Iin[6..]};{two.FamilyName};", lines[2], StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_file_of_faults_is_corrected_and_sent_again()
    {
        var person = await site.Data.PersonAsync(Role.Teacher);
        await browser.FollowAsync(await SendAsync($"ИИН;ФИО\r\n{person.Iin};Басқа Біреу\r\n"));
        Assert.Null(browser.Page.QuerySelector("#import"));
        var file = await browser.GetAsync(browser.Page.QuerySelector("#preview a[href$=Faults]")!.GetAttribute("href")!);
        var corrected = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("Басқа Біреу", person.FullName, StringComparison.Ordinal);

        await browser.FollowAsync(await SendAsync(corrected));

        Assert.Equal(["ok"], browser.Page.QuerySelectorAll("main table .chip").Select(c => c.ClassList[1]));
    }

    [Fact]
    public async Task The_sample_is_taken_as_it_is()
    {
        await browser.GetAsync($"/groups/manage/{group.Id}/list");
        var sample = await browser.GetAsync(browser.Page.QuerySelector("#send a")!.GetAttribute("href")!);

        await browser.FollowAsync(await SendAsync(await sample.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        Assert.Single(browser.Page.QuerySelectorAll("main table tbody tr"));
        Assert.Null(browser.Page.QuerySelector("#preview .hint"));
    }

    [Fact]
    public async Task What_is_no_list_is_refused_at_the_field()
    {
        var workbook = Workbooks.Of([["ЖСН"], [850315400014L]]);
        var many = $"ЖСН\n{string.Join('\n', Enumerable.Repeat("850315400014", 100_000))}";

        foreach (var (name, content, word) in new[]
        {
            ("тізім.xlsm", Workbooks.With(workbook, "xl/vbaProject.bin", [1, 2, 3]), "макрос"),
            ("сурет.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1], "CSV"),
            ("тізім.csv", Encoding.UTF8.GetBytes(many), "5"),
            ("тізім.csv", Encoding.UTF8.GetBytes("Тегі;Аты\nОмарова;Ару"), "ЖСН"),
            ("тізім.csv", new byte[(10 * 1024 * 1024) + 1], "10"),
        })
        {
            var answer = await SendAsync(name, content);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(word, browser.Page.QuerySelector("#Input_File_error")!.TextContent, StringComparison.Ordinal);
        }

        await browser.GetAsync($"/groups/manage/{group.Id}/list");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(form: "#send")).StatusCode);
        Assert.Equal(0, await site.App.LookAsync(db => db.EnrolmentLists.CountAsync()));
    }

    [Fact]
    public async Task A_list_is_thrown_away()
    {
        await browser.FollowAsync(await SendAsync("ЖСН\n1"));

        await browser.FollowAsync(await browser.SubmitAsync(form: "#discard"));

        Assert.NotNull(browser.Page.QuerySelector(".notice"));
        Assert.Equal(0, await site.App.LookAsync(db => db.EnrolmentListRows.CountAsync()));
    }

    [Fact]
    public async Task Others_see_nothing_of_it()
    {
        await browser.FollowAsync(await SendAsync("ЖСН\n1"));
        var path = browser.Path;

        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.AsAsync(await site.Data.PersonAsync(Role.Trainer))).GetAsync(path)).StatusCode);
        var colleague = await site.AsAsync(await site.Data.PersonAsync(Role.Coordinator));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.GetAsync($"{path}?handler=Faults")).StatusCode);
        var foreign = await site.Data.OpenGroupAsync(inOtherBranch: true);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/groups/manage/{foreign.Id}/list")).StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string text) => SendAsync("тізім.csv", Encoding.UTF8.GetBytes(text));

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] content)
    {
        await browser.GetAsync($"/groups/manage/{group.Id}/list");
        return await browser.SubmitAsync(form: "#send", file: ("Input.File", name, content));
    }

    private Task<int> CountAsync() => site.App.LookAsync(db => db.Enrolments.CountAsync(e => e.GroupId == group.Id));
}
