using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Web.Tests.Common;

/// <summary>
/// Everybody of the demo data goes through the product by its links. Every page has to be met on the way: one that no
/// link leads to, or that asks the database too often, is told here, also when it is added later.
/// </summary>
public sealed partial class QueriesPerPageTests
{
    private const int MostQueries = 20;

    // records alike: a few of each tell what all of them would
    private const int EachPerPerson = 8;

    // what no link leads to: the mailbox of developers, the page of errors, which stands for another page, and what only mails lead to
    private static readonly string[] Unlinked = ["/dev/mailbox", "/error", "/mails/leave"];

    // what only sends on to another page or another system, what such a system leads back to, and what calendar programmes read by an address that is shown once
    private static readonly string[] WithoutContent =
        ["/Accounts/Language", "/Accounts/SignOut", "/Accounts/Outside", "/Accounts/OutsideBack", "/Exchange/Lti/Open", "/Exchange/Lti/Authorize", "/Groups/Calendar"];

    [Fact]
    public async Task Every_page_is_reached_and_asks_the_database_at_most_twenty_times()
    {
        var log = new VisitLog();
        await using var site = await Site.StartAsync("Development", log.Watch);
        await WalkAsync(site.Visitor());
        foreach (var account in DemoAccounts.All.Except(DemoAccounts.Commission.Skip(1)))
        {
            await WalkAsync(await site.AsAsync(account.Iin, DemoAccounts.Password));
        }

        var pages = log.Visits.GroupBy(v => v.Page)
            .Select(g => (Page: g.Key, Most: g.MaxBy(v => v.Commands.Count)!, Times: g.Count()))
            .OrderByDescending(p => p.Most.Commands.Count)
            .ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', pages.Select(p =>
            string.Create(CultureInfo.InvariantCulture, $"{p.Most.Commands.Count,3} queries  {p.Times,3} visits  {p.Page}  {p.Most.Path}"))));

        var known = site.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
            .OfType<string>()
            .Distinct();
        Assert.Empty(known.Except(pages.Select(p => p.Page)).Except(WithoutContent));
        Assert.All(pages, p => Assert.True(
            p.Most.Commands.Count <= MostQueries,
            $"{p.Page} asks {p.Most.Commands.Count} times:\n{string.Join("\n\n", p.Most.Commands)}"));

        // the same question for row after row
        Assert.Empty(log.Visits.Where(v => v.Commands.GroupBy(c => c).Any(c => c.Count() > 1)).Select(v => v.Page).Distinct());
    }

    private static async Task WalkAsync(Browser browser)
    {
        var seen = new HashSet<string>(["/", .. Unlinked]);
        var alike = new Dictionary<string, int>();
        var ahead = new Queue<string>(seen);
        while (ahead.TryDequeue(out var address))
        {
            var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answers {answer.StatusCode}.");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            foreach (var link in Links(browser.Page))
            {
                if (IsPage(link) && seen.Add(link) && Times(alike, Variable().Replace(link, "*")) <= EachPerPerson)
                {
                    ahead.Enqueue(link);
                }
            }
        }
    }

    // to the check of a filled sheet leads the button of its form
    private static IEnumerable<string> Links(IHtmlDocument page) =>
        page.QuerySelectorAll("nav.rail a[href], main a[href], header a.btn[href]")
            .Select(a => a.GetAttribute("href")!)
            .SelectMany(link => Sheet().IsMatch(link) ? [link, $"{link}/review"] : new[] { link });

    private static bool IsPage(string link) =>
        link.StartsWith('/') && !link.StartsWith("/language", StringComparison.Ordinal) && !link.StartsWith("/jobs", StringComparison.Ordinal)
        && !(link.StartsWith("/outside-courses/", StringComparison.Ordinal) && link.EndsWith("/open", StringComparison.Ordinal));

    private static int Times(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    [GeneratedRegex("^/assessment/[0-9a-f-]{36}$")]
    private static partial Regex Sheet();

    // ids, codes, filters and fragments
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=^/(programmes|verify)/)[^/?#]+|[?#].*$")]
    private static partial Regex Variable();
}
