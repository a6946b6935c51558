using System.Globalization;
using System.Text;

namespace TeacherCpd.Domain.Groups.Lists;

/// <summary>What people type into cells of a list, and what they mean.</summary>
public static class ListText
{
    // letters of two alphabets that look alike; a capital Y is typed for Ү by who has no Kazakh keyboard
    private const string Latin = "ABCEHIKMOPTXYaceiopxyh";
    private const string Cyrillic = "АВСЕНІКМОРТХҮасеіорхуһ";

    // spellings of one sound that lists mix: without Kazakh letters, without ё and й
    private const string Spelled = "ёйәғқңөұүһі";
    private const string Plain = "еиагкноуухи";

    /// <summary>The text without spaces around it, runs of any spaces as one, nothing invisible in it.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                Space(clean);
            }
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                clean.Append(letter);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// A name in one alphabet: Latin letters that look like Cyrillic ones become those, in every word that has a Cyrillic
    /// letter, and in words that have only such letters when the rest is Cyrillic.
    /// </summary>
    public static string Repair(string text)
    {
        var clean = Clean(text);
        return clean.Any(IsCyrillic)
            ? string.Join(' ', clean.Split(' ').Select(word => word.Any(IsCyrillic) || word.All(c => Latin.Contains(c) || !char.IsLetter(c)) ? InCyrillic(word) : word))
            : clean;
    }

    /// <summary>What texts are compared by: small letters and digits, words by one space, spellings of one sound alike.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var letter in Repair(text).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                if (letter is not ('ь' or 'ъ'))
                {
                    key.Append(Spelled.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? Plain[place] : letter);
                }
            }
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                Space(key);
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>The words of the key, numbers apart from letters.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var from = 0;
            for (var i = 1; i <= word.Length; i++)
            {
                if (i == word.Length || char.IsDigit(word[i]) != char.IsDigit(word[i - 1]))
                {
                    words.Add(word[from..i]);
                    from = i;
                }
            }
        }

        return words;
    }

    /// <summary>
    /// A national number as it was meant: without spaces and hyphens. A spreadsheet that takes it for a figure drops the zeros
    /// with which it begins; they are put back.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="mayBeFigure">Whether zeros may be put back: only where a name shows who is meant.</param>
    public static string Iin(string text, bool mayBeFigure)
    {
        var digits = new string([.. Clean(text).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\'' or '’'))]);
        return mayBeFigure && digits.Length is 10 or 11 && digits.All(char.IsAsciiDigit) ? digits.PadLeft(12, '0') : digits;
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    private static string InCyrillic(string word) =>
        string.Concat(word.Select(c => Latin.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Cyrillic[at] : c));

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }
}
