using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Web.Common;

/// <summary>
/// Uploads that go on after a lost connection, by the protocol tus 1.0 with creation, checksum and expiration
/// (https://tus.io/protocols/resumable-upload). Beyond the protocol, each piece has to carry its checksum and each upload
/// the hash of the whole file. Answers that refuse carry words for people in the language of the page.
/// </summary>
internal static class TusUploads
{
    /// <summary>Where uploads begin; each then has an address below.</summary>
    public const string Path = "/my/uploads";

    private const string Version = "1.0.0";
    private const string PieceType = "application/offset+octet-stream";
    private const string ResumableHeader = "Tus-Resumable";
    private const string LengthHeader = "Upload-Length";
    private const string OffsetHeader = "Upload-Offset";
    private const string MetadataHeader = "Upload-Metadata";
    private const string ChecksumHeader = "Upload-Checksum";
    private const string ExpiresHeader = "Upload-Expires";
    private const string ChecksumAlgorithm = "sha256";
    private const int ChecksumBytes = 32;

    // the protocol's own status
    private const int ChecksumMismatch = 460;

    /// <summary>Adds the endpoints.</summary>
    public static void MapTusUploads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(Path, [HttpMethods.Options], Describe);
        endpoints.MapMethods(Path, [HttpMethods.Post], context => AnswerAsync(context, writes: true, BeginAsync));
        endpoints.MapMethods(Path + "/{id:guid}", [HttpMethods.Options], Describe);
        endpoints.MapMethods(Path + "/{id:guid}", [HttpMethods.Head], context => AnswerAsync(context, writes: false, TellAsync));
        endpoints.MapMethods(Path + "/{id:guid}", [HttpMethods.Patch], context => AnswerAsync(context, writes: true, ReceiveAsync));
    }

    private static Task Describe(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers[ResumableHeader] = Version;
        headers["Tus-Version"] = Version;
        headers["Tus-Extension"] = "creation,checksum,expiration";
        headers["Tus-Checksum-Algorithm"] = ChecksumAlgorithm;
        headers["Tus-Max-Size"] = ReceiveReportQuery.MaxBytes.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>What all requests have in common: the version, the token of the form, words for a refusal, a lost connection.</summary>
    private static async Task AnswerAsync(HttpContext context, bool writes, Func<HttpContext, IMediator, Task<Error?>> answer)
    {
        // a status is the whole answer here, no page follows it
        context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        context.Response.Headers[ResumableHeader] = Version;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Headers[ResumableHeader] != Version)
        {
            context.Response.Headers["Tus-Version"] = Version;
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            return;
        }

        var services = context.RequestServices;
        var texts = services.GetRequiredService<PageTexts>();
        try
        {
            if (writes && !await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                await RefuseAsync(context, StatusCodes.Status400BadRequest, texts["error.form_expired"]);
            }
            else if (await answer(context, services.GetRequiredService<IMediator>()) is { } error)
            {
                await RefuseAsync(context, StatusOf(error), WordsOf(error, texts));
            }
        }
        catch (BadHttpRequestException e)
        {
            // a piece that broke off or came too slowly: its sender asks how far it came and goes on
            context.Response.StatusCode = e.StatusCode;
        }
        catch (Exception e) when (e is ConnectionResetException || (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // nobody is there to answer to, and the server has nothing left to read
            context.Abort();
        }
    }

    private static async Task<Error?> BeginAsync(HttpContext context, IMediator mediator)
    {
        var metadata = Metadata(context.Request.Headers[MetadataHeader].ToString());
        if (NumberOf(context, LengthHeader) is not { } bytes || !Guid.TryParse(metadata.GetValueOrDefault("enrolment"), out var enrolmentId))
        {
            return new InvalidInput([]);
        }

        var id = Guid.CreateVersion7();
        var begun = await mediator.Send(
            new BeginUploadCommand(id, enrolmentId, metadata.GetValueOrDefault("filename") ?? "", bytes, metadata.GetValueOrDefault("sha256") ?? ""),
            context.RequestAborted);
        if (begun.IsOk)
        {
            context.Response.Headers.Location = $"{Path}/{id}";
            SayExpiry(context, begun.Value);
            context.Response.StatusCode = StatusCodes.Status201Created;
        }

        return begun.Error;
    }

    private static async Task<Error?> TellAsync(HttpContext context, IMediator mediator)
    {
        var progress = await mediator.Send(new GetUploadQuery(IdOf(context)), context.RequestAborted);
        if (progress.Error is not null)
        {
            return progress.Error;
        }

        context.Response.Headers[LengthHeader] = progress.Value.Bytes.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status200OK;
        return await SayProgressAsync(context, mediator, progress.Value);
    }

    private static async Task<Error?> ReceiveAsync(HttpContext context, IMediator mediator)
    {
        var request = context.Request;
        if (request.ContentType != PieceType)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return null;
        }

        if (NumberOf(context, OffsetHeader) is not { } offset || Checksum(request.Headers[ChecksumHeader].ToString()) is not { } checksum)
        {
            return new InvalidInput([]);
        }

        // not to be stopped from outside: reading ends by itself when the connection does
        var progress = await mediator.Send(
            new ReceivePieceQuery(IdOf(context), offset, request.ContentLength, checksum, request.Body), CancellationToken.None);
        if (progress.Error is not null)
        {
            return progress.Error;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return await SayProgressAsync(context, mediator, progress.Value);
    }

    // said as received only when the row says so too: after it the sender asks no more
    private static async Task<Error?> SayProgressAsync(HttpContext context, IMediator mediator, UploadProgress progress)
    {
        if (progress is { IsWhole: true, IsFinished: false }
            && (await mediator.Send(new FinishUploadCommand(IdOf(context)), context.RequestAborted)).Error is { } error)
        {
            return error;
        }

        context.Response.Headers[OffsetHeader] = progress.Received.ToString(CultureInfo.InvariantCulture);
        SayExpiry(context, progress.ExpiresAt);
        return null;
    }

    private static void SayExpiry(HttpContext context, DateTime utc) =>
        context.Response.Headers[ExpiresHeader] = utc.ToString("R", CultureInfo.InvariantCulture);

    private static async Task RefuseAsync(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(words, context.RequestAborted);
        }
    }

    private static int StatusOf(Error error) => error switch
    {
        PieceOutOfOrder => StatusCodes.Status409Conflict,
        PieceDamaged => ChecksumMismatch,
        PieceTooLong => StatusCodes.Status413PayloadTooLarge,
        FileChangedOnTheWay => StatusCodes.Status422UnprocessableEntity,
        InvalidInput { Faults: [{ Code: "file_too_large" }] } => StatusCodes.Status413PayloadTooLarge,
        { Kind: ErrorKind.Invalid } => StatusCodes.Status400BadRequest,
        { Kind: ErrorKind.SignInNeeded } => StatusCodes.Status401Unauthorized,
        { Kind: ErrorKind.NotFound } => StatusCodes.Status404NotFound,

        // a 409 would be tried again
        _ => StatusCodes.Status403Forbidden,
    };

    private static string WordsOf(Error error, PageTexts texts) =>
        error is InvalidInput { Faults: [var fault, ..] } ? texts[$"error.{fault.Code}", [.. fault.Args]] : texts[error];

    private static Guid IdOf(HttpContext context) => Guid.Parse((string)context.Request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    private static long? NumberOf(HttpContext context, string header) =>
        long.TryParse(context.Request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "sha256 <base64>"
    private static byte[]? Checksum(string header)
    {
        var parts = header.Split(' ');
        var bytes = new byte[ChecksumBytes];
        return parts is [ChecksumAlgorithm, var value] && Convert.TryFromBase64String(value, bytes, out var count) && count == ChecksumBytes ? bytes : null;
    }

    // "name <base64>,name <base64>"
    private static Dictionary<string, string> Metadata(string header)
    {
        var values = new Dictionary<string, string>();
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ');
            var bytes = new byte[pair.Length];
            if (parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out var count))
            {
                values[parts[0]] = Encoding.UTF8.GetString(bytes, 0, count);
            }
        }

        return values;
    }
}
