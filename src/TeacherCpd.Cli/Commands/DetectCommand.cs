using System.CommandLine;
using System.Globalization;
using TeacherCpd.Infrastructure.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>originality detect</c>: the passages that texts of one folder share with texts of another, a line each. With a file
/// of pairs exactly those are compared; without it every text is compared with the likeliest of the other folder.
/// A file that cannot be read is named and left out; the exit code is then 2.
/// </summary>
internal static class DetectCommand
{
    public static Command Create()
    {
        var suspicious = new Option<DirectoryInfo>("--suspicious") { Description = "Folder of the documents to check.", Required = true }.AcceptExistingOnly();
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder of the documents to compare with.", Required = true }.AcceptExistingOnly();
        var pairs = new Option<FileInfo>("--pairs") { Description = "File names to compare, a suspicious and a source one a line." }.AcceptExistingOnly();
        var output = new Option<FileInfo>("--output") { Description = "File to write: names, then start and end in both texts, in UTF-16 units.", Required = true };
        var command = new Command("detect", "List the passages that texts of two folders share.") { suspicious, sources, pairs, output };
        command.SetAction((arguments, cancellationToken) => OriginalityCommand.RunAsync(arguments, console => new Detection(
            arguments.GetValue(suspicious)!.FullName,
            arguments.GetValue(sources)!.FullName,
            console.Error).RunAsync(arguments.GetValue(pairs), arguments.GetValue(output)!, cancellationToken)));
        return command;
    }

    private sealed class Detection(string suspicious, string sources, TextWriter error)
    {
        private readonly DocumentReader documents = new(error);

        public async Task<int> RunAsync(FileInfo? pairs, FileInfo output, CancellationToken cancellationToken)
        {
            await using var writer = new StreamWriter(output.FullName);
            if (pairs is not null)
            {
                await WriteAsync(Given(pairs), (pair, stop) => Task.FromResult(Lines(pair.Suspicious, pair.Sources, stop)), writer, cancellationToken);
                return documents.ExitCode;
            }

            // the index is on disk, so that the memory does not grow with the folder
            var folder = Directory.CreateTempSubdirectory("originality-").FullName;
            try
            {
                await FindAndWriteAsync(Path.Combine(folder, "index"), writer, cancellationToken);
                return documents.ExitCode;
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        private static IEnumerable<(string Suspicious, IEnumerable<string> Sources)> Given(FileInfo pairs) =>
            File.ReadLines(pairs.FullName)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(NamesOf)
                .GroupBy(names => names[0], names => names[1])
                .Select(group => (group.Key, group.AsEnumerable()));

        // at the tab where there is one: a name may hold spaces
        private static string[] NamesOf(string line)
        {
            var names = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t', StringSplitOptions.TrimEntries) : line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return names.Length == 2 ? names : throw new InvalidDataException($"These are not two file names: {line}");
        }

        private async Task FindAndWriteAsync(string database, StreamWriter writer, CancellationToken cancellationToken)
        {
            await using (var index = await IndexFile.OpenAsync(database, cancellationToken))
            {
                var progress = new Progress(error, "indexed");
                await IndexCommand.AddAsync(index, documents, sources, DocumentReader.Names(sources), progress, cancellationToken);
                progress.End();
            }

            await WriteAsync(DocumentReader.Names(suspicious), FindAsync, writer, cancellationToken);

            async Task<List<string>> FindAsync(string name, CancellationToken stop)
            {
                if (documents.Read(Path.Combine(suspicious, name), stop) is not { } document)
                {
                    return [];
                }

                await using var index = await IndexFileReader.OpenAsync(database, connections: 1, stop);
                var candidates = await index.Index.FindAsync(document.Text, cancellationToken: stop);
                return Lines(name, document.Text, await index.NamesOfAsync(candidates, stop), stop);
            }
        }

        private async Task WriteAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, Task<List<string>>> lines, StreamWriter writer, CancellationToken cancellationToken)
        {
            var progress = new Progress(error, "compared");
            await foreach (var some in Ordered.SelectAsync(items, lines, cancellationToken))
            {
                foreach (var line in some)
                {
                    await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
                }

                progress.Add();
            }

            progress.End();
        }

        private List<string> Lines(string name, IEnumerable<string> against, CancellationToken cancellationToken) =>
            documents.Read(In(suspicious, name), cancellationToken) is { } document ? Lines(name, document.Text, against, cancellationToken) : [];

        private List<string> Lines(string name, PreparedText text, IEnumerable<string> against, CancellationToken cancellationToken)
        {
            var lines = new List<string>();
            foreach (var source in against)
            {
                if (documents.Read(In(sources, source), cancellationToken) is { } other)
                {
                    lines.AddRange(Comparison.FindPassages(text, new Source(Guid.Empty, other.Text)).Select(p => string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}\t{source}\t{p.Start}\t{p.Start + p.Length}\t{p.SourceStart}\t{p.SourceStart + p.SourceLength}")));
                }
            }

            return lines;
        }

        // a name in the pairs leads to no other folder
        private static string In(string folder, string name) => Path.Combine(folder, Path.GetFileName(name));
    }
}
