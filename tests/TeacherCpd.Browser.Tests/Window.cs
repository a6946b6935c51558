using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Browser.Tests;

/// <summary>
/// A person in front of the product: opens pages, fills fields by the label that is read out, presses buttons by their
/// words. Labels and buttons are said by the key of their text. Each page that comes up is looked over, see
/// <see cref="LookOverAsync"/>.
/// </summary>
public sealed partial class Window : IAsyncDisposable
{
    private const float LongestJob = 60_000;

    private readonly Record record;
    private readonly SeenPages seen;
    private readonly List<string> faults = [];
    private (string Iin, string Password)? account;
    private IPage? other;

    internal Window(string name, IPage page, Record record, SeenPages seen)
    {
        Name = name;
        Page = page;
        this.record = record;
        this.seen = seen;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status", StringComparison.Ordinal)
                && !(LineMayBreak && message.Text.Contains("net::ERR_", StringComparison.Ordinal)))
            {
                faults.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
    }

    /// <summary>Whose window.</summary>
    public string Name { get; }

    // the members of a commission see the same pages
    private string Role => Name.Split('-')[0];

    /// <summary>Whether a request that finds no line is no fault of the page.</summary>
    public bool LineMayBreak { get; set; }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>A text of the product in Kazakh.</summary>
    public static string Text(string key, params object?[] args) => TextCatalogue.Get(Language.Kk, key, args);

    /// <summary>Path of the page.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Opens each page and keeps a picture of it, named by its address.</summary>
    public async Task VisitAsync(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            await GoAsync(path);
            await KeepAsync(string.Join('-', path.Split('?')[0].Split('/').Where(part => part.Length is > 0 and < 36)));
        }
    }

    /// <summary>Opens a page.</summary>
    public async Task<Window> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{Name}: {path} answered {answer.Status}.");
        await LookOverAsync();
        return account is { } mine && Path.StartsWith("/sign-in?", StringComparison.Ordinal) ? await FillInAsync(mine) : this;
    }

    /// <summary>Signs in; and again whenever the session is over.</summary>
    public async Task<Window> SignInAsync(string iin, string password)
    {
        account = null;
        await GoAsync("/sign-in");
        account = (iin, password);
        return await FillInAsync((iin, password));
    }

    /// <summary>Signs in with these once the session is over.</summary>
    public void Remember(string iin, string password) => account = (iin, password);

    private async Task<Window> FillInAsync((string Iin, string Password) mine)
    {
        var (iin, password) = mine;
        await FillAsync("accounts.iin", iin);
        await FillAsync("accounts.password", password);
        return await PressAsync("sign_in.submit");
    }

    /// <summary>Types into a field.</summary>
    public Task FillAsync(string label, string value) => Field(label).FillAsync(value);

    /// <summary>Chooses an option by what it says.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        var value = await Field(label).Locator("option").Filter(new() { HasText = option }).First.GetAttributeAsync("value");
        await Field(label).SelectOptionAsync(value!);
    }

    /// <summary>Presses the button, or follows the link, that says so; the first of several.</summary>
    public async Task<Window> PressAsync(string key, params object?[] args)
    {
        var text = new Regex("^\\s*" + Regex.Escape(Text(key, args)));
        var control = Page.Locator("main").GetByRole(AriaRole.Button, new() { NameRegex = text })
            .Or(Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = text })).First;
        return await ClickAsync(control);
    }

    /// <summary>Follows the link that says this.</summary>
    public Task<Window> FollowAsync(string words) => ClickAsync(Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = words }).First);

    /// <summary>Sees a text of the product in the main part of the page.</summary>
    public Task SeesAsync(string key, params object?[] args) => SeesWordsAsync(Text(key, args));

    /// <summary>Sees words in the main part of the page.</summary>
    public Task SeesWordsAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words);

    /// <summary>Sees a text of the product go, within the time that a job takes.</summary>
    public Task SeesNoMoreAsync(string key) =>
        Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(Text(key), new() { Timeout = LongestJob });

    /// <summary>Fetches a file that a link leads to.</summary>
    public async Task<byte[]> FetchAsync(string path)
    {
        var answer = await Page.Context.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{Name}: {path} answered {answer.Status}.");
        seen.IsFirst(Role, Kind(path));
        return await answer.BodyAsync();
    }

    /// <summary>Keeps a picture.</summary>
    public async Task KeepAsync(string name) =>
        await Page.ScreenshotAsync(new() { Path = record.NextPicture($"{Name}-{name}"), FullPage = true });

    /// <summary>
    /// Looks the page over: its heading, no fault in its scripts. The first of each kind of page is also looked at on a
    /// phone, searched by axe, and read in Russian and English in a tab beside this one.
    /// </summary>
    public async Task<Window> LookOverAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await Page.LookOverAsync(Language.Kk);
        if (seen.IsFirst(Role, Kind(new Uri(Page.Url).AbsolutePath)))
        {
            await Page.FitsAsync();
            await Page.SearchAsync();
            foreach (var language in new[] { Language.Ru, Language.En })
            {
                await ReadInAsync(language);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        return this;
    }

    // the same person with the same session in another language; a context of its own, so that scripts of the first page stay in theirs
    private async Task ReadInAsync(Language language)
    {
        other ??= await (await Page.Context.Browser!.NewContextAsync(new() { BaseURL = Page.Url })).NewPageAsync();
        await other.Context.ClearCookiesAsync();
        await other.Context.AddCookiesAsync((await Page.Context.CookiesAsync())
            .Where(c => c.Name != "lang")
            .Append(new BrowserContextCookiesResult { Name = "lang", Value = Look.TagOf(language), Domain = new Uri(Page.Url).Host, Path = "/" })
            .Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        var answer = await other.GotoAsync(Page.Url, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        Assert.True(answer!.Ok, $"{Name}: {Path} answered {answer.Status} in {language}.");
        await other.LookOverAsync(language);
        await other.FitsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.Tracing.StopAsync(new() { Path = System.IO.Path.Combine(record.Folder, $"{Name}.zip") });
        await Page.Context.DisposeAsync();
        await (other?.Context.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static string Kind(string path) => Ids().Replace(path, "{id}");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    private ILocator Field(string label) => Page.Locator("main").GetByLabel(Text(label), new() { Exact = true });

    // a click that sends a form or follows a link: the next page is there when this ends
    private async Task<Window> ClickAsync(ILocator control)
    {
        await Page.EvaluateAsync("window.__old = true");
        await control.ClickAsync();
        await Page.WaitForFunctionAsync("() => !window.__old && document.readyState !== 'loading'");
        return await LookOverAsync();
    }
}
