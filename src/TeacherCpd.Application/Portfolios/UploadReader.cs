using System.Text;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Takes the text out of an upload within a bounded time.</summary>
public sealed class UploadReader(ITextExtractor extractor, TimeProvider time) : IDisposable
{
    /// <summary>Name of the field that holds the file.</summary>
    public const string FileField = "File";

    private const int NameLength = 200;

    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(60);

    // half of the cores stay free for pages when a group hands in before its deadline
    private readonly SemaphoreSlim turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The text of an upload; an error stands at the field of the file. Waits where many are read at once.</summary>
    public async Task<Result<ExtractedText>> ReadAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            return Read(content, name, cancellationToken);
        }
        finally
        {
            turns.Release();
        }
    }

    private Result<ExtractedText> Read(Stream content, string name, CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(LongestReading, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        try
        {
            var extracted = extractor.Extract(content, name, stop.Token);
            return extracted.Error is { } error ? AtField(error) : extracted;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return AtField(new FileTakesTooLong());
        }
    }

    /// <summary>An error at the field of the file.</summary>
    public static InvalidInput AtField(Error error) => new([new FieldFault(FileField, error.Code, error.Args)]);

    /// <summary>The name of the file alone: some browsers send the whole path, and the name is printed and stored as text.</summary>
    public static string NameOf(string sent)
    {
        var name = new string([.. sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        if (name.Length <= NameLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: < 20 } usual ? usual : "";
        var cut = NameLength - extension.Length;

        // half of a letter that takes two units is not text, and PostgreSQL refuses it
        return string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut), extension);
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    /// <summary>The text that a reader of the document sees.</summary>
    public static string VisibleText(ExtractedText extracted)
    {
        var visible = new StringBuilder(extracted.Text.Length);
        var at = 0;
        foreach (var run in extracted.Hidden)
        {
            visible.Append(extracted.Text, at, run.Start - at);
            at = run.Start + run.Length;
        }

        return visible.Append(extracted.Text, at, extracted.Text.Length - at).ToString();
    }
}
