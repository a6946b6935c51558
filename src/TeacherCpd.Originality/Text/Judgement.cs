namespace TeacherCpd.Originality.Text;

/// <summary>Decides in which alphabet a word of two alphabets, or of look-alikes only, is read.</summary>
internal static class Judgement
{
    /// <summary>The alphabet to fold to, or none when the word is what it is ("PDFті" with no look-alike to undo).</summary>
    public static Script Decide(ReadOnlySpan<UnitInfo> letters, WordShape shape, Script context)
    {
        if (!shape.HasExclusive)
        {
            return context;
        }

        bool latin = CanBe(letters, Script.Latin, shape.ExclusiveCyrillic > 0);
        bool cyrillic = CanBe(letters, Script.Cyrillic, shape.ExclusiveLatin > 0);
        if (latin && cyrillic)
        {
            return shape.ExclusiveLatin > shape.ExclusiveCyrillic ? Script.Latin : Script.Cyrillic;
        }

        return latin ? Script.Latin : cyrillic ? Script.Cyrillic : Script.None;
    }

    /// <summary>Writes the word in one alphabet; letters that have no counterpart there stay.</summary>
    public static void Fold(ReadOnlySpan<UnitInfo> letters, Span<char> folded, Script script)
    {
        for (int i = 0; i < letters.Length; i++)
        {
            char other = script == Script.Latin ? letters[i].Latin : letters[i].Cyrillic;
            if (other != '\0')
            {
                folded[i] = other;
            }
        }
    }

    /// <summary>An abbreviation in Latin capitals with a Cyrillic ending ("SMSке"): how people write, not evasion.</summary>
    public static bool IsAcronymWithEnding(ReadOnlySpan<char> word)
    {
        int at = 0;
        while (at < word.Length && char.IsAsciiLetterUpper(word[at]))
        {
            at++;
        }

        if (at < 2 || at == word.Length)
        {
            return false;
        }

        foreach (char letter in word[at..])
        {
            if (char.IsLetter(letter) && (letter is < '\u0400' or > '\u052F' || char.IsUpper(letter)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// A borrowed word in Latin letters with a Cyrillic ending ("Wordта", "mp3файл"): one Latin part and one
    /// Cyrillic part behind it, neither made of doubles only. How people write, not evasion.
    /// </summary>
    public static bool IsBorrowedWithEnding(ReadOnlySpan<UnitInfo> letters)
    {
        int latin = 0;
        int cyrillic = 0;
        bool onlyLatin = false;
        bool onlyCyrillic = false;
        foreach (UnitInfo letter in letters)
        {
            switch (letter.Script)
            {
                case Script.Latin when cyrillic == 0:
                    latin++;
                    onlyLatin |= (letter.Marks & LetterMarks.OnlyLatin) != 0;
                    break;
                case Script.Cyrillic:
                    cyrillic++;
                    onlyCyrillic |= (letter.Marks & LetterMarks.OnlyCyrillic) != 0;
                    break;
                case Script.None:
                    break;
                case Script.Latin:
                case Script.Guest:
                default:
                    return false;
            }
        }

        return latin >= 2 && onlyLatin && onlyCyrillic;
    }

    private static bool CanBe(ReadOnlySpan<UnitInfo> letters, Script script, bool weakToo)
    {
        foreach (UnitInfo letter in letters)
        {
            if (letter.Kind != UnitKind.Letter || letter.Script == script || letter.Script == Script.None)
            {
                continue;
            }

            char other = script == Script.Latin ? letter.Latin : letter.Cyrillic;
            if (other == '\0' || (letter.Likeness == Likeness.Weak && !weakToo))
            {
                return false;
            }
        }

        return true;
    }
}
