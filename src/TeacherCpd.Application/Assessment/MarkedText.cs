using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Assessment;

/// <summary>A piece of a text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Match">Number of the match that it belongs to, from 1; 0: found nowhere else.</param>
/// <param name="Remark">Number of the remark that is made on it, from 1; 0: none.</param>
public sealed record TextPart(string Text, int Match = 0, int Remark = 0)
{
    /// <summary>Whether the originality check found the words elsewhere.</summary>
    public bool IsMatched => Match > 0;
}

/// <summary>A range of a text in UTF-16 units.</summary>
/// <param name="Start">First unit.</param>
/// <param name="Length">Units.</param>
/// <param name="Number">Number of the remark on it; 0: none.</param>
public readonly record struct MarkedRange(int Start, int Length, int Number = 0);

/// <summary>Cuts a text into pieces: matched or not, remarked on or not, with what must not be read left out.</summary>
public static class MarkedText
{
    /// <summary>What stands in the place of hidden words.</summary>
    public const string Hidden = "▇▇▇";

    /// <summary>The pieces in order.</summary>
    /// <param name="text">The text as extracted.</param>
    /// <param name="matched">Passages of its check; those that touch or overlap are one match.</param>
    /// <param name="hidden">Ranges that must not be read, in order, without overlap; none by default.</param>
    /// <param name="remarks">Ranges that are remarked on, with their numbers; of two that overlap the later is shown.</param>
    public static IReadOnlyList<TextPart> Of(
        string text, IEnumerable<OriginalityPassage> matched, IReadOnlyList<HiddenRange>? hidden = null, IReadOnlyList<MarkedRange>? remarks = null)
    {
        var marks = new Marks(text.Length, matched, remarks ?? []);
        var parts = new List<TextPart>();
        var at = 0;
        foreach (var range in hidden ?? [])
        {
            Cut(text, at, range.Start, marks, parts);
            Add(parts, Hidden, marks, range.Start);
            at = range.Start + range.Length;
        }

        Cut(text, at, text.Length, marks, parts);
        return parts;
    }

    /// <summary>A text with what must not be read left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hidden">Ranges that must not be read, in order, without overlap.</param>
    public static string Plain(string text, IReadOnlyList<HiddenRange> hidden) => string.Concat(Of(text, [], hidden).Select(p => p.Text));

    private static void Cut(string text, int from, int to, Marks marks, List<TextPart> parts)
    {
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && marks.AreAlike(start, end))
            {
                end++;
            }

            Add(parts, text[start..end], marks, start);
            start = end;
        }
    }

    // a hidden name does not cut the passage around it in two
    private static void Add(List<TextPart> parts, string text, Marks marks, int at)
    {
        var part = new TextPart(text, marks.Match[at], marks.Remark[at]);
        if (parts.Count > 0 && parts[^1] with { Text = text } == part)
        {
            parts[^1] = part with { Text = parts[^1].Text + text };
        }
        else
        {
            parts.Add(part);
        }
    }

    // the numbers of each unit
    private sealed class Marks
    {
        public Marks(int length, IEnumerable<OriginalityPassage> matched, IReadOnlyList<MarkedRange> remarks)
        {
            (Match, Remark) = (new int[length], new int[length]);
            var (number, last) = (0, -1);
            foreach (var passage in matched.OrderBy(p => p.Start))
            {
                var start = Math.Clamp(passage.Start, 0, length);
                var end = Math.Clamp(passage.Start + passage.Length, start, length);
                number = start > last ? number + 1 : number;
                Match.AsSpan(start, end - start).Fill(number);
                last = Math.Max(last, end);
            }

            foreach (var remark in remarks)
            {
                var start = Math.Clamp(remark.Start, 0, length);
                Remark.AsSpan(start, Math.Clamp(remark.Length, 0, length - start)).Fill(remark.Number);
            }
        }

        public int[] Match { get; }

        public int[] Remark { get; }

        public bool AreAlike(int one, int other) => Match[one] == Match[other] && Remark[one] == Remark[other];
    }
}
