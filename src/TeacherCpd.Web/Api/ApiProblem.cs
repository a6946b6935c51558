using System.Text.Json;
using TeacherCpd.Domain.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Api;

/// <summary>A refusal as RFC 9457 writes it. The code is stable; the words are for people, in the language that was asked for.</summary>
/// <param name="Type">Name of the kind of problem: <c>urn:teachercpd:problem:</c> and the code.</param>
/// <param name="Title">What happened and what to do.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Errors">Faults of the input, each at its field; empty for other problems.</param>
public sealed record ApiProblemBody(string Type, string Title, int Status, string Code, IReadOnlyList<ApiFieldProblem> Errors);

/// <summary>A fault of the input.</summary>
/// <param name="Field">Field.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Title">What is wrong.</param>
public sealed record ApiFieldProblem(string Field, string Code, string Title);

/// <summary>Makes refusals.</summary>
internal static class ApiProblem
{
    /// <summary>Kind of content.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The refusal of an error.</summary>
    public static IResult Of(HttpContext context, Error error)
    {
        var texts = context.RequestServices.GetRequiredService<PageTexts>();
        var faults = error switch
        {
            InvalidInput input => input.Faults.Select(f => new ApiFieldProblem(Camel(f.Field), f.Code, texts[$"error.{f.Code}", [.. f.Args]])),
            { Field: { } field } => [new ApiFieldProblem(Camel(field), error.Code, texts[error])],
            _ => [],
        };
        return Body(context, StatusOf(error.Kind), error.Code, texts[error], [.. faults]);
    }

    /// <summary>The refusal of a status that no use case gave: an address that is not there, a method it does not have.</summary>
    public static IResult OfStatus(HttpContext context, int status)
    {
        var code = status switch
        {
            StatusCodes.Status404NotFound => "not_found",
            StatusCodes.Status405MethodNotAllowed => "api_method",
            StatusCodes.Status413PayloadTooLarge => "api_too_large",
            StatusCodes.Status415UnsupportedMediaType => "api_body_unreadable",
            StatusCodes.Status429TooManyRequests => "api_too_many_requests",
            >= 500 => "api_our_fault",
            _ => "api_body_unreadable",
        };
        return Body(context, status, code, context.RequestServices.GetRequiredService<PageTexts>()[$"error.{code}"], []);
    }

    private static IResult Body(HttpContext context, int status, string code, string title, IReadOnlyList<ApiFieldProblem> errors)
    {
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Results.Json(new ApiProblemBody($"urn:teachercpd:problem:{code}", title, status, code, errors), ApiJson.Options, ContentType, status);
    }

    private static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.SignInNeeded => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
    };

    private static string Camel(string field) => JsonNamingPolicy.CamelCase.ConvertName(field);
}
