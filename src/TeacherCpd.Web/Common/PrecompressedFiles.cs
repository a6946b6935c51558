using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace TeacherCpd.Web.Common;

/// <summary>
/// Static files from <c>wwwroot</c>; where the build laid a compressed copy beside a file, that is sent. An address
/// with a version may be kept for a year: a changed file has another address.
/// </summary>
internal static class PrecompressedFiles
{
    private static readonly (string Encoding, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    public static void UsePrecompressedFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        var types = new FileExtensionContentTypeProvider();
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            if (HttpMethods.IsGet(context.Request.Method) && types.TryGetContentType(path, out var type))
            {
                var accepted = context.Request.Headers.AcceptEncoding.ToString();
                foreach (var (encoding, ending) in Encodings)
                {
                    if (accepted.Contains(encoding, StringComparison.OrdinalIgnoreCase) && files.GetFileInfo(path + ending).Exists)
                    {
                        context.Request.Path = path + ending;
                        context.Response.Headers.ContentEncoding = encoding;
                        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
                        context.Items[nameof(PrecompressedFiles)] = type;
                        break;
                    }
                }
            }

            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ServeUnknownFileTypes = false,
            ContentTypeProvider = new CompressedTypes(types),
            OnPrepareResponse = file =>
            {
                var context = file.Context;
                if (context.Items[nameof(PrecompressedFiles)] is string type)
                {
                    context.Response.ContentType = type;
                }

                context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v")
                    ? "public,max-age=31536000,immutable"
                    : "public,max-age=600";
            },
        });
    }

    private sealed class CompressedTypes(FileExtensionContentTypeProvider inner) : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType)
        {
            var ending = Encodings.Select(e => e.Ending).FirstOrDefault(subpath.EndsWith);
            return inner.TryGetContentType(ending is null ? subpath : subpath[..^ending.Length], out contentType);
        }
    }
}
