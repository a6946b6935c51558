using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using TeacherCpd.Benchmarks.Pages;
using TeacherCpd.Infrastructure.Demo;
using TeacherCpd.Testing;

namespace TeacherCpd.Benchmarks.Uploads;

/// <summary>
/// The hour before a deadline: many send their reports at once and hand them in, while others look at pages. And one large
/// file over a thin line that is cut.
/// </summary>
internal static class UploadsBenchmark
{
    private const int PieceBytes = 512 * 1024;
    private const int Megabyte = 1024 * 1024;
    private const int Readers = 8;

    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(10);

    /// <summary>Sends files at once and prints what was lost, how fast the pages stayed, and the most memory.</summary>
    /// <param name="count">Files, each of 1 to 2 MB, each by a person of its own.</param>
    /// <param name="minutes">Over how long people begin; a person's line carries 1 Mbit/s.</param>
    public static async Task SendAtOnceAsync(int count, double minutes)
    {
        var people = new ConcurrentQueue<(string Iin, Guid EnrolmentId)>();
        await using var site = await RunningSite.StartAsync(services => UploadPeople.AddAsync(services, count, people));

        // signed in before: checking 500 passwords is another measurement
        var senders = new List<UploadSender>();
        foreach (var (iin, enrolmentId) in people)
        {
            senders.Add(await UploadSender.ComeAsync(site.Address, iin, enrolmentId));
        }

        Console.Error.WriteLine($"{count} people are signed in.");
        using var stop = new CancellationTokenSource();
        var times = new ConcurrentBag<double>();
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadAsync(site.Address, times, stop.Token)).ToList();

        // what the pages take without uploads, on this machine with whatever else it does
        await Task.Delay(Alone);
        var alone = times.Order().ToList();
        times.Clear();
        var worked = site.Worked;
        var memory = WatchAsync(site, stop.Token);

        var watch = Stopwatch.StartNew();
        var outcomes = await Task.WhenAll(senders.Select((sender, i) => Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMinutes(minutes * i / count));
            var content = Report(i, Megabyte + (int)((long)Megabyte * i / count));
            using var own = sender;
            try
            {
                await sender.SendAsync(content, PieceBytes, bytesPerSecond: 125_000);
                return await sender.HandInAsync() == Convert.ToHexStringLower(SHA256.HashData(content)) ? null : "another file";
            }
            catch (Exception e)
            {
                return e.Message;
            }
        })));
        var took = watch.Elapsed;
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        var sorted = times.Order().ToList();
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}; {count} files of 1 to 2 MB at 1 Mbit/s each, begun within {minutes * 60:0} s, all handed in after {took.TotalSeconds:0} s; {Readers} readers.");
        Console.WriteLine();
        Console.WriteLine("| | pages read | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine(Row("before", alone));
        Console.WriteLine(Row("meanwhile", sorted));
        Console.WriteLine();
        Console.WriteLine($"Lost: {outcomes.Count(o => o is not null)}. Most memory: {await memory} MB. Work: {(site.Worked - worked).TotalMilliseconds / count:0} core ms a file, handed in and pages included.");
        foreach (var fault in outcomes.OfType<string>().GroupBy(o => o))
        {
            Console.WriteLine($"{fault.Count()} times: {fault.Key}");
        }
    }

    /// <summary>Sends 50 MB over 1 Mbit/s, cut three times: about seven minutes.</summary>
    public static async Task SendOverThinLineAsync()
    {
        var people = new ConcurrentQueue<(string Iin, Guid EnrolmentId)>();
        await using var site = await RunningSite.StartAsync(services => UploadPeople.AddAsync(services, 1, people));
        await using var line = new SlowLine(site.Address, 125_000);
        var content = Report(0, (50 * Megabyte) - 100_000);
        var (iin, enrolmentId) = people.Single();
        using var sender = await UploadSender.ComeAsync(line.Address, iin, enrolmentId);
        var before = line.Sent;
        var watch = Stopwatch.StartNew();
        var sending = sender.SendAsync(content, PieceBytes, bytesPerSecond: int.MaxValue);
        foreach (var part in new[] { 0.2, 0.5, 0.8 })
        {
            await line.SentAsync(before + (long)(part * content.Length), CancellationToken.None);
            line.Cut();
            await Task.Delay(TimeSpan.FromSeconds(5));
            line.Mend();
        }

        await sending;
        var sent = line.Sent - before;
        var isSame = await sender.HandInAsync() == Convert.ToHexStringLower(SHA256.HashData(content));
        Console.WriteLine($"{content.Length} bytes over 1 Mbit/s, cut three times for 5 s: {(isSame ? "arrived whole" : "LOST")} after {watch.Elapsed.TotalSeconds:0} s, {sent} bytes sent, {sent - content.Length} more than the file ({(sent - content.Length) / (double)PieceBytes:0.0} pieces).");
    }

    // pages that people open in that hour, one after another
    private static async Task ReadAsync(Uri site, ConcurrentBag<double> times, CancellationToken stop)
    {
        using var visitor = await Visitor.ComeAsync(site, DemoAccounts.Teacher);
        string[] pages = ["/", "/my/courses", "/catalogue", "/my/certificates"];
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var watch = Stopwatch.StartNew();
            var answer = await visitor.GetAsync(pages[i % pages.Length]);
            if (answer.Status != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{pages[i % pages.Length]} answered {answer.Status}.");
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(200, CancellationToken.None);
        }
    }

    private static async Task<long> WatchAsync(RunningSite site, CancellationToken stop)
    {
        var most = 0L;
        while (!stop.IsCancellationRequested)
        {
            most = Math.Max(most, site.Megabytes);
            await Task.Delay(200, CancellationToken.None);
        }

        return most;
    }

    private static string Row(string when, List<double> sorted) =>
        $"| {when} | {sorted.Count} | {At(sorted, 0.5):0} | {At(sorted, 0.95):0} | {At(sorted, 0.99):0} |";

    private static double At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)];

    /// <summary>A report of some sentences with pictures that cannot be packed: like those of teachers, most of it is no text.</summary>
    private static byte[] Report(int number, int bytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """);
            Add(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """);
            var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"<w:p><w:r><w:t>{number} есеп, {i} сабақ: оқушылар {(i * 7) + number} сұрақ қойып, {i + number} шешім ұсынды.</w:t></w:r></w:p>"));
            Add(zip, "word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{text}</w:body></w:document>""");
            using var picture = zip.CreateEntry("word/media/image1.png", CompressionLevel.NoCompression).Open();
            picture.Write(RandomNumberGenerator.GetBytes(bytes));
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }
}
