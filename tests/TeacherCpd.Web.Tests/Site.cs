using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests;

/// <summary>
/// The site on a database of its own, without job server: jobs wait in <c>App.Jobs</c>. The builders and the clock are
/// those of <see cref="App"/>, which looks at the same database.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    private readonly Func<WebApplicationFactory<Program>> host;
    private WebApplicationFactory<Program> factory;

    // dozens of sites in one process would use up the watchers that the system gives a user
    static Site() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    private Site(TestApp app, Func<WebApplicationFactory<Program>> host)
    {
        App = app;
        this.host = host;
        factory = host();
    }

    /// <summary>The same database past the pages.</summary>
    public TestApp App { get; }

    /// <summary>Builders.</summary>
    public TestData Data => App.Data;

    /// <summary>Services of the site.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Starts a site.</summary>
    /// <param name="environment">Environment; in Development the demo data are added at the start.</param>
    /// <param name="change">What a test registers beside the site's own services.</param>
    /// <param name="settings">Settings of the test.</param>
    public static async Task<Site> StartAsync(string environment = "Testing", Action<IServiceCollection>? change = null, Dictionary<string, string?>? settings = null)
    {
        var app = await TestApp.StartAsync();
#pragma warning disable CA2000 // the site disposes of it
        return new Site(app, () => new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(environment);
            foreach (var (key, value) in app.Settings.Concat(settings ?? []))
            {
                builder.UseSetting(key, value);
            }

            builder.UseSetting("Jobs:RunHere", "false");
            builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(app.Time);
                services.AddSingleton(app.Jobs);
                services.AddScoped<IBackgroundJobs, CollectedJobs>();
                change?.Invoke(services);
            });
        }));
#pragma warning restore CA2000
    }

    /// <summary>Stops the site and starts another on the same data. Browsers of before are gone with it; their cookies serve on.</summary>
    public async Task RestartAsync()
    {
        await factory.DisposeAsync();
        factory = host();
    }

    /// <summary>A browser with the cookies of one that was opened before a restart.</summary>
    public Browser Reopened(Browser old) => new(factory.CreateDefaultClient(new Uri("https://localhost"), old.Cookies), old.Cookies);

    /// <summary>A program: no cookies, no page.</summary>
    public HttpClient Client() => factory.CreateDefaultClient(new Uri("https://localhost"));

    /// <summary>A browser of a visitor.</summary>
    public Browser Visitor()
    {
#pragma warning disable CA2000 // goes with its browser
        var cookies = new CookieContainerHandler();
#pragma warning restore CA2000
        return new(factory.CreateDefaultClient(new Uri("https://localhost"), cookies), cookies);
    }

    /// <summary>A browser in which a person is signed in.</summary>
    public Task<Browser> AsAsync(Person person) => AsAsync(person.Iin, TestData.Password);

    /// <summary>A browser in which the person with a number is signed in.</summary>
    public async Task<Browser> AsAsync(string iin, string password)
    {
        var browser = Visitor();
        await browser.GetAsync("/sign-in");
        var answer = await browser.SubmitAsync(new() { ["Input.Iin"] = iin, ["Input.Password"] = password });
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await App.DisposeAsync();
    }
}

/// <summary>What a person with a browser does: opens pages and submits the form that is there. Redirects are not followed by themselves.</summary>
public sealed class Browser(HttpClient client, CookieContainerHandler cookies)
{
    private static readonly HtmlParser Parser = new();

    /// <summary>A handler with the cookies of this browser.</summary>
    public CookieContainerHandler Cookies => new(cookies);

    /// <summary>The page last shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Address of the page last shown.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>Opens a page.</summary>
    public Task<HttpResponseMessage> GetAsync(string path)
    {
        Path = path;
        return ShowAsync(client.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>
    /// Submits a form of the page: its own values (hidden ones too), then <paramref name="fields"/> over them.
    /// </summary>
    /// <param name="fields">Names and values.</param>
    /// <param name="form">CSS selector of the form; the first that posts inside main when left out.</param>
    /// <param name="file">A file field: name, file name, content.</param>
    /// <param name="handler">Handler that a button or the script of the page names; null: that of the form.</param>
    public Task<HttpResponseMessage> SubmitAsync(
        Dictionary<string, string>? fields = null,
        string form = "main form[method=post]",
        (string Field, string FileName, byte[] Content)? file = null,
        string? handler = null)
    {
        var element = Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{form}' on {Path}: {Page.Title}.");
        var values = new Dictionary<string, string>();
        foreach (var control in element.Elements)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    values[input.Name] = input.Value;
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    values[select.Name] = select.Value ?? "";
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    values[area.Name] = area.Value;
                    break;
            }
        }

        foreach (var (name, value) in fields ?? [])
        {
            values[name] = value;
        }

        var action = element.GetAttribute("action");
        var target = handler is not null ? $"{Path}?handler={handler}" : string.IsNullOrEmpty(action) ? Path : action;
        if (file is not { } sent)
        {
            return PostAsync(target, new FormUrlEncodedContent(values));
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(sent.Content), sent.Field, sent.FileName);
        return PostAsync(target, content);
    }

    /// <summary>Posts as no form of ours would.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content)
    {
        Path = path;
        return ShowAsync(client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>Sends what a script of the page would.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>Opens the page that the last answer redirects to.</summary>
    public Task<HttpResponseMessage> FollowAsync(HttpResponseMessage redirect) =>
        GetAsync(redirect.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : throw new InvalidOperationException($"No redirect: {redirect.StatusCode} {Page.Title}"));

    private async Task<HttpResponseMessage> ShowAsync(Task<HttpResponseMessage> sending)
    {
        var answer = await sending;
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Page = await Parser.ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
        }

        return answer;
    }
}

/// <summary>Keeps cookies, as a browser does.</summary>
public sealed class CookieContainerHandler : DelegatingHandler
{
    private readonly CookieContainer cookies;

    /// <summary>No cookies yet.</summary>
    public CookieContainerHandler() => cookies = new CookieContainer();

    /// <summary>Those of another.</summary>
    public CookieContainerHandler(CookieContainerHandler other) => cookies = other.cookies;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                cookies.SetCookies(request.RequestUri!, cookie);
            }
        }

        return answer;
    }
}
