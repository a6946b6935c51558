using System.CommandLine;
using TeacherCpd.Infrastructure.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>originality index</c>: makes an index of the documents of a folder in a file, or extends one: what is in it
/// already is left alone, a document that changed replaces its former self. Broken off, it goes on where it was.
/// </summary>
internal static class IndexCommand
{
    // saved together; larger merges than in the product, since here documents come by the thousand
    private const int DocumentsAtOnce = 256;
    private const int MergeFrom = 8_192;

    public static Command Create()
    {
        var sources = new Option<DirectoryInfo>("--sources") { Description = "Folder of the documents (txt, docx, odt, pdf), with the folders in it.", Required = true }.AcceptExistingOnly();
        var database = DatabaseOption("Index file; made when it does not exist.");
        var command = new Command("index", "Make or extend an index of a folder of documents.") { sources, database };
        command.SetAction((arguments, cancellationToken) => OriginalityCommand.RunAsync(arguments, console =>
            RunAsync(console, arguments.GetValue(sources)!.FullName, arguments.GetValue(database)!.FullName, cancellationToken)));
        return command;
    }

    /// <summary>The option that names an index file.</summary>
    public static Option<FileInfo> DatabaseOption(string description) => new("--database") { Description = description, Required = true };

    /// <summary>Adds the documents of a folder to an index.</summary>
    public static async Task<int> AddAsync(IndexFile index, DocumentReader documents, string folder, IEnumerable<string> names, Progress progress, CancellationToken cancellationToken)
    {
        var known = await index.NamesAsync(cancellationToken);
        var added = 0;
        var prepared = Ordered.SelectAsync(names, (name, stop) => Task.FromResult(Prepare(documents, folder, name, known, stop)), cancellationToken);
        await foreach (var some in prepared.Chunk(DocumentsAtOnce).WithCancellation(cancellationToken))
        {
            var files = some.OfType<PreparedFile>().ToList();
            await index.AddAsync(files, cancellationToken);
            added += files.Count;
            await index.Index.MergeAsync(MergeFrom, cancellationToken);
            progress.Add(some.Length);
        }

        await index.Index.MergeAsync(cancellationToken: cancellationToken);
        return added;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, string sources, string database, CancellationToken cancellationToken)
    {
        await using var index = await IndexFile.OpenAsync(database, cancellationToken);
        var documents = new DocumentReader(console.Error);
        var progress = new Progress(console.Error, "indexed");
        var names = DocumentReader.Names(sources, inFolders: true).Where(name => !IsOf(database, Path.GetFullPath(Path.Combine(sources, name))));
        var added = await AddAsync(index, documents, sources, names, progress, cancellationToken);
        progress.End();
        await console.Output.WriteLineAsync($"{progress.Count} document(s), {added} added.");
        return documents.ExitCode;
    }

    // the index may lie among the documents, with what SQLite keeps beside it while it writes
    private static bool IsOf(string database, string path) => path == database || path == $"{database}-journal";

    private static PreparedFile? Prepare(DocumentReader documents, string folder, string name, Dictionary<string, string> known, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        return documents.Sha256(path) is { } hash && known.GetValueOrDefault(name) != hash && documents.Read(path, cancellationToken) is { } document
            ? PreparedFile.From(name, hash, document.Text)
            : null;
    }
}
