namespace TeacherCpd.Originality.Exclusions;

/// <summary>
/// Finds quotations that say where they come from: words between quotation marks with a citation near. Marks alone
/// excuse nothing, or a copied text would only need them.
/// </summary>
internal static class Quotations
{
    /// <summary>Longest quotation, in UTF-16 units; a longer one is a copied text with marks around it.</summary>
    public const int Longest = 1_500;

    // Units around the marks in which the citation has to stand.
    private const int NearAfter = 80;
    private const int NearBefore = 80;

    /// <summary>Quotations in the order of the text, the marks included.</summary>
    public static List<TextRange> Find(PreparedText text)
    {
        string units = text.Text;
        List<TextRange> found = [];
        int at = 0;
        while (at < units.Length)
        {
            char closing = ClosingOf(units[at]);
            if (closing == '\0' || IsHidden(text, at))
            {
                at++;
                continue;
            }

            int end = FindClosing(text, at + 1, units[at], closing);
            if (end < 0)
            {
                at++;
                continue;
            }

            if (Citation.StandsIn(After(units, end + 1)) || Citation.StandsIn(Before(units, at)))
            {
                found.Add(new TextRange(at, end + 1 - at));
            }

            at = end + 1;
        }

        return found;
    }

    private static char ClosingOf(char opening) => opening switch
    {
        '«' => '»',
        '“' => '”',
        '„' => '“',
        '"' => '"',
        _ => '\0',
    };

    private static int FindClosing(PreparedText text, int from, char opening, char closing)
    {
        string units = text.Text;
        int last = Math.Min(units.Length, from + Longest);
        int depth = 1;
        for (int at = from; at < last; at++)
        {
            char unit = units[at];
            bool closes = unit == closing || (opening == '„' && unit == '”');
            if (closes && !IsHidden(text, at))
            {
                depth--;
                if (depth == 0)
                {
                    return at;
                }
            }
            else if (unit == opening && opening != closing)
            {
                depth++;
            }
        }

        return -1;
    }

    // The rest of the sentence behind the marks: a citation of the next sentence is not this one's.
    private static ReadOnlySpan<char> After(string units, int from)
    {
        ReadOnlySpan<char> near = units.AsSpan(from, Math.Min(NearAfter, units.Length - from));
        int next = near.IndexOfAny("«“„\"\n");
        return next < 0 ? near : near[..next];
    }

    private static ReadOnlySpan<char> Before(string units, int to)
    {
        int from = Math.Max(0, to - NearBefore);
        ReadOnlySpan<char> near = units.AsSpan(from, to - from);
        int inBrackets = 0;
        for (int at = near.Length - 1; at >= 0; at--)
        {
            inBrackets += near[at] is ')' or ']' ? 1 : near[at] is '(' or '[' ? -1 : 0;
            if (inBrackets <= 0 && (near[at] is '»' or '”' or '!' or '?' or '\n' || EndsSentence(near, at)))
            {
                return near[(at + 1)..];
            }
        }

        return near;
    }

    private static bool EndsSentence(ReadOnlySpan<char> units, int at) =>
        units[at] == '.' && at + 2 < units.Length && units[at + 1] == ' ' && char.IsUpper(units[at + 2]);

    private static bool IsHidden(PreparedText text, int at)
    {
        foreach (TextRange run in text.Hidden)
        {
            if (at < run.End)
            {
                return at >= run.Start;
            }
        }

        return false;
    }
}
