using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Assessment;

/// <summary>A piece of a text.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMatched">Whether the originality check found them elsewhere.</param>
public sealed record TextPart(string Text, bool IsMatched);

/// <summary>Cuts a text into pieces: matched or not, with what must not be read left out.</summary>
public static class MarkedText
{
    /// <summary>What stands in the place of hidden words.</summary>
    public const string Hidden = "▇▇▇";

    /// <summary>The pieces in order.</summary>
    /// <param name="text">The text as extracted.</param>
    /// <param name="matched">Passages of its check.</param>
    /// <param name="hidden">Ranges that must not be read, in order, without overlap; none by default.</param>
    public static IReadOnlyList<TextPart> Of(string text, IEnumerable<OriginalityPassage> matched, IReadOnlyList<HiddenRange>? hidden = null)
    {
        var isMatched = new bool[text.Length];
        foreach (var passage in matched)
        {
            var end = Math.Min(text.Length, passage.Start + passage.Length);
            for (var i = Math.Max(0, passage.Start); i < end; i++)
            {
                isMatched[i] = true;
            }
        }

        var parts = new List<TextPart>();
        var at = 0;
        foreach (var range in hidden ?? [])
        {
            Cut(text, at, range.Start, isMatched, parts);
            Add(parts, Hidden, isMatched[range.Start]);
            at = range.Start + range.Length;
        }

        Cut(text, at, text.Length, isMatched, parts);
        return parts;
    }

    /// <summary>A text with what must not be read left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hidden">Ranges that must not be read, in order, without overlap.</param>
    public static string Plain(string text, IReadOnlyList<HiddenRange> hidden) => string.Concat(Of(text, [], hidden).Select(p => p.Text));

    private static void Cut(string text, int from, int to, bool[] isMatched, List<TextPart> parts)
    {
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && isMatched[end] == isMatched[start])
            {
                end++;
            }

            Add(parts, text[start..end], isMatched[start]);
            start = end;
        }
    }

    // a hidden name does not cut the passage around it in two
    private static void Add(List<TextPart> parts, string text, bool isMatched)
    {
        if (parts.Count > 0 && parts[^1].IsMatched == isMatched)
        {
            parts[^1] = parts[^1] with { Text = parts[^1].Text + text };
        }
        else
        {
            parts.Add(new TextPart(text, isMatched));
        }
    }
}
