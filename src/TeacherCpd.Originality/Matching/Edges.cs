namespace TeacherCpd.Originality.Matching;

/// <summary>From words to the text a reader sees: the marks that belong to the first and last word are taken along.</summary>
internal static class Edges
{
    /// <summary>The place of words in the original text.</summary>
    /// <param name="text">Text.</param>
    /// <param name="from">First word.</param>
    /// <param name="to">Word after the last one.</param>
    public static TextRange RangeOf(PreparedText text, int from, int to)
    {
        ReadOnlySpan<char> units = text.Text;
        int start = text.WordStarts[from];
        int lowest = from == 0 ? 0 : text.WordEnds[from - 1];
        while (start > lowest && units[start - 1] is '"' or '\'' or '«' or '“' or '„' or '(' or '[')
        {
            start--;
        }

        int end = text.WordEnds[to - 1];
        int highest = to == text.Words ? units.Length : text.WordStarts[to];
        while (end < highest && IsClosing(units[end]))
        {
            end++;
        }

        return new TextRange(start, end - start);
    }

    private static bool IsClosing(char unit) => unit is '.' or '!' or '?' or '…' or '"' or '\'' or '»' or '”' or '’'
        or ')' or ']' or ',' or ';' or ':';
}
