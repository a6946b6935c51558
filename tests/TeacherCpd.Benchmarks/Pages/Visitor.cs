using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Benchmarks.Pages;

/// <summary>
/// One connection of one person, with the headers of a browser. Cookies are sent on although the connection is not
/// encrypted: in front of the site stands a server that is.
/// </summary>
internal sealed partial class Visitor : IDisposable
{
    /// <summary>What a browser takes.</summary>
    public const string Encodings = "gzip, br";

    private readonly HttpClient client;
    private readonly Dictionary<string, string> cookies = [];

    private Visitor(Uri site) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 1 }) { BaseAddress = site };

    /// <summary>The header with what the site gave.</summary>
    public string Cookies => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    /// <summary>A visitor, or a person who signed in.</summary>
    public static async Task<Visitor> ComeAsync(Uri site, DemoAccount? who)
    {
        var visitor = new Visitor(site);
        if (who is not null)
        {
            var form = Text(await visitor.GetAsync("/sign-in"));
            var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in")
            {
                Content = new FormUrlEncodedContent(
                [
                    new("Input.Iin", who.Iin),
                    new("Input.Password", DemoAccounts.Password),
                    new("__RequestVerificationToken", Token().Match(form).Groups[1].Value),
                ]),
            });
            if (answer.Status != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"Signing in as {who.Title} answered {answer.Status}.");
            }
        }

        return visitor;
    }

    /// <summary>Asks for a page.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>The address at the end of a way of links.</summary>
    public async Task<string> AddressAsync(PageOfThePath page)
    {
        var address = page.Way[0];
        foreach (var step in page.Way.Skip(1))
        {
            var pattern = new Regex($"href=\"({Regex.Escape(step).Replace("\\*", "[^/\"]+", StringComparison.Ordinal)})\"");
            var link = pattern.Match(Text(await GetAsync(address)));
            address = link.Success ? link.Groups[1].Value : throw new InvalidOperationException($"{page.Name}: no link {step} on {address}.");
        }

        return address;
    }

    /// <summary>The addresses of the style sheets, scripts and pictures that a page brings.</summary>
    public static IEnumerable<string> PartsOf(Answer page) =>
        Parts().Matches(Text(page)).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct();

    public void Dispose() => client.Dispose();

    private static string Text(Answer answer)
    {
        using var body = new MemoryStream(answer.Body);
        using Stream plain = answer.Encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptEncoding.Clear();
        request.Headers.TryAddWithoutValidation("Accept-Encoding", Encodings);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookies);
        }

        using (request)
        {
            using var answer = await client.SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';')[0].Split('=', 2);
                cookies[pair[0]] = pair[1];
            }

            return new Answer(answer.StatusCode, answer.Content.Headers.ContentEncoding.FirstOrDefault(), await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<(?:link|script|img)[^>]* (?:href|src)=\"(/[^\"]+)\"")]
    private static partial Regex Parts();
}

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Encoding, byte[] Body);
