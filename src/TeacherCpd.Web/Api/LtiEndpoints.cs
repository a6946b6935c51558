using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Api;

/// <summary>
/// What outside tools ask of us as a platform of LTI 1.3: keys, tokens, and reports on people (Assignment and Grade Services 2.0). Where a tool asks who somebody is
/// is a page, since a person stands behind it.
/// </summary>
internal static class LtiEndpoints
{
    private const string Bearer = "Bearer ";
    private const string ScoreType = "application/vnd.ims.lis.v1.score+json";
    private const string ResultsType = "application/vnd.ims.lis.v2.resultcontainer+json";
    private const string LineItemType = "application/vnd.ims.lis.v2.lineitem+json";
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Maps them.</summary>
    public static void MapLti(this WebApplication app)
    {
        var group = app.MapGroup("/lti").RequireRateLimiting(PublicLimits.Checks);
        group.MapGet("/keys", async (HttpContext context, LtiSigner signer) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Text((await signer.KeySetAsync(context.RequestAborted)).ToJsonString(), "application/jwk-set+json");
        });
        group.MapPost("/token", Token);
        group.MapGet("/courses/{id:guid}/line-item", (Guid id, HttpContext context) => WithToken(context, LtiScopes.LineItem, async (mediator, tool) =>
            Answer(await mediator.Send(new GetLtiResultsQuery(tool, id), context.RequestAborted), results => new JsonObject
            {
                ["id"] = context.RequestServices.GetRequiredService<LtiPlatform>().LineItemUrl(id),
                ["label"] = results.Title.Kk,
                ["scoreMaximum"] = 100,
                ["resourceLinkId"] = id.ToString(),
            }, LineItemType)));
        group.MapGet("/courses/{id:guid}/line-item/results", (Guid id, HttpContext context) => WithToken(context, LtiScopes.Result, async (mediator, tool) =>
            Answer(await mediator.Send(new GetLtiResultsQuery(tool, id), context.RequestAborted), results => new JsonArray([.. results.Rows.Select(r => ResultOf(context, id, r))]), ResultsType)));
        group.MapPost("/courses/{id:guid}/line-item/scores", (Guid id, HttpContext context) => WithToken(context, LtiScopes.Score, async (mediator, tool) =>
            await ScoreOf(context, tool, id) is { } score ? Answer(await mediator.Send(score, context.RequestAborted)) : Refused(StatusCodes.Status400BadRequest, "unreadable")));
    }

    private static async Task<IResult> Token(HttpContext context, IMediator mediator)
    {
        if (!context.Request.HasFormContentType)
        {
            return OAuthError("invalid_request");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["grant_type"] != "client_credentials" || form["client_assertion_type"] != AssertionType)
        {
            return OAuthError("unsupported_grant_type");
        }

        var given = await mediator.Send(new GiveLtiTokenCommand(form["client_assertion"].ToString(), form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return given.IsOk
            ? Results.Json(new JsonObject
            {
                ["access_token"] = given.Value.Token,
                ["token_type"] = "Bearer",
                ["expires_in"] = given.Value.Seconds,
                ["scope"] = string.Join(' ', given.Value.Scopes),
            })
            : OAuthError("invalid_client");
    }

    private static async Task<IResult> WithToken(HttpContext context, string scope, Func<IMediator, Guid, Task<IResult>> answer)
    {
        var services = context.RequestServices;
        var sent = context.Request.Headers.Authorization.ToString();
        return !sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || await services.GetRequiredService<ILtiAssertions>().ReadTokenAsync(sent[Bearer.Length..].Trim(), context.RequestAborted) is not var (tool, scopes)
            ? Refused(StatusCodes.Status401Unauthorized, "token")
            : !scopes.Contains(scope) ? Refused(StatusCodes.Status403Forbidden, "scope")
            : await answer(services.GetRequiredService<IMediator>(), tool);
    }

    private static async Task<TakeLtiScoreCommand?> ScoreOf(HttpContext context, Guid tool, Guid course)
    {
        if (context.Request.ContentType?.StartsWith(ScoreType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            var body = await JsonSerializer.DeserializeAsync<ScoreBody>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
            return body is not null
                && Guid.TryParse(body.UserId, out var person)
                && DateTimeOffset.TryParse(body.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && Enum.TryParse<LtiProgress>(body.ActivityProgress, out var progress)
                && Enum.TryParse<LtiGrading>(body.GradingProgress, out var grading)
                ? new TakeLtiScoreCommand(tool, course, person, body.ScoreGiven, body.ScoreMaximum, progress, grading, body.Comment ?? "", at.UtcDateTime)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject ResultOf(HttpContext context, Guid course, LtiResultRow row)
    {
        var item = context.RequestServices.GetRequiredService<LtiPlatform>().LineItemUrl(course);
        return new JsonObject
        {
            ["id"] = $"{item}/results/{row.PersonId}",
            ["scoreOf"] = item,
            ["userId"] = row.PersonId.ToString(),
            ["resultScore"] = row.Given,
            ["resultMaximum"] = row.Maximum,
            ["comment"] = row.Comment,
        };
    }

    private static IResult Answer<T>(Result<T> result, Func<T, JsonNode>? body = null, string? type = null) => result.Error switch
    {
        null => body is null ? Results.StatusCode(StatusCodes.Status204NoContent) : Results.Text(body(result.Value).ToJsonString(), type),
        { Kind: ErrorKind.NotFound } error => Refused(StatusCodes.Status404NotFound, error.Code),
        { Kind: ErrorKind.Conflict } error => Refused(StatusCodes.Status409Conflict, error.Code),
        var error => Refused(StatusCodes.Status422UnprocessableEntity, error.Code),
    };

    private static IResult OAuthError(string code) =>
        Results.Json(new JsonObject { ["error"] = code }, statusCode: code == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest);

    private static IResult Refused(int status, string code) => Results.Json(new JsonObject { ["error"] = code }, statusCode: status);

    private sealed record ScoreBody(
        string? UserId, double? ScoreGiven, double? ScoreMaximum, string? Comment, string? Timestamp, string? ActivityProgress, string? GradingProgress);
}
