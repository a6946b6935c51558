using System.Buffers.Text;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.Net.Http.Headers;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Domain.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">Items.</param>
/// <param name="Next">What the next page is asked for with, as <c>after</c>; null on the last one.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>What a writing request gives back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body; null: none.</param>
/// <param name="Location">Address of what was made; null: none.</param>
internal sealed record Written(int Status, object? Body = null, string? Location = null);

/// <summary>The body of a request is not what it should be.</summary>
internal sealed record BodyUnreadable() : Error("api_body_unreadable", ErrorKind.Invalid);

/// <summary>What was sent to go on with is none of ours.</summary>
internal sealed record CursorUnknown() : Error("api_cursor_unknown", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "after";
}

/// <summary>Answers to programs.</summary>
internal static class ApiAnswers
{
    /// <summary>Header with the key of a writing request.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>Header of an answer that was given before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Answers with what a query gives, or 304 when the program has it.</summary>
    public static async Task<IResult> ReadAsync<T, TBody>(HttpContext context, IRequest<Result<T>> query, Func<T, TBody> body)
    {
        var result = await MediatorOf(context).Send(query, context.RequestAborted);
        if (result.Error is { } error)
        {
            return ApiProblem.Of(context, error);
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(body(result.Value), ApiJson.Options);

        // weak: the same content may go out packed or not
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 12))}\"", isWeak: true);
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(bytes, MediaTypeNames.Application.Json);
    }

    /// <summary>Answers with what a query gives as it is.</summary>
    public static Task<IResult> ReadAsync<T>(HttpContext context, IRequest<Result<T>> query) => ReadAsync(context, query, value => value);

    /// <summary>Works on a writing request with a JSON body, once for each key.</summary>
    /// <param name="context">Request.</param>
    /// <param name="command">The command of the body; the id is for what the request makes: it is the same when the request is worked on again.</param>
    /// <param name="answer">The answer.</param>
    public static Task<IResult> WriteAsync<TBody, T>(HttpContext context, Func<TBody, Guid, IRequest<Result<T>>> command, Func<T, Written> answer)
        where TBody : class =>
        OnceAsync(context, async id => await BodyAsync<TBody>(context) is { } body ? command(body, id) : null, answer);

    /// <summary>The JSON body of a request; null where it is not as described.</summary>
    public static async Task<TBody?> BodyAsync<TBody>(HttpContext context)
        where TBody : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<TBody>(context.Request.Body, ApiJson.Options, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Works on a writing request whose body is a file or empty, once for each key.</summary>
    public static Task<IResult> WriteAsync<T>(HttpContext context, Func<Guid, IRequest<Result<T>>> command, Func<T, Written> answer) =>
        OnceAsync(context, id => Task.FromResult<IRequest<Result<T>>?>(command(id)), answer);

    /// <summary>A page of items, asked for with one more than are shown.</summary>
    public static ApiPage<T> PageOf<T>(IReadOnlyList<T> items, int limit, Func<T, Guid> id) =>
        items.Count > limit ? new ApiPage<T>([.. items.Take(limit)], CursorOf(id(items[limit - 1]))) : new ApiPage<T>(items, null);

    /// <summary>What a page goes on with.</summary>
    public static string CursorOf(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    /// <summary>The id behind which a page begins. False where the text is none of ours.</summary>
    public static bool TryCursor(string? text, out Guid? after)
    {
        after = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[24];
        if (text.Length != 22 || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != 16)
        {
            return false;
        }

        after = new Guid(bytes[..16]);
        return true;
    }

    private static async Task<IResult> OnceAsync<T>(HttpContext context, Func<Guid, Task<IRequest<Result<T>>?>> command, Func<T, Written> answer)
    {
        var mediator = MediatorOf(context);
        context.Request.EnableBuffering(bufferThreshold: 64 * 1024, bufferLimit: WebRegistration.MaxRequestBytes);
        var claim = await mediator.Send(new ClaimReplyCommand(context.Request.Headers[KeyHeader].ToString(), await FingerprintAsync(context.Request, context.RequestAborted)), context.RequestAborted);
        if (claim.Error is { } refused)
        {
            return ApiProblem.Of(context, refused);
        }

        if (claim.Value.Given is { } given)
        {
            context.Response.Headers[ReplayedHeader] = "true";
            return Sent(context, given);
        }

        GivenReply? reply = null;
        try
        {
            context.Request.Body.Position = 0;
            var result = await command(claim.Value.Id) is { } request ? await mediator.Send(request, context.RequestAborted) : (Result<T>)new BodyUnreadable();
            if (result.Error is { } error)
            {
                return ApiProblem.Of(context, error);
            }

            var written = answer(result.Value);
            reply = new GivenReply(written.Status, written.Location, written.Body is { } body ? JsonSerializer.Serialize(body, body.GetType(), ApiJson.Options) : "");
            return Sent(context, reply);
        }
        finally
        {
            // a refusal and a fault leave nothing behind, so the request may come again
            await mediator.Send(new KeepReplyCommand(claim.Value.Id, reply), CancellationToken.None);
        }
    }

    private static IResult Sent(HttpContext context, GivenReply reply)
    {
        if (reply.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        return reply.Body.Length == 0 ? Results.StatusCode(reply.Status) : Results.Text(reply.Body, MediaTypeNames.Application.Json, Encoding.UTF8, reply.Status);
    }

    private static async Task<string> FingerprintAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IMediator MediatorOf(HttpContext context) => context.RequestServices.GetRequiredService<IMediator>();
}
