using System.Text;
using System.Text.RegularExpressions;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// A text as an assessor reads it, with the way back to the text as extracted: who marks a passage with a hidden name in it marks the
/// name too.
/// </summary>
public sealed class ShownText
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly List<(int Shown, MarkedRange Original, bool IsHidden)> pieces = [];
    private readonly string shown;

    /// <summary>Lays out a text.</summary>
    /// <param name="text">The text as extracted.</param>
    /// <param name="hidden">Ranges that must not be read, in order, without overlap.</param>
    public ShownText(string text, IReadOnlyList<HiddenRange> hidden)
    {
        var words = new StringBuilder(text.Length);
        var at = 0;
        foreach (var range in hidden)
        {
            Add(text[at..range.Start], new MarkedRange(at, range.Start - at), false);
            Add(MarkedText.Hidden, new MarkedRange(range.Start, range.Length), true);
            at = range.Start + range.Length;
        }

        Add(text[at..], new MarkedRange(at, text.Length - at), false);
        shown = words.ToString();

        void Add(string piece, MarkedRange original, bool isHidden)
        {
            if (piece.Length > 0)
            {
                pieces.Add((words.Length, original, isHidden));
                words.Append(piece);
            }
        }
    }

    /// <summary>Finds a quote; white space may differ. Null: it does not stand in the text.</summary>
    /// <param name="quote">Words as they are read.</param>
    /// <param name="near">Place in the text as it is read (UTF-16) at which it was marked: of several the nearest is meant.</param>
    /// <returns>The range in the text as extracted.</returns>
    public MarkedRange? Find(string quote, int near)
    {
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var found = Regex.Matches(shown, string.Join(@"\s+", words.Select(Regex.Escape)), RegexOptions.CultureInvariant, Longest)
            .MinBy(m => Math.Abs(m.Index - (long)near));
        if (found is null)
        {
            return null;
        }

        var start = Original(found.Index).Start;
        var last = Original(found.Index + found.Length - 1);
        return new MarkedRange(start, last.Start + last.Length - start);
    }

    // a unit of what is hidden stands for all of it
    private MarkedRange Original(int at)
    {
        var piece = pieces.FindLast(p => p.Shown <= at);
        return piece.IsHidden ? piece.Original : new MarkedRange(piece.Original.Start + at - piece.Shown, 1);
    }
}
