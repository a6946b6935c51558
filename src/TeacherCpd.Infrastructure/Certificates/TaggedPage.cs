using SkiaSharp;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>What a piece of text is to a screen reader.</summary>
/// <param name="Role">Standard structure type of PDF: <c>H1</c>, <c>H2</c>, <c>P</c>.</param>
/// <param name="Language">Language of the text; null for that of the document.</param>
internal sealed record TextElement(string Role, string? Language)
{
    /// <summary>Role of text that readers pass over, such as numbers of pages.</summary>
    public const string Artifact = "Artifact";

    /// <summary>Whether readers pass over it.</summary>
    public bool IsArtifact => Role == Artifact;
}

/// <summary>
/// A page that is drawn on, which remembers for each line of text which element it belongs to. The order of drawing is the order of
/// reading.
/// </summary>
internal sealed class TaggedPage(SKCanvas canvas)
{
    private readonly List<TextElement> lines = [];
    private TextElement element = new("P", null);

    /// <summary>The page, for what is no text: ornaments, rules and codes, which readers pass over.</summary>
    public SKCanvas Canvas { get; } = canvas;

    /// <summary>The element of each line of text, in the order of drawing. Lines of one element share one object.</summary>
    public IReadOnlyList<TextElement> Lines => lines;

    /// <summary>Begins an element; the lines that follow belong to it.</summary>
    public void Begin(string role, string? language = null) => element = new TextElement(role, language);

    /// <summary>Draws a line of text.</summary>
    public void Draw(PrintFont font, string text, float x, float y, float size, SKColor colour, float tracking = 0)
    {
        if (font.Draw(Canvas, text, x, y, size, colour, tracking))
        {
            lines.Add(element);
        }
    }
}
