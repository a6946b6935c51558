namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Reads one format. Refusals are <see cref="RefusedFileException"/>; anything else a parser throws means damage.</summary>
internal interface IFormatReader
{
    /// <summary>Extension with its dot, lower case.</summary>
    string Extension { get; }

    string MediaType { get; }

    /// <summary>Whether the content is of this format.</summary>
    /// <param name="file">Seekable, at its beginning.</param>
    /// <param name="head">First bytes of the file.</param>
    /// <param name="ct">Stops the work.</param>
    bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct);

    /// <summary>Takes the text out.</summary>
    PageCount Read(Stream file, DocumentText text, CancellationToken ct);
}

/// <summary>Pages of a document.</summary>
/// <param name="All">How many there are; null where the format does not say.</param>
/// <param name="WithoutText">How many show something but give no text.</param>
internal readonly record struct PageCount(int? All, int WithoutText);
