using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace TeacherCpd.Web.Tests.Portfolios;

/// <summary>Speaks tus as the script of the page does, and as it would not.</summary>
internal sealed class TusSender(Browser browser, string token)
{
    /// <summary>A sender with the token of the form on a page that has one.</summary>
    public static async Task<TusSender> OnAsync(Browser browser, string page)
    {
        await browser.GetAsync(page);
        return new TusSender(browser, browser.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Begins an upload and gives its address.</summary>
    public async Task<string> BeginAsync(Guid enrolmentId, string name, byte[] content)
    {
        var answer = await CreateAsync(enrolmentId, name, content.Length, HashOf(content));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> CreateAsync(Guid enrolmentId, string name, long length, string hash)
    {
        var request = Request(HttpMethod.Post, "/my/uploads");
        request.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"enrolment {Base64(enrolmentId.ToString())},filename {Base64(name)},sha256 {Base64(hash)}");
        return browser.SendAsync(request);
    }

    public Task<HttpResponseMessage> AskAsync(string address) => browser.SendAsync(Request(HttpMethod.Head, address));

    public async Task<long> OffsetAsync(string address)
    {
        var answer = await AskAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Number(answer, "Upload-Offset");
    }

    public static long Number(HttpResponseMessage answer, string header) =>
        long.Parse(Assert.Single(answer.Headers.GetValues(header)), CultureInfo.InvariantCulture);

    public Task<HttpResponseMessage> PieceAsync(string address, long offset, byte[] piece, byte[]? checksumOf = null) =>
        PieceAsync(address, offset, new ByteArrayContent(piece), Convert.ToBase64String(SHA256.HashData(checksumOf ?? piece)));

    public Task<HttpResponseMessage> PieceAsync(string address, long offset, HttpContent piece, string? checksum)
    {
        var request = Request(HttpMethod.Patch, address);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        if (checksum is not null)
        {
            request.Headers.Add("Upload-Checksum", $"sha256 {checksum}");
        }

        piece.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Content = piece;
        return browser.SendAsync(request);
    }

    /// <summary>Sends all that is missing.</summary>
    public async Task SendAsync(string address, byte[] content, int pieceBytes)
    {
        for (var offset = (int)await OffsetAsync(address); offset < content.Length;)
        {
            var answer = await PieceAsync(address, offset, content[offset..Math.Min(content.Length, offset + pieceBytes)]);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            offset = (int)Number(answer, "Upload-Offset");
        }
    }

    public HttpRequestMessage Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("RequestVerificationToken", token);
        return request;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
