using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Testing;

namespace TeacherCpd.Web.Tests.Exchange;

/// <summary>The interface for programs. Every answer of these tests is held against its description, by libraries that are not ours.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private static readonly ApiScope[] All = Enum.GetValues<ApiScope>();

    private readonly List<JsonObject> answers = [];
    private Site site = null!;
    private Person administrator = null!;
    private Person teacher = null!;
    private JsonNode document = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync(change: services => services.AddSingleton(new WebhookRules(AllowPrivate: true)));
        administrator = await site.Data.PersonAsync(Role.Administrator);
        teacher = await site.Data.PersonAsync(Role.Teacher);
        document = JsonNode.Parse(await site.Client().GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        var verdict = await NodeScript.AskAsync(
            Path.Combine("TeacherCpd.Web.Tests", "Exchange", "check-openapi.mjs"),
            new JsonObject { ["document"] = document.DeepClone(), ["answers"] = new JsonArray([.. answers]) },
            CancellationToken.None);
        await site.DisposeAsync();
        Assert.True((bool)verdict["isValid"]!, verdict["faults"]?.ToJsonString());
        Assert.Empty(verdict["answers"]!.AsArray().Select(a => (string?)a));
    }

    [Fact]
    public async Task The_description_stands_in_the_documents()
    {
        var written = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "docs", "openapi.json"), TestContext.Current.CancellationToken));

        Assert.True(JsonNode.DeepEquals(written, document), "docs/openapi.json is not what /api/v1/openapi.json says; copy that over it.");
    }

    [Fact]
    public async Task Each_operation_does_what_the_description_says()
    {
        var world = await site.Data.WorldAsync();
        await site.Data.CertificateAsync(teacher);
        var token = await TokenAsync(administrator, All);

        Assert.Equal(administrator.Iin, (string?)(await OkAsync("get", "/me", token))["iin"]);
        var people = (await OkAsync("get", "/people", token, query: "?limit=500"))["items"]!.AsArray();
        var own = people.Single(p => (string?)p!["iin"] == teacher.Iin)!;
        Assert.Single(own["certificates"]!.AsArray());
        var id = (string)own["id"]!;
        Assert.True(JsonNode.DeepEquals(own, await OkAsync("get", "/people/{id}", token, id: id)));
        Assert.True(JsonNode.DeepEquals(own, await OkAsync("post", "/people/find", token, body: new { teacher.Iin })));
        Assert.Contains((await OkAsync("get", "/organisations", token))["items"]!.AsArray(), o => (string?)o!["code"] == "S1");

        var import = (string)(await OkAsync("post", "/imports", token, query: Import(world), text: "ИИН;Код организации;Должность\n" + $"{TestData.NewIin(901)};S1;учитель\n", key: "1", status: 201))["id"]!;
        await site.App.SendAsSystem(new RunRegisterImportCommand(Guid.Parse(import)));
        var compared = await OkAsync("get", "/imports/{id}", token, id: import);
        Assert.Equal("Compared", (string?)compared["status"]);
        await OkAsync("get", "/imports/{id}/differences", token, id: import, query: "?finding=Fault");
        await NothingAsync("post", "/imports/{id}/confirmation", token, "2", 202, import, new { Follow = new[] { nameof(RegisterFinding.OnlyHere) } });
        await site.App.SendAsSystem(new RunRegisterImportCommand(Guid.Parse(import)));
        await NothingAsync("post", "/imports/{id}/undoing", token, "3", 202, import);
        await site.App.SendAsSystem(new RunRegisterImportCommand(Guid.Parse(import)));
        var other = (string)(await OkAsync("post", "/imports", token, query: Import(world), text: $"ИИН;Код организации\n{TestData.NewIin(902)};S1\n", key: "4", status: 201))["id"]!;
        await NothingAsync("delete", "/imports/{id}", token, "5", 204, other);

        var export = (string)(await OkAsync("post", "/exports", token, body: new { PlaceId = world.Region.Id, OnlyChanges = false }, key: "6", status: 202))["id"]!;
        await ProblemAsync("get", "/exports/{id}/register.csv", token, 409, "register_export_not_there", id: export);
        await site.App.SendAsSystem(new RunRegisterExportCommand(Guid.Parse(export)));
        using (var rows = await SendAsync("get", "/exports/{id}/register.csv", token, id: export))
        {
            Assert.Contains(teacher.Iin, await rows.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        var webhook = await OkAsync("post", "/webhooks", token, body: new { Url = "http://127.0.0.1:9/told", PlaceId = world.Region.Id, Events = new[] { "certificate.issued" } }, key: "7", status: 201);
        Assert.StartsWith("whsec_", (string?)webhook["key"], StringComparison.Ordinal);
        var hook = (string)webhook["id"]!;
        Assert.Single((await OkAsync("get", "/webhooks", token))["items"]!.AsArray());
        var message = (await OkAsync("get", "/webhooks/{id}/deliveries", token, id: hook))["items"]!.AsArray().Single()!;
        await ProblemAsync("post", "/webhooks/{id}/deliveries/{delivery}/replay", token, 409, "webhook_not_active", id: hook, delivery: (string)message["id"]!, key: "8");
        await site.Data.ChangeAsync(async db => (await db.Webhooks.SingleAsync()).Move(WebhookStatus.Active));
        await site.Data.ChangeAsync(async db => (await db.WebhookDeliveries.SingleAsync()).GiveUp(site.App.Time.GetUtcNow().UtcDateTime));
        await NothingAsync("post", "/webhooks/{id}/deliveries/{delivery}/replay", token, "8", 202, hook, delivery: (string)message["id"]!);
        await NothingAsync("delete", "/webhooks/{id}", token, "9", 204, hook);

        // none is left out
        var described = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key} {p.Key}"));
        Assert.Equal(described.Order(StringComparer.Ordinal), answers.Select(a => $"{a["method"]} {a["path"]}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_token_that_works_nobody_is_let_in_and_cookies_do_not_count()
    {
        var revoked = await site.App.SendAs(teacher, new MakeApiTokenCommand(Guid.CreateVersion7(), "Күнделік", [ApiScope.OwnRecord], 1));
        await site.App.SendAs(teacher, new RevokeApiTokenCommand(revoked.Value.Id));
        var signedIn = await site.AsAsync(teacher);

        await ProblemAsync("get", "/me", null, 401, "api_token_not_valid");
        await ProblemAsync("get", "/me", revoked.Value.Secret, 401, "api_token_not_valid");
        await ProblemAsync("get", "/me", "tcpd_unknown", 401, "api_token_not_valid");
        Assert.Equal(HttpStatusCode.Unauthorized, (await signedIn.GetAsync("/api/v1/me")).StatusCode);

        var day = await TokenAsync(teacher, ApiScope.OwnRecord);
        await OkAsync("get", "/me", day);
        site.App.Time.Advance(TimeSpan.FromDays(1));
        await ProblemAsync("get", "/me", day, 401, "api_token_not_valid");
    }

    [Fact]
    public async Task A_token_does_no_more_than_its_scope_and_its_person()
    {
        var narrow = await TokenAsync(administrator, ApiScope.OwnRecord);
        await ProblemAsync("get", "/people", narrow, 403, "api_scope_missing");
        Assert.Equal("forbidden", (await site.App.SendAs(teacher, new MakeApiTokenCommand(Guid.CreateVersion7(), "Күнделік", [ApiScope.ReadRegister], 1))).Error!.Code);

        var wide = await TokenAsync(administrator, All);
        await OkAsync("get", "/people", wide);
        await site.Data.ChangeAsync(async db =>
        {
            var person = await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Id == administrator.Id);
            person.Loses(person.Roles.Single());
        });

        await ProblemAsync("get", "/people", wide, 403, "forbidden");
        await OkAsync("get", "/me", wide);
    }

    [Fact]
    public async Task Nobody_reads_people_of_another_region()
    {
        var regional = await site.Data.PersonAsync(Role.Administrator, w => w.Region);
        var elsewhere = await site.Data.PersonAsync(Role.Administrator, w => w.OtherRegion);
        var token = await TokenAsync(elsewhere, ApiScope.ReadRegister);

        await ProblemAsync("get", "/people/{id}", token, 404, "not_found", id: teacher.Id.ToString());
        await ProblemAsync("post", "/people/find", token, 404, "not_found", body: new { teacher.Iin });
        Assert.DoesNotContain((await OkAsync("get", "/people", token))["items"]!.AsArray(), p => (string?)p!["iin"] == teacher.Iin);
        await OkAsync("get", "/people/{id}", await TokenAsync(regional, ApiScope.ReadRegister), id: teacher.Id.ToString());
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps_while_people_are_added()
    {
        for (var i = 0; i < 5; i++)
        {
            await site.Data.PersonAsync(Role.Teacher);
        }

        var token = await TokenAsync(administrator, ApiScope.ReadRegister);
        List<string> seen = [];
        for (string? after = ""; after is not null;)
        {
            var page = await OkAsync("get", "/people", token, query: $"?limit=2&after={after}");
            seen.AddRange(page["items"]!.AsArray().Select(p => (string)p!["iin"]!));
            after = (string?)page["next"];
            await site.Data.PersonAsync(Role.Teacher);
            Assert.InRange(seen.Count, 1, 40);
            if (seen.Count > 12)
            {
                break;
            }
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.Contains(teacher.Iin, seen);
        await ProblemAsync("get", "/people", token, 422, "api_cursor_unknown", query: "?after=rubbish");
        await ProblemAsync("get", "/people", token, 422, "invalid_input", query: "?limit=100000");
    }

    [Fact]
    public async Task What_a_program_has_already_is_not_sent_again()
    {
        var token = await TokenAsync(teacher, ApiScope.OwnRecord);
        using var first = await SendAsync("get", "/me", token);
        using var same = await SendAsync("get", "/me", token, tag: first.Headers.ETag!.ToString());

        Assert.Equal((HttpStatusCode.NotModified, ""), (same.StatusCode, await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        await site.Data.CertificateAsync(teacher);
        using var changed = await SendAsync("get", "/me", token, tag: first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_request_with_the_same_key_does_its_work_once()
    {
        var world = await site.Data.WorldAsync();
        var token = await TokenAsync(administrator, All);
        var body = new { PlaceId = world.Region.Id, OnlyChanges = false };

        using var first = await SendAsync("post", "/exports", token, body: body, key: "a");
        using var again = await SendAsync("post", "/exports", token, body: body, key: "a");

        Assert.Equal(await TextAsync(first), await TextAsync(again));
        Assert.Equal((HttpStatusCode.Accepted, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(1, await site.App.LookAsync(db => db.RegisterExports.CountAsync()));
        await ProblemAsync("post", "/exports", token, 422, "api_key_used_otherwise", body: body with { OnlyChanges = true }, key: "a");
        await ProblemAsync("post", "/exports", token, 422, "invalid_input", body: body);

        // what was refused left nothing behind
        await ProblemAsync("post", "/exports", token, 404, "not_found", body: body with { PlaceId = Guid.CreateVersion7() }, key: "b");
        await OkAsync("post", "/exports", token, body: body, key: "b", status: 202);

        // others' keys are others'
        var other = await TokenAsync(await site.Data.PersonAsync(Role.Administrator), All);
        using var theirs = await SendAsync("post", "/exports", other, body: body, key: "a");
        Assert.False(theirs.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task The_same_request_at_once_makes_one()
    {
        var world = await site.Data.WorldAsync();
        var token = await TokenAsync(administrator, All);
        var body = new { PlaceId = world.Region.Id, OnlyChanges = false };

        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await SendAsync("post", "/exports", token, body: body, key: "a");
            return answer.StatusCode;
        }));

        Assert.Contains(HttpStatusCode.Accepted, statuses);
        Assert.All(statuses, s => Assert.True(s is HttpStatusCode.Accepted or HttpStatusCode.Conflict));
        Assert.Equal(1, await site.App.LookAsync(db => db.RegisterExports.CountAsync()));
    }

    [Fact]
    public async Task A_request_that_was_broken_off_is_worked_on_again_and_makes_the_same_thing()
    {
        var world = await site.Data.WorldAsync();
        var token = await TokenAsync(administrator, All);
        var body = new { PlaceId = world.Region.Id, OnlyChanges = false };
        var made = (string)(await OkAsync("post", "/exports", token, body: body, key: "a", status: 202))["id"]!;

        // the work was done, but the process ended before its answer was kept
        await site.Data.ChangeAsync(async db => (await db.ApiReplies.SingleAsync()).Status = null);
        await ProblemAsync("post", "/exports", token, 409, "api_request_worked_on", body: body, key: "a");
        site.App.Time.Advance(ApiReply.WorkedOnFor);

        Assert.Equal(made, (string?)(await OkAsync("post", "/exports", token, body: body, key: "a", status: 202))["id"]);
        Assert.Equal(1, await site.App.LookAsync(db => db.RegisterExports.CountAsync()));
        site.App.Time.Advance(ApiReply.KeptFor + TimeSpan.FromMinutes(1));
        await site.App.SendAsSystem(new DropOldRepliesCommand());
        Assert.Equal(0, await site.App.LookAsync(db => db.ApiReplies.CountAsync()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"placeId\":\"x\",\"onlyChanges\":false}")]
    [InlineData("{\"onlyChanges\":false}")]
    [InlineData("{\"placeId\":\"0198c2f0-0000-7000-8000-000000000000\",\"onlyChanges\":false,\"more\":1}")]
    public async Task A_body_that_is_not_as_described_is_refused(string body)
    {
        var token = await TokenAsync(administrator, All);

        await ProblemAsync("post", "/exports", token, 422, "api_body_unreadable", text: body, key: "a");
    }

    [Fact]
    public async Task A_wrong_national_number_is_said_in_the_language_that_is_asked_for()
    {
        var token = await TokenAsync(administrator, All);

        var problem = await ProblemAsync("post", "/people/find", token, 422, "iin_check_digit_wrong", body: new { Iin = "850101400012" }, language: "ru-RU,ru;q=0.9,en;q=0.8");

        Assert.Contains("ИИН", (string?)problem["title"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "not_found")]
    [InlineData("PUT", "/api/v1/me", 405, "api_method")]
    [InlineData("GET", "/api/v1/people/x", 404, "not_found")]
    public async Task Addresses_that_are_not_there_are_refused_as_problems(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await site.Client().SendAsync(request, TestContext.Current.CancellationToken);

        var problem = JsonNode.Parse(await TextAsync(answer))!;
        Assert.Equal((status, "application/problem+json", code), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, (string?)problem["code"]));
    }

    [Fact]
    public async Task Parameters_that_cannot_be_read_are_refused_as_problems()
    {
        var token = await TokenAsync(administrator, All);

        using var answer = await SendAsync("get", "/people", token, query: "?limit=many");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_fault_of_ours_is_a_problem_too_and_leaves_the_request_to_be_sent_again()
    {
        await using var broken = await Site.StartAsync(change: services => services.AddTransient<IRequestHandler<AskForRegisterExportCommand, Result<Guid>>, Breaking>());
        var world = await broken.Data.WorldAsync();
        var person = await broken.Data.PersonAsync(Role.Administrator);
        var token = (await broken.App.SendAs(person, new MakeApiTokenCommand(Guid.CreateVersion7(), "Бағдарлама", All, 1))).Value.Secret;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/exports") { Content = JsonContent.Create(new { PlaceId = world.Region.Id, OnlyChanges = false }, options: JsonSerializerOptions.Web) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", "a");

        using var answer = await broken.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("api_our_fault", (string?)JsonNode.Parse(await TextAsync(answer))!["code"]);
        Assert.Equal(0, await broken.App.LookAsync(db => db.ApiReplies.CountAsync()));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_go_on()
    {
        await using var small = await Site.StartAsync(settings: new() { ["Exchange:RequestsPerMinute"] = "3" });
        var person = await small.Data.PersonAsync(Role.Teacher);
        var token = (await small.App.SendAs(person, new MakeApiTokenCommand(Guid.CreateVersion7(), "Күнделік", [ApiScope.OwnRecord], 1))).Value.Secret;
        List<HttpResponseMessage> given = [];
        for (var i = 0; i < 4; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            given.Add(await small.Client().SendAsync(request, TestContext.Current.CancellationToken));
        }

        Assert.Equal([200, 200, 200, 429], given.Select(g => (int)g.StatusCode));
        Assert.Equal("60", given[^1].Headers.RetryAfter!.ToString());
        Assert.Equal("api_too_many_requests", (string?)JsonNode.Parse(await TextAsync(given[^1]))!["code"]);
        given.ForEach(g => g.Dispose());
    }

    [Fact]
    public async Task A_token_is_shown_once_and_used_tokens_are_told()
    {
        var browser = await site.AsAsync(teacher);
        await browser.GetAsync("/my/tokens");
        var empty = await browser.SubmitAsync(new() { ["Input.Days"] = "30" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Equal("30", browser.Page.QuerySelector("#Input_Days")!.GetAttribute("value"));
        Assert.NotNull(browser.Page.QuerySelector("#Input_Scopes_error"));

        var made = await browser.SubmitAsync(new() { ["Input.Name"] = "Күнделік", ["Input.Scopes"] = nameof(ApiScope.OwnRecord), ["Input.Days"] = "30" });
        Assert.True(made.Headers.CacheControl!.NoStore);
        var secret = browser.Page.QuerySelector("#token")!.TextContent;
        await OkAsync("get", "/me", secret);

        await browser.GetAsync("/my/tokens");
        Assert.Null(browser.Page.QuerySelector("#token"));
        Assert.Equal(new DateOnly(2026, 2, 10), await site.App.LookAsync(db => db.ApiTokens.Select(t => t.UsedOn).SingleAsync()));
        Assert.DoesNotContain(secret, await site.App.LookAsync(db => db.ApiTokens.Select(t => t.Hash).SingleAsync()), StringComparison.Ordinal);
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*='handler=Revoke']"));
        await ProblemAsync("get", "/me", secret, 401, "api_token_not_valid");
    }

    [Fact]
    public async Task A_new_password_from_an_administrator_takes_tokens_back()
    {
        var token = await TokenAsync(teacher, ApiScope.OwnRecord);

        Assert.True((await site.App.SendAs(administrator, new Application.Accounts.ResetPasswordCommand(teacher.Id))).IsOk);

        await ProblemAsync("get", "/me", token, 401, "api_token_not_valid");
    }

    [Fact]
    public async Task An_address_is_registered_and_looked_after_on_its_page()
    {
        var world = await site.Data.WorldAsync();
        var browser = await site.AsAsync(administrator);
        await browser.GetAsync("/exchange/webhooks");
        var wrong = await browser.SubmitAsync(new() { ["Input.Url"] = "bilim", ["Input.PlaceId"] = world.Region.Id.ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("bilim", browser.Page.QuerySelector("#Input_Url")!.GetAttribute("value"));

        await browser.SubmitAsync(new()
        {
            ["Input.Url"] = "http://127.0.0.1:9/told",
            ["Input.PlaceId"] = world.Region.Id.ToString(),
            ["Input.Events"] = nameof(WebhookEvent.CertificateIssued),
        });
        Assert.StartsWith("whsec_", browser.Page.QuerySelector("#key")!.TextContent, StringComparison.Ordinal);
        var id = await site.App.LookAsync(db => db.Webhooks.Select(w => w.Id).SingleAsync());
        await browser.GetAsync($"/exchange/webhooks/{id}");
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*='handler=Ask']"));
        await browser.FollowAsync(await browser.SubmitAsync(form: "main form[action*='handler=End']"));

        Assert.Equal(WebhookStatus.Ended, await site.App.LookAsync(db => db.Webhooks.Select(w => w.Status).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.AsAsync(teacher)).GetAsync("/exchange/webhooks")).StatusCode);
    }

    private sealed class Breaking : IRequestHandler<AskForRegisterExportCommand, Result<Guid>>
    {
        public Task<Result<Guid>> Handle(AskForRegisterExportCommand request, CancellationToken cancellationToken) => throw new InvalidOperationException("Broken for the test.");
    }

    private static string Import(World world) => $"?kind=Staff&asOf=2026-02-01&placeId={world.Ministry.Id}";

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private async Task<string> TokenAsync(Person person, params ApiScope[] scopes) =>
        (await site.App.SendAs(person, new MakeApiTokenCommand(Guid.CreateVersion7(), "Бағдарлама", scopes, 1))).Value.Secret;

    private async Task<JsonNode> OkAsync(
        string method, string path, string? token, string? id = null, string query = "", object? body = null, string? text = null, string? key = null, int status = 200)
    {
        using var answer = await SendAsync(method, path, token, id, null, query, body, text, key);
        var given = await TextAsync(answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path}: {answer.StatusCode} {given}");
        return JsonNode.Parse(given)!;
    }

    private async Task NothingAsync(string method, string path, string token, string key, int status, string id, object? body = null, string? delivery = null)
    {
        using var answer = await SendAsync(method, path, token, id, delivery, "", body, null, key);
        Assert.Equal((status, ""), ((int)answer.StatusCode, await TextAsync(answer)));
    }

    private async Task<JsonNode> ProblemAsync(
        string method, string path, string? token, int status, string code, string? id = null, string? delivery = null, string query = "", object? body = null, string? text = null,
        string? key = null, string? language = null)
    {
        using var answer = await SendAsync(method, path, token, id, delivery, query, body, text, key, language: language);
        var given = await TextAsync(answer);
        Assert.True(status == (int)answer.StatusCode, $"{method} {path}: {answer.StatusCode} {given}");
        var problem = JsonNode.Parse(given)!;
        Assert.Equal((code, status, "application/problem+json"), ((string?)problem["code"], (int?)problem["status"], answer.Content.Headers.ContentType!.MediaType));
        return problem;
    }

    // every answer is kept, to be held against the description
    private async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? token, string? id = null, string? delivery = null, string query = "", object? body = null, string? text = null, string? key = null,
        string? tag = null, string? language = null)
    {
        var place = path.Replace("{id}", id, StringComparison.Ordinal).Replace("{delivery}", delivery, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), $"/api/v1{place}{query}");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (tag is not null)
        {
            request.Headers.IfNoneMatch.ParseAdd(tag);
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        request.Content = text is not null ? new StringContent(text, Encoding.UTF8, path == "/imports" ? "text/csv" : "application/json")
            : body is not null ? JsonContent.Create(body, options: JsonSerializerOptions.Web)
            : null;
        var answer = await site.Client().SendAsync(request, TestContext.Current.CancellationToken);
        var given = new JsonObject
        {
            ["method"] = method,
            ["path"] = "/api/v1" + path,
            ["status"] = (int)answer.StatusCode,
            ["contentType"] = answer.Content.Headers.ContentType?.MediaType ?? "",
            ["body"] = await TextAsync(answer),
        };
        lock (answers)
        {
            answers.Add(given);
        }

        return answer;
    }
}

/// <summary>The example of docs/api.md, run as it stands there against the site as it runs for people.</summary>
public sealed partial class ApiExampleTests
{
    [Fact]
    public async Task It_runs_to_its_end_and_says_what_it_should()
    {
        await using var app = await TestApp.StartAsync();
        var teacher = await app.Data.PersonAsync(Role.Teacher);
        var administrator = await app.Data.PersonAsync(Role.Administrator);
        app.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var token = (await app.SendAs(administrator, new MakeApiTokenCommand(Guid.CreateVersion7(), "curl", [ApiScope.OwnRecord, ApiScope.ReadRegister, ApiScope.WriteRegister], 1))).Value.Secret;
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Root, "docs", "api.md"), TestContext.Current.CancellationToken);
        await using var running = await SiteProcess.StartAsync(app.Settings);

        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", Example().Match(page).Groups[1].Value])
        {
            WorkingDirectory = app.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SITE"] = running.Address.ToString().TrimEnd('/'), ["TOKEN"] = token, ["IIN"] = teacher.Iin },
        })!;
        var faults = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(shell.ExitCode == 0, $"{await faults}\n{output}");
        Assert.StartsWith($"{{\"id\":\"{administrator.Id}\"", output, StringComparison.Ordinal);
        Assert.Contains("304\n", output, StringComparison.Ordinal);
        Assert.Contains($"\"iin\":\"{teacher.Iin}\"", output, StringComparison.Ordinal);
        Assert.Equal(1, await app.LookAsync(db => db.RegisterImports.CountAsync(i => i.Status == RegisterImportStatus.Discarded, TestContext.Current.CancellationToken)));
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
