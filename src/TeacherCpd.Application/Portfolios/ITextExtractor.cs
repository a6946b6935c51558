using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Portfolios;

/// <summary>Finds out what an uploaded file really is and takes the text out of it.</summary>
public interface ITextExtractor
{
    /// <summary>Looks at size, signature and, for archives, what is inside; fast enough for the moment of upload.</summary>
    /// <param name="file">Seekable; left open, position undefined afterwards.</param>
    /// <param name="fileName">Name the person gave it.</param>
    /// <param name="ct">Stops the work; the caller sets the longest time a file may take.</param>
    /// <returns>Media type found by content.</returns>
    Result<string> Inspect(Stream file, string fileName, CancellationToken ct);

    /// <summary>Inspects the file and takes its text out.</summary>
    /// <param name="file">Seekable; left open, position undefined afterwards.</param>
    /// <param name="fileName">Name the person gave it.</param>
    /// <param name="ct">Stops the work; the caller sets the longest time a file may take.</param>
    Result<ExtractedText> Extract(Stream file, string fileName, CancellationToken ct);
}

/// <summary>The text of a file.</summary>
/// <param name="MediaType">Media type found by content.</param>
/// <param name="Text">Paragraphs separated by a line feed; no other control character but tabs.</param>
/// <param name="Pages">Number of pages; null where the format does not say.</param>
/// <param name="PagesWithoutText">Pages that show something, as a picture of a text, but give no text: a person must look at them.</param>
/// <param name="Words">Words with at least one letter or digit.</param>
/// <param name="Hidden">Runs of the text that a reader of the document cannot see, in order.</param>
public sealed record ExtractedText(string MediaType, string Text, int? Pages, int PagesWithoutText, int Words, IReadOnlyList<HiddenRun> Hidden);

/// <summary>A run of the text that a reader cannot see.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">Why it cannot be seen.</param>
public sealed record HiddenRun(int Start, int Length, HiddenRunKind Kind);

/// <summary>Why a run of text cannot be seen.</summary>
public enum HiddenRunKind
{
    /// <summary>Formatted as hidden, or drawn invisibly.</summary>
    NotShown,

    /// <summary>Of the colour of what lies under it, as white on paper.</summary>
    BackgroundColour,

    /// <summary>Two points or smaller.</summary>
    Tiny,

    /// <summary>Beside the part of the page that is shown.</summary>
    OutsidePage,

    /// <summary>Seen, but as signs of which the file does not say what letters they are.</summary>
    Unreadable,
}
