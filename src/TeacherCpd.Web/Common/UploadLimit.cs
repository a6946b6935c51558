using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace TeacherCpd.Web.Common;

/// <summary>
/// Reads a form before any page does, so that one that is too large or broken gets a page that says so, instead of
/// failing somewhere inside a page. Nothing of it is kept.
/// </summary>
internal sealed class UploadLimit(RequestDelegate next)
{
    // A browser shows the answer only when all it sends is read; beyond this the connection is cut.
    private const long MostRead = 8 * WebRegistration.MaxRequestBytes;

    public async Task InvokeAsync(HttpContext context)
    {
        if (await FaultOfAsync(context) is { } status)
        {
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Request.ContentLength = 0;
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    private static async Task<int?> FaultOfAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > WebRegistration.MaxRequestBytes)
        {
            await ReadAwayAsync(context);
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !(type.MediaType == "multipart/form-data" || type.MediaType == "application/x-www-form-urlencoded"))
        {
            return null;
        }

        try
        {
            await request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !context.RequestAborted.IsCancellationRequested)
        {
            // sent without its length, an upload shows only here that it is too large
            return request.ContentLength is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        }
    }

    private static async Task ReadAwayAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostRead;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            long read = 0;
            for (int some; read < MostRead && (some = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
            {
                read += some;
            }
        }
        catch (BadHttpRequestException)
        {
            // more than anybody sends by mistake: the connection ends here
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
