namespace TeacherCpd.Application.Assessment;

/// <summary>Makes the sheet of a result that a teacher keeps.</summary>
public interface IResultPrinter
{
    /// <summary>As many A4 pages as it needs, as a PDF. The same sheet always gives the same bytes.</summary>
    byte[] Print(PrintedSheet sheet);
}

/// <summary>Everything that is printed, in the language of the reader.</summary>
/// <param name="Title">Title.</param>
/// <param name="Facts">Names and values under the title.</param>
/// <param name="Sections">Sections in order.</param>
/// <param name="Foot">Words at the foot of each page.</param>
/// <param name="On">Day of the document.</param>
public sealed record PrintedSheet(
    string Title, IReadOnlyList<PrintedFact> Facts, IReadOnlyList<PrintedSection> Sections, string Foot, DateOnly On);

/// <summary>A name and its value.</summary>
public sealed record PrintedFact(string Name, string Value);

/// <summary>A section.</summary>
/// <param name="Heading">Heading.</param>
/// <param name="Mark">What was found, beside the heading; empty for none.</param>
/// <param name="Paragraphs">Paragraphs; line feeds begin a new line.</param>
public sealed record PrintedSection(string Heading, string Mark, IReadOnlyList<string> Paragraphs);
