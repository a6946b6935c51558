using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherCpd.Benchmarks.Pages;

/// <summary>How many requests a second a page answers: by <c>wrk</c> where it is installed, else by a loop.</summary>
internal static partial class Load
{
    private static readonly bool HasWrk = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <summary>What drives the load.</summary>
    public static string Driver => HasWrk ? "wrk" : "a loop of HttpClient";

    /// <summary>Requests a second with a number of connections for some seconds.</summary>
    public static Task<double> MeasureAsync(Uri page, string cookies, int connections, int seconds) =>
        HasWrk ? ByWrkAsync(page, cookies, connections, seconds) : ByLoopAsync(page, cookies, connections, seconds);

    private static async Task<double> ByWrkAsync(Uri page, string cookies, int connections, int seconds)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "wrk",
            [
                "-t1", $"-c{connections}", $"-d{seconds}s",
                "-H", $"Accept-Encoding: {Visitor.Encodings}", "-H", "Accept: text/html", "-H", $"Cookie: {cookies}",
                page.ToString(),
            ])
        { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (said.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{page}: {said}");
        }

        return double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<double> ByLoopAsync(Uri page, string cookies, int connections, int seconds)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = connections });
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", Visitor.Encodings);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", cookies);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < seconds; count++)
            {
                using var answer = await client.GetAsync(page);
                answer.EnsureSuccessStatusCode();
            }

            return count;
        }));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();
}
