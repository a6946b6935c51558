using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Infrastructure.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Benchmarks.Originality;

/// <summary>
/// How fast texts are prepared, indexed, looked up and compared, in one run with a program that compares a document with
/// all others by reading them: sim_text of Debian's similarity-tester.
/// </summary>
internal static class OriginalityBenchmark
{
    private const int WordsOfADocument = 6_000;
    private const int Warming = 20;
    private const int Checks = 40;
    private const long CorpusBytes = 110_000_000;
    private const int Thousands = 20_000;
    private const int Million = 1_000_000;
    private const int DocumentsAtOnce = 256;
    private const int MergeFrom = 8_192;

    public static async Task RunAsync(string? texts, string? cli, string? million)
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {Environment.OSVersion}, .NET {Environment.Version}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, documents of {WordsOfADocument} words.");
        Console.WriteLine();
        Console.WriteLine("| work | measured |");
        Console.WriteLine("|---|---|");
        var maker = new MadeUpText();
        Prepare("made-up words", [.. Enumerable.Range(0, 40).Select(i => maker.New(i, WordsOfADocument))]);
        foreach (var folder in texts is null ? [] : Directory.GetDirectories(texts).Order(StringComparer.Ordinal).ToArray())
        {
            Prepare(Path.GetFileName(folder), [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is "src" or "susp").Select(File.ReadAllText)]);
        }

        Align(maker);
        var work = Directory.CreateTempSubdirectory("originality-benchmark-").FullName;
        try
        {
            await AgainstFilesAsync(maker, work, cli);
            await AgainstManyAsync("20,000 documents", maker, Path.Combine(work, "thousands"), Thousands);
            if (million is not null)
            {
                await AgainstManyAsync("1,000,000 documents", maker, million, Million);
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        Row("largest memory of this program", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB");
    }

    private static void Prepare(string name, string[] texts)
    {
        long bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        double seconds = Best(30, () =>
        {
            foreach (var text in texts)
            {
                Fingerprints.OfDocument(PreparedText.From(text));
            }
        });
        Row($"prepare and fingerprint, {name}", $"{bytes / seconds / 1e6:0} MB/s a core");
    }

    private static void Align(MadeUpText maker)
    {
        var sentences = maker.New(7, 3_000).Split(". ");
        var query = PreparedText.From(string.Join(". ", sentences));
        var half = new Source(Guid.Empty, PreparedText.From(string.Join(". ", sentences[..(sentences.Length / 2)]) + ". " + maker.New(8, 1_500)));
        var other = new Source(Guid.Empty, PreparedText.From(maker.New(9, 3_000)));
        Row("align a pair of 3,000 words, half of it shared", $"{Best(50, () => Comparison.FindPassages(query, half)) * 1000:0.0} ms");
        Row("align a pair of 3,000 words, nothing shared", $"{Best(50, () => Comparison.FindPassages(query, other)) * 1000:0.0} ms");
    }

    // the same files for both programs: an index of about 110 MB, and one document a third of which stands in it
    private static async Task AgainstFilesAsync(MadeUpText maker, string work, string? program)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "files")).FullName;
        var count = 0;
        for (long bytes = 0; bytes < CorpusBytes; count++)
        {
            var text = maker.New(count + 1_000, WordsOfADocument);
            bytes += Encoding.UTF8.GetByteCount(text);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{count:0000}.txt"), text);
        }

        // each check another document: what one has read is no help to the next
        var checkedFiles = new string[Warming + Checks];
        for (var i = 0; i < checkedFiles.Length; i++)
        {
            var copied = maker.New(1_500 + i, WordsOfADocument).Split(". ");
            checkedFiles[i] = Path.Combine(work, $"document{i}.txt");
            await File.WriteAllTextAsync(checkedFiles[i], string.Join(". ", copied[..(copied.Length / 3)]) + ". " + maker.New(100_000 + i, WordsOfADocument * 2 / 3));
        }

        var document = checkedFiles[0];

        var database = Path.Combine(work, "index");
        var watch = Stopwatch.StartNew();
        await using (var index = await IndexFile.OpenAsync(database, default))
        {
            foreach (var some in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Chunk(DocumentsAtOnce))
            {
                await index.AddAsync([.. some.Select(path => PreparedFile.From(path, "", PreparedText.From(File.ReadAllText(path))))], default);
                await index.Index.MergeAsync(MergeFrom);
            }

            await index.Index.MergeAsync();
        }

        Row($"add {count} documents (110 MB) to an index file, text kept too", $"{watch.Elapsed.TotalMilliseconds / count:0.0} ms a document, one core");
        Row("index file, texts in it", $"{new FileInfo(database).Length / count / 1000.0:0.0} KB a document");

        // as in a program that has done nothing but checks
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await using var opened = await IndexFileReader.OpenAsync(database, IndexFileReader.Connections, default);
        var mine = new List<double>();
        foreach (var file in checkedFiles)
        {
            watch.Restart();
            var text = PreparedText.From(await File.ReadAllTextAsync(file));
            var sources = await opened.SourcesAsync(await opened.Index.FindAsync(text), default);
            var report = Comparison.Compare(text, sources.Select(s => s.Source));
            mine.Add(watch.Elapsed.TotalMilliseconds);
            if (report.SimilarityPermille is not (> 250 and < 400))
            {
                throw new InvalidOperationException($"A third is copied, and {report.SimilarityPermille} of a thousand were found.");
            }
        }

        mine.RemoveRange(0, Warming);
        mine.Sort();
        Row($"check one document against these {count}: read, look up, compare, report", $"{mine[Checks / 2]:0} ms (median of {Checks} after {Warming}), {mine[0]:0} to {mine[^1]:0} ms");
        string[] arguments = ["originality", "check", document, "--database", database];
        var cli = program is null
            ? await TimeAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "TeacherCpd.Cli.dll"), .. arguments])
            : await TimeAsync(program, arguments);
        Row($"the same as a process: TeacherCpd.Cli originality check{(program is null ? "" : ", published for this system")}", cli is null ? "not run" : $"{cli:0} ms (best of 3)");
        var sim = await TimeAsync("sim_text", ["-n", "-T", "-S", "-r", "8", document, "/", .. Directory.EnumerateFiles(folder)]);
        Row("sim_text -n -T -S -r 8 on the same files", sim is null ? "not installed (Debian: similarity-tester)" : $"{sim:0} ms (best of 3)");
        if (sim is not null)
        {
            Row("sim_text / check", $"{sim / mine[Checks / 2]:0.0} times within a running program, {sim / cli:0.0} times as a process");
        }
    }

    // Documents of made-up fingerprints; each checked text shares a third with one of them, and single ones of another
    // third with many.
    private static async Task AgainstManyAsync(string name, MadeUpText maker, string database, int count)
    {
        var copied = maker.New(3, WordsOfADocument);
        var usual = maker.New(6, WordsOfADocument);
        var fingerprints = Fingerprints.OfDocument(PreparedText.From(copied));
        var phrases = Fingerprints.OfDocument(PreparedText.From(usual));
        var texts = Enumerable.Range(0, Checks + 2).Select(i => PreparedText.From(
            maker.New(100_000 + i, WordsOfADocument / 3) + " " + copied[..(copied.Length / 3)] + " " + usual[..(usual.Length / 3)])).ToList();
        var watch = Stopwatch.StartNew();
        await using (var index = await IndexFile.OpenAsync(database, default))
        {
            var added = await MadeUpIndex.FillAsync(index, count, number => number == count / 2 ? fingerprints : Chance(number, fingerprints.Count, phrases));
            Row($"{name}: merge the fingerprints of {added}", $"{watch.Elapsed.TotalMilliseconds / Math.Max(1, added):0.0} ms a document");
        }

        var used = await UsedBytesAsync(database);
        var published = $"FROM IndexSegments WHERE Status = {(int)IndexSegmentStatus.Published}";
        var postings = await OneAsync(database, $"SELECT SUM(Postings) {published}");
        Row($"{name}: index", $"{used / count / 1000.0:0.00} KB a document, {used / (double)postings:0.0} bytes a posting, {await OneAsync(database, $"SELECT COUNT(*) {published}")} segments; file {new FileInfo(database).Length / 1e9:0.00} GB with the room that merges left");
        foreach (var isCold in new[] { true, false })
        {
            if (isCold)
            {
                await DropCachesAsync();
            }

            await using var index = await IndexFileReader.OpenAsync(database, IndexFileReader.Connections, default);
            var times = new List<double>();
            foreach (var text in isCold ? texts[..1] : texts[1..])
            {
                watch.Restart();
                var found = await index.Index.FindAsync(text);
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (found[0].Number != count / 2)
                {
                    throw new InvalidOperationException("The source is not the first candidate.");
                }
            }

            // the first of the warm ones reads the upper levels of the tree
            times = isCold ? times : [.. times.Skip(1).Order()];
            Row($"{name}: look up a document of {WordsOfADocument} words, {(isCold ? "cold" : "warm, each another one")}", isCold ? $"{times[0]:0} ms" : $"{times[Checks / 2]:0} ms, {times[0]:0} to {times[^1]:0}");
        }
    }

    private static async Task<long> UsedBytesAsync(string database) =>
        (await OneAsync(database, "PRAGMA page_count") - await OneAsync(database, "PRAGMA freelist_count")) * await OneAsync(database, "PRAGMA page_size");

    private static async Task<long> OneAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // one in fifty is shared with others, as phrases of everybody are
    private static long[] Chance(int number, int most, IReadOnlyList<long> common)
    {
        var random = new Random(number);
        var own = new long[most * (Fingerprints.DefaultWindow + 1) / (Fingerprints.WindowFor(number) + 1)];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = random.Next(50) == 0 ? common[random.Next(common.Count)] : random.NextInt64(1L << Fingerprints.Bits);
        }

        Array.Sort(own);
        return [.. own.Distinct()];
    }

    // cold: nothing of the file in the memory of the system, where it may be said so
    private static async Task DropCachesAsync()
    {
        try
        {
            await File.WriteAllTextAsync("/proc/sys/vm/drop_caches", "3");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("The caches could not be dropped; cold is as warm as the system left it.");
        }
    }

    private static double Best(int times, Action work)
    {
        double best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var from = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalSeconds);
        }

        return best;
    }

    private static async Task<double?> TimeAsync(string program, string[] arguments)
    {
        try
        {
            double best = double.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var from = Stopwatch.GetTimestamp();
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
                await process.StandardOutput.ReadToEndAsync();
                await process.WaitForExitAsync();
                best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }

            return best;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Row(string work, string measured) => Console.WriteLine($"| {work} | {measured} |");
}
