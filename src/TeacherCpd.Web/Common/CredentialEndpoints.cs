using System.Text.Json.Nodes;
using MediatR;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Web.Common;

/// <summary>What programs ask for to check credentials: public keys and lists of states. Open to other sites, and kept for minutes only.</summary>
internal static class CredentialEndpoints
{
    private const string ForMinutes = "public, max-age=300";

    /// <summary>Maps them.</summary>
    public static void MapCredentials(this WebApplication app)
    {
        var group = app.MapGroup("").RequireRateLimiting(PublicLimits.Checks);
        group.MapGet("/.well-known/jwks.json", (HttpContext context, IMediator mediator) => JsonAsync(context, mediator, new GetKeySetQuery(), "application/jwk-set+json"));
        group.MapGet("/credentials/keys/{name}", (string name, HttpContext context, IMediator mediator) => JsonAsync(context, mediator, new GetPublicKeyQuery(name), "application/jwk+json"));
        group.MapGet("/credentials/status/{list:int}", async (int list, HttpContext context, IMediator mediator) =>
        {
            var result = await mediator.Send(new GetStatusListQuery(list), context.RequestAborted);
            return result.IsOk ? Answer(context, result.Value, "application/vc+jwt") : Results.NotFound();
        });
    }

    private static async Task<IResult> JsonAsync(HttpContext context, IMediator mediator, IRequest<Result<JsonObject>> query, string type)
    {
        var result = await mediator.Send(query, context.RequestAborted);
        return result.IsOk ? Answer(context, result.Value.ToJsonString(), type) : Results.NotFound();
    }

    private static IResult Answer(HttpContext context, string content, string type)
    {
        context.Response.Headers.CacheControl = ForMinutes;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Text(content, type);
    }
}
