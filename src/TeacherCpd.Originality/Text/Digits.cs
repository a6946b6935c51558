namespace TeacherCpd.Originality.Text;

/// <summary>Digits that stand for letters inside a word: "м0дуль", "мектеб1нде".</summary>
internal static class Digits
{
    private const int FewestLetters = 3;

    /// <summary>
    /// Replaces single digits that stand between two letters. A word needs three letters, and more letters than digits, so
    /// that formulas and marks stay as they are. Says whether anything changed.
    /// </summary>
    public static bool ReadAsLetters(Span<char> word, Script script)
    {
        int digits = 0;
        foreach (char unit in word)
        {
            digits += char.IsAsciiDigit(unit) ? 1 : 0;
        }

        if (word.Length - digits < FewestLetters || digits * 2 >= word.Length)
        {
            return false;
        }

        bool changed = false;
        for (int i = 1; i < word.Length - 1; i++)
        {
            bool alone = !char.IsAsciiDigit(word[i - 1]) && !char.IsAsciiDigit(word[i + 1]);
            if (alone && char.IsAsciiDigit(word[i]) && AsLetter(word[i], script) is var letter and not '\0')
            {
                word[i] = letter;
                changed = true;
            }
        }

        return changed;
    }

    private static char AsLetter(char digit, Script script) => (digit, script) switch
    {
        ('0', Script.Cyrillic) => 'о',
        ('1', Script.Cyrillic) => 'і',
        ('3', Script.Cyrillic) => 'з',
        ('4', Script.Cyrillic) => 'ч',
        ('6', Script.Cyrillic) => 'б',
        ('0', Script.Latin) => 'o',
        ('1', Script.Latin) => 'l',
        ('3', Script.Latin) => 'e',
        _ => '\0',
    };
}
