using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>One font file, shaped with its kerning but without ligatures, so that copied text has its own letters.</summary>
internal sealed class PrintFont : IDisposable
{
    /// <summary>Units of the shaper for one em: enough for positions exact to a thousandth of a point.</summary>
    private const int UnitsPerEm = 10_000;

    /// <summary>Smallest size that text is shrunk to, in points.</summary>
    private const float SmallestSize = 5;

    private static readonly Feature[] NoLigatures = [Feature.Parse("-liga"), Feature.Parse("-clig"), Feature.Parse("-dlig")];

    private readonly SKTypeface typeface;
    private readonly Blob blob;
    private readonly Face face;
    private readonly Font shaper;

    public PrintFont(string path)
    {
        typeface = SKTypeface.FromFile(path)
            ?? throw new InvalidOperationException($"The font {Path.GetFileName(path)} is missing: build the solution, which fetches it.");
        using var stream = typeface.OpenStream(out var index);
        blob = stream.ToHarfBuzzBlob();
        face = new Face(blob, index);
        shaper = new Font(face);
        shaper.SetScale(UnitsPerEm, UnitsPerEm);
        shaper.SetFunctionsOpenType();
    }

    /// <summary>Width of a line in points.</summary>
    public float Width(string text, float size, float tracking = 0)
    {
        var (glyphs, positions) = Shape(text, size, tracking);
        return glyphs.Length == 0 ? 0 : positions[^1].X - tracking;
    }

    /// <summary>Draws a line whose baseline begins at a point.</summary>
    /// <returns>Whether there was anything to draw.</returns>
    public bool Draw(SKCanvas canvas, string text, float x, float y, float size, SKColor colour, float tracking = 0)
    {
        var (glyphs, positions) = Shape(text, size, tracking);
        if (glyphs.Length == 0)
        {
            return false;
        }

        using var font = new SKFont(typeface, size) { Subpixel = true, Hinting = SKFontHinting.None };
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(glyphs, font, positions.AsSpan(0, glyphs.Length));
        using var line = builder.Build();
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(line, x, y, paint);
        return true;
    }

    /// <summary>The largest size, and the lines, at which a text fits a width in a number of lines and a height.</summary>
    public (float Size, IReadOnlyList<string> Lines) Fit(string text, float largest, float width, int mostLines, float height, float leading)
    {
        for (var size = largest; ; size -= 0.5f)
        {
            var lines = Wrap(text, size, width);
            var fits = lines.Count <= mostLines && lines.Count * size * leading <= height && lines.All(l => Width(l, size) <= width);

            if (fits || size <= SmallestSize)
            {
                return (size, Balanced(text, size, width, lines));
            }
        }
    }

    /// <summary>The lines of a text in a width; a word wider than it is cut.</summary>
    public IReadOnlyList<string> Lines(string text, float size, float width) =>
        [.. Wrap(text, size, width).SelectMany(line => Width(line, size) <= width ? [line] : Cut(line, size, width))];

    private IEnumerable<string> Cut(string word, float size, float width)
    {
        var from = 0;
        for (var to = 1; to <= word.Length; to++)
        {
            var isWhole = to == word.Length || !char.IsLowSurrogate(word[to]);
            if (to == word.Length || (isWhole && Width(word[from..(to + 1)], size) > width))
            {
                yield return word[from..to];
                from = to;
            }
        }
    }

    public void Dispose()
    {
        shaper.Dispose();
        face.Dispose();
        blob.Dispose();
        typeface.Dispose();
    }

    /// <summary>The same number of lines, of about the same length: no word is left alone on the last one.</summary>
    private List<string> Balanced(string text, float size, float width, List<string> lines)
    {
        const float step = 4;
        for (var narrower = width - step; lines.Count > 1 && narrower > step; narrower -= step)
        {
            var tried = Wrap(text, size, narrower);
            if (tried.Count > lines.Count || tried.Any(l => Width(l, size) > narrower))
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private List<string> Wrap(string text, float size, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width)
            {
                lines[^1] = $"{lines[^1]} {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    /// <summary>Glyphs and where each begins, with the end of the line as one more position.</summary>
    private (ushort[] Glyphs, SKPoint[] Positions) Shape(string text, float size, float tracking)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        shaper.Shape(buffer, NoLigatures);

        var infos = buffer.GlyphInfos;
        var advances = buffer.GlyphPositions;
        var glyphs = new ushort[infos.Length];
        var positions = new SKPoint[infos.Length + 1];
        var scale = size / UnitsPerEm;
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            positions[i] = new SKPoint(x + (advances[i].XOffset * scale), -advances[i].YOffset * scale);
            x += (advances[i].XAdvance * scale) + tracking;
        }

        positions[^1] = new SKPoint(x, 0);
        return (glyphs, positions);
    }
}
