using Microsoft.Playwright;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// The Chromium of this machine. What it saw is kept under <c>artifacts/browser</c>: a picture a step, and a trace a
/// person (<c>https://trace.playwright.dev</c> or <c>playwright show-trace</c> plays it).
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program; null where there is none.</summary>
    public static string? Program { get; } = Environment.GetEnvironmentVariable("TEACHERCPD_TEST_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    /// <summary>The pages that came up in any window.</summary>
    public SeenPages Seen { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    /// <summary>Opens a window that shares nothing with the others; skips the test where there is no browser.</summary>
    /// <param name="site">The site.</param>
    /// <param name="name">Whose window: names its pictures.</param>
    /// <param name="record">Where pictures and trace go.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    public async Task<Window> OpenAsync(RunningSite site, string name, Record record, bool javaScript = true)
    {
        Assert.SkipUnless(browser is not null, "No Chromium: install it, or name it in TEACHERCPD_TEST_CHROMIUM.");
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            Locale = "kk-KZ",
            ViewportSize = new() { Width = 1280, Height = 860 },
            JavaScriptEnabled = javaScript,
        });
        context.SetDefaultTimeout(30_000);
        await context.Tracing.StartAsync(new() { Snapshots = true, Title = name });
        Seen.Know(site);
        return new Window(name, await context.NewPageAsync(), record, Seen);
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }
}
