using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherCpd.Infrastructure.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>originality check</c>: what a document shares with those of an index. The exit code is 0 whatever is found, and 2
/// when the document or the index cannot be read.
/// </summary>
internal static class CheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Document to check (txt, docx, odt, pdf)." };
        var database = IndexCommand.DatabaseOption("Index file.");
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("check", "Compare a document with those of an index.") { file, database, json };
        command.SetAction((arguments, cancellationToken) => OriginalityCommand.RunAsync(arguments, console => RunAsync(
            console, arguments.GetValue(file)!.FullName, arguments.GetValue(database)!.FullName, arguments.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, string path, string database, bool json, CancellationToken cancellationToken)
    {
        var documents = new DocumentReader(console.Error);
        if (documents.Read(path, cancellationToken) is not { } document)
        {
            return documents.ExitCode;
        }

        await using var index = await IndexFileReader.OpenAsync(database, IndexFileReader.Connections, cancellationToken);
        var sources = await index.SourcesAsync(await index.Index.FindAsync(document.Text, cancellationToken: cancellationToken), cancellationToken);
        var report = Comparison.Compare(document.Text, sources.Select(s => s.Source), cancellationToken);
        var names = sources.ToDictionary(s => s.Source.Id, s => s.Name);
        var view = View.Of(report, document, names);
        await console.Output.WriteLineAsync(json ? JsonSerializer.Serialize(view, Json) : Words(view));
        return 0;
    }

    private static string Words(View view)
    {
        List<string> lines =
        [
            view.Similarity is null
                ? $"Not checked: no words to compare ({view.Words} words, {view.ExcludedWords} excluded)."
                : string.Create(CultureInfo.InvariantCulture, $"Similarity {view.Similarity} %, SC1 {view.Sc1} %, SC2 {view.Sc2} % ({view.Words} words, {view.MatchedWords} found elsewhere, {view.ExcludedWords} excluded)."),
            .. view.Sources.Select(s => string.Create(CultureInfo.InvariantCulture, $"Source {s.Name}: {s.Similarity} %, {s.MatchedWords} words, {s.VerbatimWords} of them word for word.")),
            .. view.Passages.Select(p => $"Passage {p.Start}-{p.End} ({p.Words} words) stands in {p.Source} {p.SourceStart}-{p.SourceEnd}."),
            .. view.Exclusions.Select(e => $"Not counted {e.Start}-{e.End} ({e.Words} words): {e.Reason}."),
            .. view.Evidence.Select(e => $"Sign of evasion {e.Start}-{e.End}: {e.Kind}{(e.Restored.Length > 0 ? $", read as \"{e.Restored}\"" : "")}."),
        ];
        if (view.PagesWithoutText > 0)
        {
            lines.Insert(1, $"Pages without text: {view.PagesWithoutText}. A person must look at them: the figures say nothing about them.");
        }

        if (view.EvidenceCount > view.Evidence.Count)
        {
            lines.Add($"Signs of evasion in all: {view.EvidenceCount}.");
        }

        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>A report with names; percentages with one decimal, ends exclusive, offsets in UTF-16 units.</summary>
    private sealed record View(
        decimal? Similarity,
        decimal? Sc1,
        decimal? Sc2,
        int Words,
        int MatchedWords,
        int ExcludedWords,
        int PagesWithoutText,
        IReadOnlyList<SourceView> Sources,
        IReadOnlyList<PassageView> Passages,
        IReadOnlyList<ExclusionView> Exclusions,
        int EvidenceCount,
        IReadOnlyList<EvidenceView> Evidence)
    {
        public static View Of(OriginalityReport report, ReadDocument document, Dictionary<Guid, string> names) => new(
            Percent(report.SimilarityPermille),
            Percent(report.Sc1Permille),
            Percent(report.Sc2Permille),
            report.Words,
            report.MatchedWords,
            report.ExcludedWords,
            document.PagesWithoutText,
            [.. report.Sources.Select(s => new SourceView(names[s.SourceId], s.Permille / 10m, s.MatchedWords, s.VerbatimWords))],
            [.. report.Passages.Select(p => new PassageView(names[p.SourceId], p.Start, p.Start + p.Length, p.SourceStart, p.SourceStart + p.SourceLength, p.Words, p.VerbatimWords))],
            [.. report.Exclusions.Select(e => new ExclusionView(e.Reason, e.Start, e.Start + e.Length, e.Words))],
            document.Text.EvidenceCount,
            [.. report.Evidence.Select(e => new EvidenceView(e.Kind, e.Start, e.Start + e.Length, document.Text.Text.Substring(e.Start, e.Length), e.Restored))]);

        private static decimal? Percent(int? permille) => permille / 10m;
    }

    private sealed record SourceView(string Name, decimal Similarity, int MatchedWords, int VerbatimWords);

    private sealed record PassageView(string Source, int Start, int End, int SourceStart, int SourceEnd, int Words, int VerbatimWords);

    private sealed record ExclusionView(ExclusionReason Reason, int Start, int End, int Words);

    private sealed record EvidenceView(EvidenceKind Kind, int Start, int End, string Original, string Restored);
}
