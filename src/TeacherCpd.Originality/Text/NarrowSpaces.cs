using System.Buffers;

namespace TeacherCpd.Originality.Text;

/// <summary>
/// Spaces too narrow to be seen between two letters. They are used to cut words, and just as well in place of
/// ordinary spaces, so the text itself has to tell: where there are more of them than of ordinary spaces, and what lies
/// between is as long as words are, they part words; else they cut them.
/// </summary>
internal static class NarrowSpaces
{
    private static readonly SearchValues<char> All = SearchValues.Create("\u2006\u2008\u2009\u200A\u202F\u205F");

    // Mean letters between narrow spaces below which they cut words, however many there are.
    private const int ShortPiece = 4;

    /// <summary>Whether the unit is one.</summary>
    public static bool Contains(char unit) => unit is >= '\u2006' and <= '\u205F' && All.Contains(unit);

    /// <summary>Whether the narrow spaces of a text cut words, rather than part them.</summary>
    public static bool CutWords(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(All))
        {
            return false;
        }

        ReadOnlySpan<UnitInfo> table = Letters.Table;
        long narrow = 0;
        long ordinary = 0;
        long letters = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool between = at > 0 && at + 1 < text.Length
                && table[text[at - 1]].Kind == UnitKind.Letter && table[text[at + 1]].Kind == UnitKind.Letter;
            narrow += between && Contains(text[at]) ? 1 : 0;
            ordinary += text[at] is ' ' or '\u00A0' or '\n' ? 1 : 0;
            letters += table[text[at]].Kind == UnitKind.Letter ? 1 : 0;
        }

        return narrow > 0 && (narrow <= ordinary || letters < ShortPiece * (narrow + ordinary));
    }
}
