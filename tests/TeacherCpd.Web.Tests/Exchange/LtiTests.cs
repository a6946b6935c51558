using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Exchange;

/// <summary>Courses of an outside tool, opened by LTI 1.3 with grades coming back. The tool is a library that is not ours; it talks to a site of its own on the same data.</summary>
public sealed class LtiTests : IAsyncLifetime
{
    private readonly Uri address = SiteProcess.FreeAddress();
    private OutsideTool tool = null!;
    private Site site = null!;
    private SiteProcess running = null!;
    private Person teacher = null!;
    private Guid toolId;
    private Guid courseId;

    public async ValueTask InitializeAsync()
    {
        tool = await OutsideTool.StartAsync();
        Dictionary<string, string?> settings = new() { ["Site:PublicUrl"] = address.GetLeftPart(UriPartial.Authority), ["Exchange:AllowPrivateReceivers"] = "true" };
        site = await Site.StartAsync(settings: settings);
        site.App.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var developer = await site.AsAsync(await site.Data.PersonAsync(Role.ProgrammeDeveloper));
        teacher = await site.Data.PersonAsync(Role.Teacher);
        await site.Data.ChangeAsync(db => db.Persons.Where(p => p.Id == teacher.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, "aigul@example.kz")));

        await developer.GetAsync("/outside-courses/tools");
        var empty = await developer.SubmitAsync(new() { ["Input.Name"] = "Тексеру құралы" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal("Тексеру құралы", developer.Page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        await developer.FollowAsync(await developer.SubmitAsync(new()
        {
            ["Input.LoginUrl"] = $"{tool.Address}/login",
            ["Input.LaunchUrl"] = $"{tool.Address}/launch",
            ["Input.KeySetUrl"] = $"{tool.Address}/keys",
            ["Input.IsToldNames"] = "true",
        }));
        await developer.GetAsync("/outside-courses/add");
        await developer.FollowAsync(await developer.SubmitAsync(new()
        {
            ["Input.TitleKk"] = "Цифрлық құралдар",
            ["Input.TitleRu"] = "Цифровые инструменты",
            ["Input.TitleEn"] = "Digital tools",
            ["Input.TargetUrl"] = $"{tool.Address}/courses/1",
            ["Input.Hours"] = "36",
        }));
        (toolId, var clientId) = await site.App.LookAsync(db => db.LtiTools.Select(t => new ValueTuple<Guid, string>(t.Id, t.ClientId)).SingleAsync());
        courseId = await site.App.LookAsync(db => db.LtiCourses.Select(c => c.Id).SingleAsync());
        running = await SiteProcess.StartAsync(site.App.Settings.Concat(settings).Append(new("Jobs:RunHere", "false")), address);
        var platform = $"{address.GetLeftPart(UriPartial.Authority)}";
        await tool.KnowAsync(platform, clientId, "1", $"{platform}/lti/authorize", $"{platform}/lti/token", $"{platform}/lti/keys");
    }

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        await site.DisposeAsync();
        await tool.DisposeAsync();
    }

    [Fact]
    public async Task A_course_is_opened_and_its_grade_comes_back_once()
    {
        var browser = await site.AsAsync(teacher);
        var (token, state, _) = await ComeAsync(browser);
        var (status, launched) = await tool.LaunchAsync(token, state);
        Assert.True(status == HttpStatusCode.OK, launched.ToJsonString());
        Assert.Equal(teacher.Id.ToString(), (string?)launched["user"]!["id"]);
        Assert.Equal(teacher.GivenName, (string?)launched["user"]!["givenName"]);
        Assert.DoesNotContain(teacher.Iin, launched.ToJsonString(), StringComparison.Ordinal);

        // the same message again is none
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.LaunchAsync(token, state)).Status);

        var session = (string)launched["session"]!;
        var at = site.App.Time.GetUtcNow().AddSeconds(-30);
        var reported = await tool.ScoreAsync(Score(session, 86, at));
        Assert.True(reported.Status == HttpStatusCode.OK, reported.Body.ToJsonString());
        await browser.GetAsync("/outside-courses");
        Assert.Contains("86", browser.Page.QuerySelector("main .chip")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // replayed, and overtaken: what stands stays
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.ScoreAsync(Score(session, 20, at))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.ScoreAsync(Score(session, 20, at.AddMinutes(-5)))).Status);
        Assert.Equal(86, await site.App.LookAsync(db => db.LtiScores.Select(s => s.Given).SingleAsync()));
        var results = (await tool.ResultsAsync(session)).Body.AsArray();
        Assert.Equal((teacher.Id.ToString(), 86), ((string?)results.Single()!["userId"], (int?)results.Single()!["resultScore"]));
        Assert.Equal(HttpStatusCode.OK, (await tool.ScoreAsync(Score(session, 91, at.AddSeconds(10)))).Status);
        Assert.Equal(91, await site.App.LookAsync(db => db.LtiScores.Select(s => s.Given).SingleAsync()));
    }

    [Fact]
    public async Task A_question_that_does_not_fit_what_the_person_did_is_told_nothing()
    {
        var browser = await site.AsAsync(teacher);
        var (_, _, question) = await ComeAsync(browser);

        // asked twice
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(question)).StatusCode);
        Assert.Null(browser.Page.QuerySelector("input[name=id_token]"));

        // by somebody else, at another address, too late, about another person
        var fresh = await LeaveAsync(browser);
        var other = await site.AsAsync(await site.Data.PersonAsync(Role.Teacher));
        Assert.Equal(HttpStatusCode.Conflict, (await other.GetAsync(fresh)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(fresh.Replace("%2Flaunch", "%2Fother", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(fresh.Replace("response_mode=form_post", "response_mode=query", StringComparison.Ordinal))).StatusCode);
        site.App.Time.Advance(LtiLaunch.Within + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(fresh)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync(fresh)).StatusCode);
    }

    [Fact]
    public async Task The_page_that_carries_the_message_may_lead_to_other_sites_and_no_other_page()
    {
        var browser = await site.AsAsync(teacher);
        var answer = await browser.GetAsync(await LeaveAsync(browser));

        Assert.Contains("form-action 'self' https:", Policy(answer), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal($"{tool.Address}/launch", browser.Page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.DoesNotContain("form-action 'self' https:", Policy(await browser.GetAsync("/outside-courses")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_opens_once_and_only_what_the_tool_may()
    {
        var assertion = await tool.AssertionAsync();
        using var client = new HttpClient { BaseAddress = address };

        var first = await TokenAsync(client, assertion);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(client, assertion)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(client, assertion[..^4] + "AAAA")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(client, "rubbish")).Status);
        Assert.Equal(LtiScopes.Result, (string?)first.Body["scope"]);

        // a token for results reports nothing, and none at all reads nothing
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(client, HttpMethod.Get, "results", (string)first.Body["access_token"]!)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(client, HttpMethod.Post, "scores", (string)first.Body["access_token"]!)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(client, HttpMethod.Get, "results", null)).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_reported_on_who_never_opened_the_course_and_nothing_for_a_closed_one()
    {
        var browser = await site.AsAsync(teacher);
        var (token, state, _) = await ComeAsync(browser);
        var session = (string)(await tool.LaunchAsync(token, state)).Body["session"]!;
        var stranger = await site.Data.PersonAsync(Role.Teacher);
        var at = site.App.Time.GetUtcNow().AddSeconds(-30);

        Assert.Equal(HttpStatusCode.BadRequest, (await tool.ScoreAsync(Score(session, 50, at, stranger.Id.ToString()))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.ScoreAsync(Score(session, -1, at))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.ScoreAsync(Score(session, 50, at.AddHours(1)))).Status);
        Assert.Equal(0, await site.App.LookAsync(db => db.LtiScores.CountAsync()));

        var developer = await site.Data.PersonAsync(Role.ProgrammeDeveloper);
        Assert.True((await site.App.SendAs(developer, new TurnLtiCommand(toolId, false))).IsOk);
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.ScoreAsync(Score(session, 50, at))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/outside-courses/{courseId}/open")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/outside-courses/tools")).StatusCode);
    }

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private Dictionary<string, object> Score(string session, double given, DateTimeOffset at, string? userId = null) => new()
    {
        ["session"] = session,
        ["userId"] = userId ?? teacher.Id.ToString(),
        ["scoreGiven"] = given,
        ["scoreMaximum"] = 100,
        ["activityProgress"] = "Completed",
        ["gradingProgress"] = "FullyGraded",
        ["timestamp"] = at.ToString("O"),
    };

    // out to the tool; gives the question with which it leads back
    private async Task<string> LeaveAsync(Browser browser)
    {
        var led = await browser.GetAsync($"/outside-courses/{courseId}/open");
        return (await tool.LoginAsync(led.Headers.Location!)).PathAndQuery;
    }

    private async Task<(string IdToken, string State, string Question)> ComeAsync(Browser browser)
    {
        var question = await LeaveAsync(browser);
        var answer = await browser.GetAsync(question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (browser.Page.QuerySelector("input[name=id_token]")!.GetAttribute("value")!, browser.Page.QuerySelector("input[name=state]")!.GetAttribute("value")!, question);
    }

    private async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string what, string? token)
    {
        using var request = new HttpRequestMessage(method, $"/lti/courses/{courseId}/line-item/{what}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/vnd.ims.lis.v1.score+json");
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> TokenAsync(HttpClient client, string assertion)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
            ["scope"] = LtiScopes.Result,
        });
        using var answer = await client.PostAsync(new Uri("/lti/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
