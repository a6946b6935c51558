using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Audit;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Testing;

namespace TeacherCpd.Browser.Tests;

/// <summary>A report over a line that is slow and is cut, sent by the script of the page in a real browser.</summary>
[Collection(Journeys.Name)]
public sealed class UploadTests(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
{
    private const int PieceBytes = 512 * 1024;
    private const int Megabyte = 1024 * 1024;

    // cookies, headers and pages on the way of one upload
    private const int AllElse = 200 * 1024;

    private readonly Record record = new("uploads");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_arrives_whole_over_a_line_that_is_cut_three_times()
    {
        var content = Documents.Docx(4 * Megabyte, Reports.First);
        await using var line = new SlowLine(site.Address, 2 * Megabyte);
        var (enrolmentId, window) = await OpenAsync("cut", line);
        await using var teacher = window;
        var before = line.Sent;

        await ChooseAsync(teacher, "esep.docx", content);
        foreach (var at in new[] { 0.7, 1.9, 3.1 })
        {
            await line.SentAsync(before + (long)(at * Megabyte), Ct);
            line.Cut();
            await teacher.SeesAsync("portfolio.upload.lost");
            line.Mend();
        }

        await teacher.SeesAsync("portfolio.upload.received");
        var sent = line.Sent - before;
        await teacher.KeepAsync("received");
        await teacher.PressAsync("portfolio.upload.submit");

        await teacher.SeesWordsAsync("esep.docx");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), await HashOfNewestAsync(enrolmentId));

        // no byte twice but those of the piece that was cut
        Assert.InRange(sent, content.Length, content.Length + (3 * PieceBytes) + AllElse);
        Assert.True(line.Sent - before - sent < AllElse, "The form sent the file once more.");
    }

    [Fact]
    public async Task After_the_browser_was_closed_the_same_file_goes_on_and_another_of_its_name_and_size_does_not()
    {
        var content = Documents.Docx(3 * Megabyte, Reports.Second);
        var other = content.ToArray();
        other[^1] ^= 1;
        await using var line = new SlowLine(site.Address, 2 * Megabyte);
        var (enrolmentId, window) = await OpenAsync("closed", line);
        await using var teacher = window;
        var before = line.Sent;
        await ChooseAsync(teacher, "esep.docx", content);
        await line.SentAsync(before + (2 * Megabyte), Ct);

        // cut first: on a busy machine the rest could arrive before the browser is closed
        line.Cut();
        await teacher.Page.GotoAsync("about:blank");
        line.Mend();
        await teacher.GoAsync($"{line.Address}my/portfolio/{enrolmentId}");
        await teacher.SeesAsync("portfolio.upload.unfinished");
        before = line.Sent;
        await ChooseAsync(teacher, "esep.docx", other);
        await teacher.SeesAsync("portfolio.upload.received");
        var anew = line.Sent - before;
        before = line.Sent;
        await ChooseAsync(teacher, "esep.docx", content);
        await teacher.SeesAsync("portfolio.upload.received");
        await teacher.PressAsync("portfolio.upload.submit");

        await teacher.SeesWordsAsync("esep.docx");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), await HashOfNewestAsync(enrolmentId));
        Assert.InRange(anew, content.Length, content.Length + AllElse);
        Assert.InRange(line.Sent - before, 1, content.Length - (2 * Megabyte) + PieceBytes + AllElse);
    }

    [Fact]
    public async Task Handing_in_waits_for_the_file_and_a_pause_keeps_what_was_sent()
    {
        var content = Documents.Docx(3 * Megabyte, Reports.First);
        await using var line = new SlowLine(site.Address, 2 * Megabyte);
        var (enrolmentId, window) = await OpenAsync("pause", line);
        await using var teacher = window;
        var before = line.Sent;
        await ChooseAsync(teacher, "esep.docx", content);
        await line.SentAsync(before + Megabyte, Ct);

        await teacher.Page.GetByRole(AriaRole.Button, new() { Name = Window.Text("portfolio.upload.pause") }).ClickAsync();
        await teacher.SeesAsync("portfolio.upload.paused");
        await teacher.LookOverAsync();
        await teacher.PressAsync("portfolio.upload.submit");

        await teacher.SeesWordsAsync("esep.docx");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), await HashOfNewestAsync(enrolmentId));
        Assert.InRange(line.Sent - before, content.Length, content.Length + PieceBytes + AllElse);
    }

    private static Task ChooseAsync(Window teacher, string name, byte[] content) =>
        teacher.Page.GetByLabel(Window.Text("portfolio.hand_in.file"), new() { Exact = true })
            .SetInputFilesAsync(new[] { new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content } });

    // a teacher of the demo data from whom a report is due and who has not signed in yet: each time another one
    private async Task<(Guid EnrolmentId, Window Window)> OpenAsync(string name, SlowLine line)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var due = await (
            from enrolment in db.Enrolments
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            where enrolment.Status == EnrolmentStatus.Accepted && studyGroup.Status == GroupStatus.Studying
                && !db.Set<Account>().Any(a => a.PersonId == person.Id)
                && !db.Portfolios.Any(p => p.EnrolmentId == enrolment.Id && p.Status != PortfolioStatus.Draft)
            orderby person.Iin
            select new { enrolment.Id, enrolment.PersonId, person.Iin }).FirstAsync(Ct);
        scope.ServiceProvider.GetRequiredService<IAccounts>().Open(due.PersonId, due.Iin, DemoAccounts.Password);
        await scope.ServiceProvider.GetRequiredService<AuditTrail>().SaveAsync(nameof(UploadTests), Ct);
        var window = await chromium.OpenAsync(site, name, record);
        window.LineMayBreak = true;
        await window.GoAsync($"{line.Address}sign-in");
        await window.FillAsync("accounts.iin", due.Iin.ToString());
        await window.FillAsync("accounts.password", DemoAccounts.Password);
        await window.PressAsync("sign_in.submit");
        await window.GoAsync($"{line.Address}my/portfolio/{due.Id}");
        return (due.Id, window);
    }

    private Task<string> HashOfNewestAsync(Guid enrolmentId) => site.LookAsync(db => db.Portfolios
        .Where(p => p.EnrolmentId == enrolmentId)
        .SelectMany(p => p.Materials)
        .OrderByDescending(m => m.ReceivedAt)
        .Select(m => m.Sha256)
        .FirstAsync(Ct));
}
