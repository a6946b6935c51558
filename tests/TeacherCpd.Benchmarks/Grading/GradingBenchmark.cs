using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TeacherCpd.Benchmarks.Originality;
using TeacherCpd.Benchmarks.Pages;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Benchmarks.Grading;

/// <summary>The screen that assessors live in, for a long portfolio: 10,000 words, of which 50 passages were found elsewhere.</summary>
internal static class GradingBenchmark
{
    private const int Words = 10_000;
    private const int Matches = 50;
    private const int MatchLength = 400;
    private const int Requests = 100;
    private const int Openings = 20;
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        var sheetId = Guid.Empty;
        await using var site = await RunningSite.StartAsync(async services => sheetId = await MakeLongAsync(services.GetRequiredService<AppDbContext>()));
        using var assessor = await Visitor.ComeAsync(site.Address, DemoAccounts.Assessor);
        var page = $"/assessment/{sheetId}";
        for (var i = 0; i < Requests; i++)
        {
            await assessor.GetAsync(page);
        }

        var times = new List<double>(Requests);
        var before = site.Worked;
        var size = 0;
        for (var i = 0; i < Requests; i++)
        {
            var watch = Stopwatch.StartNew();
            var answer = await assessor.GetAsync(page);
            times.Add(watch.Elapsed.TotalMilliseconds);
            size = answer.Body.Length;
            if (answer.Status != System.Net.HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{page} answered {answer.Status}.");
            }
        }

        times.Sort();
        Console.WriteLine($"Grading screen, {Words} words, {Matches} matches, {Requests} requests, warm:");
        Console.WriteLine($"server: median {times[Requests / 2]:0.0} ms, p95 {times[Requests * 95 / 100]:0.0} ms, core {(site.Worked - before).TotalMilliseconds / Requests:0.0} ms, {size / 1024.0:0.0} KB over the wire");
        await OpenInChromiumAsync(site.Address, page);
    }

    // until the page can be used: everything is loaded, its scripts have run, and a frame was painted after that
    private static async Task OpenInChromiumAsync(Uri address, string page)
    {
        if (!File.Exists(Chromium))
        {
            Console.WriteLine($"Chromium: none at {Chromium}, not measured.");
            return;
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), ViewportSize = new() { Width = 1280, Height = 860 } });
        var window = await context.NewPageAsync();
        await window.GotoAsync("/sign-in");
        await window.FillAsync("[name='Input.Iin']", DemoAccounts.Assessor.Iin);
        await window.FillAsync("[name='Input.Password']", DemoAccounts.Password);
        await window.RunAndWaitForResponseAsync(() => window.PressAsync("[name='Input.Password']", "Enter"), r => r.Request.Method == "POST");
        await window.WaitForLoadStateAsync();
        var times = new List<double>(Openings);
        for (var i = 0; i < Openings; i++)
        {
            await window.GotoAsync("about:blank");
            await window.GotoAsync(page);
            times.Add(await window.EvaluateAsync<double>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"));
        }

        var marks = await window.Locator("mark").CountAsync();
        var first = times[0];
        times.Sort();
        Console.WriteLine($"Chromium, {Openings} openings, {marks} marked passages: first {first:0} ms, median {times[Openings / 2]:0} ms, p95 {times[Openings * 95 / 100]:0} ms");
    }

    private static async Task<Guid> MakeLongAsync(AppDbContext db)
    {
        var iin = DemoAccounts.Assessor.Iin;
        var sheet = await db.RubricSheets
            .Where(s => s.SignedAt == null && s.ReturnedAt == null && s.Role == SheetRole.First && db.Persons.Any(p => p.Id == s.AuthorId && p.Iin == iin))
            .Select(s => new { s.Id, s.PortfolioVersionId })
            .FirstAsync();
        var version = await db.PortfolioVersions.Include(v => v.Materials).SingleAsync(v => v.Id == sheet.PortfolioVersionId);
        var materialId = version.Materials.Where(m => m.Kind == MaterialKind.Report).OrderBy(m => m.Part).First().Id;
        var text = new MadeUpText().New(1, Words);
        await db.PortfolioTexts.Where(t => t.MaterialId == materialId).ExecuteUpdateAsync(t => t.SetProperty(x => x.Text, text));
        var check = await db.OriginalityChecks.SingleOrDefaultAsync(c => c.VersionId == version.Id && c.MaterialId == materialId && c.Round == CheckRound.HandedIn);
        if (check is null)
        {
            check = new OriginalityCheck
            {
                VersionId = version.Id,
                MaterialId = materialId,
                Stage = AssessmentStage.Summative,
                QueuedAt = version.HandedInAt,
            };
            check.Finish(new CheckFindings(200, 150, 50, Words, 0, [], [], []), version.HandedInAt, version.HandedInAt);
            db.OriginalityChecks.Add(check);
        }

        await db.Set<OriginalityPassage>().Where(p => p.CheckId == check.Id).ExecuteDeleteAsync();
        db.Set<OriginalityPassage>().AddRange(Enumerable.Range(0, Matches).Select(i => new OriginalityPassage
        {
            CheckId = check.Id,
            SourceMaterialId = materialId,
            Start = i * (text.Length / Matches),
            Length = MatchLength,
            SourceLength = MatchLength,
            Words = 40,
        }));
        await db.SaveChangesAsync();
        return sheet.Id;
    }
}
