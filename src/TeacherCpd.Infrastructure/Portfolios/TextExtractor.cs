using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Chooses the reader by extension, lets it confirm the content, and turns every failure into its error.</summary>
public sealed class TextExtractor(ILogger<TextExtractor> logger) : ITextExtractor
{
    /// <summary>First bytes looked at for a signature.</summary>
    private const int HeadBytes = 1024;

    private static readonly IFormatReader[] Readers = [new DocxReader(), new OdtReader(), new PdfReader(), new PlainTextReader()];

    private static readonly string Accepted = string.Join(", ", Readers.Select(r => r.Extension));

    /// <inheritdoc/>
    public Result<string> Inspect(Stream file, string fileName, CancellationToken ct) =>
        Guarded<string>(() => Find(file, fileName, ct).MediaType, ct);

    /// <inheritdoc/>
    public Result<ExtractedText> Extract(Stream file, string fileName, CancellationToken ct) => Guarded(() => Read(file, fileName, ct), ct);

    private static Result<ExtractedText> Read(Stream file, string fileName, CancellationToken ct)
    {
        var reader = Find(file, fileName, ct);
        var collected = new DocumentText();
        file.Position = 0;
        var pages = reader.Read(file, collected, ct);
        var text = collected.Finish(out var hidden);
        return HasVisibleLetter(text, hidden)
            ? new ExtractedText(reader.MediaType, text, pages.All, pages.WithoutText, CountWords(text), hidden)
            : new FileWithoutText(pages.All);
    }

    private static IFormatReader Find(Stream file, string fileName, CancellationToken ct)
    {
        if (file.Length == 0)
        {
            throw new RefusedFileException(new FileEmpty());
        }

        if (file.Length > FileLimits.MaxBytes)
        {
            throw new RefusedFileException(new FileTooLarge(FileLimits.MaxMegabytes));
        }

        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var reader = Readers.FirstOrDefault(r => r.Extension == extension)
            ?? throw new RefusedFileException(new FileTypeNotAccepted(extension, Accepted));

        Span<byte> head = stackalloc byte[HeadBytes];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        return reader.Matches(file, head, ct) ? reader : throw new RefusedFileException(new FileTypeMismatch(extension));
    }

    private Result<T> Guarded<T>(Func<Result<T>> work, CancellationToken ct)
    {
        try
        {
            return work();
        }
        catch (RefusedFileException refused)
        {
            return refused.Error;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException) && !ct.IsCancellationRequested)
        {
            // a file made by anyone can make a parser throw anything; the log tells damage from a fault of ours
            if (failure.InnerException is RefusedFileException inner)
            {
                return inner.Error;
            }

            logger.LogWarning(failure, "A file could not be read and is called damaged.");
            return new FileDamaged();
        }
    }

    private static bool HasVisibleLetter(string text, IReadOnlyList<HiddenRun> hidden)
    {
        var next = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (next < hidden.Count && hidden[next].Start + hidden[next].Length <= i)
            {
                next++;
            }

            var isHidden = next < hidden.Count && hidden[next].Start <= i;
            if (!isHidden && char.IsLetter(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountWords(string text)
    {
        var words = 0;
        var counted = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                counted = false;
            }
            else if (!counted && char.IsLetterOrDigit(c))
            {
                words++;
                counted = true;
            }
        }

        return words;
    }
}
