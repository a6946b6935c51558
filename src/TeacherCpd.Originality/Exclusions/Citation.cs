using System.Globalization;

namespace TeacherCpd.Originality.Exclusions;

/// <summary>
/// Recognises a citation by its shape: a number in square brackets, [12], [12, 45-б.]; a year or a page in round ones,
/// (Иванов, 2015), (Law 2007, p. 4); a raised number.
/// </summary>
internal static class Citation
{
    private const int LongestInside = 120;

    /// <summary>Whether one stands anywhere in the piece.</summary>
    public static bool StandsIn(ReadOnlySpan<char> piece)
    {
        for (int at = 0; at < piece.Length; at++)
        {
            char unit = piece[at];
            if (unit is '¹' or '²' or '³' or (>= '⁴' and <= '⁹'))
            {
                return true;
            }

            if (unit is '[' or '(')
            {
                ReadOnlySpan<char> rest = piece[(at + 1)..];
                int end = rest[..Math.Min(rest.Length, LongestInside)].IndexOf(unit == '[' ? ']' : ')');
                if (end > 0 && (unit == '[' ? IsNumber(rest[..end]) : IsYearOrPage(rest[..end])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a year of print stands in the piece: four digits, 1800 to 2099, no digit beside them.</summary>
    public static bool HasYear(ReadOnlySpan<char> piece)
    {
        int digits = 0;
        for (int at = 0; at <= piece.Length; at++)
        {
            if (at < piece.Length && char.IsAsciiDigit(piece[at]))
            {
                digits++;
                continue;
            }

            if (digits == 4 && int.Parse(piece.Slice(at - 4, 4), CultureInfo.InvariantCulture) is >= 1800 and < 2100)
            {
                return true;
            }

            digits = 0;
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> inside) =>
        inside.TrimStart() is [>= '0' and <= '9', ..];

    private static bool IsYearOrPage(ReadOnlySpan<char> inside)
    {
        if (HasYear(inside))
        {
            return true;
        }

        foreach (string mark in (ReadOnlySpan<string>)["с.", "стр", "бет", " б.", "-б.", "p. ", "pp."])
        {
            if (inside.Contains(mark, StringComparison.OrdinalIgnoreCase) && inside.ContainsAnyInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }
}
