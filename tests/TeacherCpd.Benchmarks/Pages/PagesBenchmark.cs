using System.Diagnostics;
using System.Net;

namespace TeacherCpd.Benchmarks.Pages;

/// <summary>How fast the pages of the path answer, one after another and many at once.</summary>
internal static class PagesBenchmark
{
    private const int Warming = 100;
    private const int Times = 200;

    public static async Task RunAsync(int seconds, int connections)
    {
        await using var site = await RunningSite.StartAsync();
        var started = site.Megabytes;
        var rows = new List<string>();

        // all of them first: a page measured early would else pay for what all share
        foreach (var page in PageOfThePath.All)
        {
            using var visitor = await Visitor.ComeAsync(site.Address, page.Who);
            var address = await visitor.AddressAsync(page);
            for (var i = 0; i < Warming; i++)
            {
                await visitor.GetAsync(address);
            }
        }

        foreach (var page in PageOfThePath.All)
        {
            using var visitor = await Visitor.ComeAsync(site.Address, page.Who);
            var address = await visitor.AddressAsync(page);
            var answer = await visitor.GetAsync(address);
            if (answer.Status != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{page.Name}: {address} answers {answer.Status}.");
            }

            var cold = answer.Body.Length;
            foreach (var part in Visitor.PartsOf(answer))
            {
                cold += (await visitor.GetAsync(part)).Body.Length;
            }

            var times = new double[Times];
            for (var i = 0; i < Times; i++)
            {
                var from = Stopwatch.GetTimestamp();
                await visitor.GetAsync(address);
                times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }

            Array.Sort(times);
            var (p50, p95) = (times[Times / 2], times[Times * 95 / 100]);
            var worked = site.Worked;
            var perSecond = await Load.MeasureAsync(new Uri(site.Address, address), visitor.Cookies, connections, seconds);
            var work = (site.Worked - worked).TotalMilliseconds / (perSecond * seconds);
            var row = $"| {page.Name} | {page.Who?.Title ?? "visitor"} | {p50:0.0} | {p95:0.0} | {p95 / 50:0.00} | {perSecond:0} | {work:0.00} | {answer.Body.Length / 1000.0:0.0} | {cold / 1000.0:0} |";
            Console.Error.WriteLine(row);
            rows.Add(row);
        }

        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}; {Times} requests on one connection for the times, {connections} connections for {seconds} s by {Load.Driver} for requests/s; memory {started} MB after the start, {site.Megabytes} MB at the end.");
        Console.WriteLine();
        Console.WriteLine("| page | who | p50 ms | p95 ms | p95 of 50 ms | requests/s | core ms a request | page KB | cold load KB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        rows.ForEach(Console.WriteLine);
    }
}
