using System.CommandLine;
using System.Globalization;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>originality detect</c>: the passages that texts of one folder share with texts of another, a line each. With a file
/// of pairs exactly those are compared; without it every text is compared with the likeliest of the other folder.
/// A file that cannot be read is named and left out; the exit code is then 2.
/// </summary>
internal static class DetectCommand
{
    private const int Unreadable = 2;
    private const int TextsBetweenWords = 500;

    public static Command Create()
    {
        var suspicious = new Option<DirectoryInfo>("--suspicious") { Description = "Folder of the plain texts to check.", Required = true }.AcceptExistingOnly();
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder of the plain texts to compare with.", Required = true }.AcceptExistingOnly();
        var pairs = new Option<FileInfo>("--pairs") { Description = "File names to compare, a suspicious and a source one a line." }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--output") { Description = "File to write: names, then start and end in both texts, in UTF-16 units.", Required = true };
        var command = new Command("detect", "List the passages that texts of two folders share.") { suspicious, sources, pairs, output };
        command.SetAction((arguments, cancellationToken) => new Detection(
            arguments.GetValue(suspicious)!.FullName,
            arguments.GetValue(sources)!.FullName,
            arguments.InvocationConfiguration.Error).RunAsync(arguments.GetValue(pairs), arguments.GetValue(output)!, cancellationToken));
        return command;
    }

    private sealed class Detection(string suspicious, string sources, TextWriter error)
    {
        private readonly Lock words = new();
        private bool allRead = true;

        public async Task<int> RunAsync(FileInfo? pairs, FileInfo output, CancellationToken cancellationToken)
        {
            var tasks = pairs is null ? Likeliest(cancellationToken) : Given(pairs);
            await using var writer = new StreamWriter(output.FullName);
            var done = 0;

            // in the order of the texts, whichever core was faster; only what is being compared is in memory
            foreach (var lines in tasks.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(task => Lines(task.Suspicious, task.Sources())))
            {
                foreach (var line in lines)
                {
                    await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
                }

                Progress("compared", ++done);
            }

            return allRead ? 0 : Unreadable;
        }

        private static IEnumerable<(string Suspicious, Func<IEnumerable<string>> Sources)> Given(FileInfo pairs) =>
            File.ReadLines(pairs.FullName)
                .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Where(names => names.Length == 2)
                .GroupBy(names => names[0], names => names[1])
                .Select(group => (group.Key, new Func<IEnumerable<string>>(() => group)));

        private IEnumerable<(string Suspicious, Func<IEnumerable<string>> Sources)> Likeliest(CancellationToken cancellationToken)
        {
            var index = new MemoryIndex();
            var names = new Dictionary<Guid, string>();
            foreach (var name in Names(sources))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Read(sources, name) is { } text)
                {
                    // ids in the order of the names, so that a tie goes the same way each time
                    var id = new Guid(names.Count + 1, 0, 0, new byte[8]);
                    names.Add(id, name);
                    index.Add(id, Fingerprints.OfDocument(text));
                    Progress("indexed", names.Count);
                }
            }

            return Names(suspicious).Select(name => (name, new Func<IEnumerable<string>>(() =>
                Read(suspicious, name) is { } text ? index.Find(text).Select(c => names[c.Document]).Order(StringComparer.Ordinal) : [])));
        }

        private List<string> Lines(string name, IEnumerable<string> against)
        {
            var lines = new List<string>();
            if (Read(suspicious, name) is { } text)
            {
                foreach (var source in against)
                {
                    if (Read(sources, source) is { } other)
                    {
                        lines.AddRange(Comparison.FindPassages(text, new Source(Guid.Empty, other)).Select(p => string.Create(
                            CultureInfo.InvariantCulture,
                            $"{name}\t{source}\t{p.Start}\t{p.Start + p.Length}\t{p.SourceStart}\t{p.SourceStart + p.SourceLength}")));
                    }
                }
            }

            return lines;
        }

        private PreparedText? Read(string folder, string name)
        {
            try
            {
                return PreparedText.From(PlainText.Read(Path.Combine(folder, Path.GetFileName(name))));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                lock (words)
                {
                    allRead = false;
                    error.WriteLine($"{name} cannot be read and was left out: {e.Message}");
                }

                return null;
            }
        }

        private static IEnumerable<string> Names(string folder) =>
            Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

        // on a terminal only: in a file the lines would be noise
        private void Progress(string what, int count)
        {
            if (count % TextsBetweenWords == 0 && !Console.IsErrorRedirected)
            {
                error.WriteLine($"{what}: {count}");
            }
        }
    }
}
