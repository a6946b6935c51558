using Microsoft.Extensions.Logging.Abstractions;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Originality;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>What a file on the disk says.</summary>
/// <param name="Text">Its text: of plain text exactly as it stands there, of other files as <see cref="ExtractedText"/> has it.</param>
/// <param name="Hidden">Runs of the text that a reader of the document cannot see, in order.</param>
/// <param name="Pages">Number of pages; null where the format does not say.</param>
/// <param name="PagesWithoutText">Pages that show something but give no text: a person must look at them.</param>
public sealed record DocumentContent(string Text, IReadOnlyList<TextRange> Hidden, int? Pages, int PagesWithoutText);

/// <summary>Reads documents from the disk, for whoever has paths and not uploads.</summary>
public static class DocumentFile
{
    private static readonly TextExtractor Extractor = new(NullLogger<TextExtractor>.Instance);

    /// <summary>Reads a docx, odt or pdf by its extension, and anything else as plain text.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>What the file says; or why it cannot be read, such as <see cref="FileTooLarge"/> or <see cref="FileNotText"/>.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Result<DocumentContent> Read(string path, CancellationToken ct)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return Path.GetExtension(path).ToLowerInvariant() is ".docx" or ".odt" or ".pdf"
                ? ReadDocument(file, path, ct)
                : ReadPlainText(file, ct);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new FileNotOpened();
        }
    }

    private static Result<DocumentContent> ReadDocument(FileStream file, string path, CancellationToken ct)
    {
        var read = Extractor.Extract(file, path, ct);
        return read.Error is { } error
            ? error
            : new DocumentContent(
                read.Value.Text,
                [.. read.Value.Hidden.Select(run => new TextRange(run.Start, run.Length))],
                read.Value.Pages,
                read.Value.PagesWithoutText);
    }

    private static Result<DocumentContent> ReadPlainText(FileStream file, CancellationToken ct)
    {
        if (file.Length > FileLimits.MaxBytes)
        {
            return new FileTooLarge(FileLimits.MaxMegabytes);
        }

        ct.ThrowIfCancellationRequested();
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return PlainText.IsBinary(bytes) ? new FileNotText() : new DocumentContent(PlainText.Decode(bytes), [], null, 0);
    }
}
