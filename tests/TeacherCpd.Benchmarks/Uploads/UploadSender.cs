using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Benchmarks.Uploads;

/// <summary>A person who sends a report as the script of the page does, on a line of a given width.</summary>
internal sealed partial class UploadSender : IDisposable
{
    private const int StepsPerSecond = 8;

    private readonly HttpClient client;
    private readonly Dictionary<string, string> cookies = [];
    private readonly Guid enrolmentId;
    private string token = "";
    private string formId = "";
    private string uploadId = "";

    private UploadSender(Uri site, Guid enrolmentId)
    {
        this.enrolmentId = enrolmentId;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 2 }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(10) };
    }

    private string Page => $"/my/portfolio/{enrolmentId}";

    /// <summary>Signs in and opens the own portfolio.</summary>
    public static async Task<UploadSender> ComeAsync(Uri site, string iin, Guid enrolmentId)
    {
        var sender = new UploadSender(site, enrolmentId);
        var form = await sender.ReadAsync("/sign-in");
        using var signIn = await sender.PostAsync("/sign-in", new()
        {
            ["Input.Iin"] = iin,
            ["Input.Password"] = DemoAccounts.Password,
            ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
        });
        var page = await sender.ReadAsync(sender.Page);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        sender.token = Token().Match(main).Groups[1].Value;
        sender.formId = FormId().Match(main).Groups[1].Value;
        return sender;
    }

    /// <summary>Sends a file in pieces; whatever breaks, it asks how far it came and goes on.</summary>
    public async Task SendAsync(byte[] content, int pieceBytes, int bytesPerSecond)
    {
        var address = await BeginAsync(content);
        uploadId = address.Split('/')[^1];
        for (var offset = 0L; offset < content.Length;)
        {
            try
            {
                var piece = content.AsMemory((int)offset, (int)Math.Min(pieceBytes, content.Length - offset));
                using var request = Tus(HttpMethod.Patch, address);
                request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
                request.Headers.Add("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData(piece.Span))}");
                request.Content = new ThinContent(piece, bytesPerSecond);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
                using var answer = await client.SendAsync(request);
                offset = OffsetOf(answer);
            }
            catch (HttpRequestException)
            {
                offset = await OffsetAsync(address);
            }
        }
    }

    /// <summary>Hands in what was sent and gives the hash of what the site keeps.</summary>
    public async Task<string> HandInAsync()
    {
        using var answer = await PostAsync(Page, new()
        {
            ["FormId"] = formId,
            ["Input.UploadId"] = uploadId,
            ["__RequestVerificationToken"] = token,
        });
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Handing in answered {answer.StatusCode}.");
        }

        // the file itself, read back: what stands in the store is what was sent
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(File().Match(await ReadAsync(Page)).Value, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Cookie", Cookies());
        using var file = await client.SendAsync(request);
        return Convert.ToHexStringLower(SHA256.HashData(await file.Content.ReadAsByteArrayAsync()));
    }

    public void Dispose() => client.Dispose();

    private async Task<string> BeginAsync(byte[] content)
    {
        using var request = Tus(HttpMethod.Post, "/my/uploads");
        request.Headers.Add("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"enrolment {Base64(enrolmentId.ToString())},filename {Base64("есеп.docx")},sha256 {Base64(Convert.ToHexStringLower(SHA256.HashData(content)))}");
        using var answer = await client.SendAsync(request);
        return answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"Beginning answered {answer.StatusCode}.");
    }

    private async Task<long> OffsetAsync(string address)
    {
        while (true)
        {
            try
            {
                using var request = Tus(HttpMethod.Head, address);
                using var answer = await client.SendAsync(request);
                return OffsetOf(answer);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static long OffsetOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Upload-Offset", out var values)
        ? long.Parse(values.Single(), CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"A piece was answered {answer.StatusCode}.");

    private HttpRequestMessage Tus(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.TryAddWithoutValidation("Cookie", Cookies());
        return request;
    }

    private async Task<string> ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Cookie", Cookies());
        using var answer = await client.SendAsync(request);
        Keep(answer);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("Cookie", Cookies());
        var answer = await client.SendAsync(request);
        Keep(answer);
        return answer;
    }

    // sent on although the line is not encrypted: in front of the site stands a server that is
    private string Cookies() => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"FormId\" value=\"([^\"]+)\"")]
    private static partial Regex FormId();

    [GeneratedRegex("/my/portfolio/files/[0-9a-f-]{36}")]
    private static partial Regex File();

    /// <summary>A piece that goes out no faster than the line.</summary>
    private sealed class ThinContent(ReadOnlyMemory<byte> piece, int bytesPerSecond) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var step = Math.Max(1, bytesPerSecond / StepsPerSecond);
            for (var at = 0; at < piece.Length; at += step)
            {
                await stream.WriteAsync(piece[at..Math.Min(piece.Length, at + step)]);
                if (bytesPerSecond < int.MaxValue)
                {
                    await Task.Delay(1000 / StepsPerSecond);
                }
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = piece.Length;
            return true;
        }
    }
}
