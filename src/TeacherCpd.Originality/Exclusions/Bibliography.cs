namespace TeacherCpd.Originality.Exclusions;

/// <summary>
/// Finds the list of references: a line that is nothing but its heading in one of the three languages, and the lines
/// behind it that look like references. What follows such a heading and looks otherwise is not excused.
/// </summary>
internal static class Bibliography
{
    private static readonly string[] Headings =
    [
        "пайдаланылған әдебиеттер", "пайдаланылған әдебиеттер тізімі", "қолданылған әдебиеттер",
        "қолданылған әдебиеттер тізімі", "әдебиеттер тізімі", "әдебиеттер", "пайдаланылған дереккөздер",
        "пайдаланылған дереккөздер тізімі", "дереккөздер", "дереккөздер тізімі", "пайдаланған әдебиеттер",
        "пайдаланған әдебиеттер тізімі", "әдебиет",
        "список литературы", "список использованной литературы", "список использованных источников",
        "список использованных источников и литературы", "список источников", "использованная литература",
        "использованные источники", "использованные источники и литература", "литература", "библиография",
        "библиографический список", "источники",
        "references", "bibliography", "works cited", "literature", "list of references", "reference list", "sources",
    ];

    private static readonly string[] Marks =
    [
        "http", "www.", "doi", "isbn", "url", "//", " – б.", " с.", "б. ", "-б", "стр", "pp.", "p. ", "vol.", "т. ", "№",
        "изд", "баспа", "алматы", "астана", "нұр-сұлтан", "нур-султан", "москва", " м.:", "спб", "press", "publish",
        "журнал", "учебник", "оқулық", "пособие", "бұйры", "приказ", "заң", "закон", "электрон",
    ];

    // Lines in a row that may look otherwise: a reference is often broken into lines.
    private const int MostOtherLines = 2;
    private const int LongestLine = 600;

    /// <summary>The lists, each from the first unit of its heading to the last of its references.</summary>
    public static List<TextRange> Find(PreparedText text)
    {
        ReadOnlySpan<char> units = text.Text;
        List<TextRange> found = [];
        int at = 0;
        while (at < units.Length)
        {
            int end = LineEnd(units, at);
            if (IsHeading(units[at..end]))
            {
                int last = EndOfReferences(units, end);
                if (last > end)
                {
                    found.Add(new TextRange(at, last - at));
                    end = last;
                }
            }

            at = end + 1;
        }

        return found;
    }

    private static int EndOfReferences(ReadOnlySpan<char> units, int from)
    {
        int last = from;
        int others = 0;
        int at = from + 1;
        while (at < units.Length && others <= MostOtherLines)
        {
            int end = LineEnd(units, at);
            ReadOnlySpan<char> line = units[at..end].Trim();
            if (IsReference(line))
            {
                last = end;
                others = 0;
            }
            else if (!line.IsEmpty)
            {
                others++;
            }

            at = end + 1;
        }

        return last;
    }

    private static int LineEnd(ReadOnlySpan<char> units, int from)
    {
        int length = units[from..].IndexOfAny('\n', '\r');
        return length < 0 ? units.Length : from + length;
    }

    private static bool IsHeading(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> bare = line.Trim().TrimStart("0123456789.IVX) \t").TrimEnd(" .:\t");
        if (bare.Length is < 6 or > 60)
        {
            return false;
        }

        foreach (string heading in Headings)
        {
            if (bare.Equals(heading, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Two signs of three: a number in front, a year, a word or mark that references have.
    private static bool IsReference(ReadOnlySpan<char> line)
    {
        if (line.Length is < 8 or > LongestLine)
        {
            return false;
        }

        int signs = IsNumbered(line) ? 1 : 0;
        signs += Citation.HasYear(line) ? 1 : 0;
        foreach (string mark in Marks)
        {
            if (line.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                signs++;
                break;
            }
        }

        return signs >= 2;
    }

    private static bool IsNumbered(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.TrimStart("[(");
        int digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        return digits is > 0 and <= 3 && digits < rest.Length && rest[digits] is '.' or ')' or ']' or '\t' or ' ';
    }
}
