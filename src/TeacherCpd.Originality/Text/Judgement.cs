namespace TeacherCpd.Originality.Text;

/// <summary>Where the alphabets of a word meet.</summary>
internal enum Seam
{
    /// <summary>Among the letters of a word: one alphabet imitates the other.</summary>
    Inside,

    /// <summary>At hyphens only ("X-осі"): how people write.</summary>
    AtHyphens,

    /// <summary>
    /// Once, between parts that are clearly of their own alphabet: a Latin word with a Cyrillic ending ("Wordта",
    /// "IT-ға"), or a space forgotten. How people write, and nothing to fold.
    /// </summary>
    BetweenWords,
}

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

    /// <summary>Where the alphabets of a word meet.</summary>
    /// <param name="letters">The word.</param>
    /// <param name="joins">Letters in front of which a hyphen was, one bit a letter.</param>
    public static Seam FindSeam(ReadOnlySpan<UnitInfo> letters, ulong joins)
    {
        int seams = 0;
        bool hyphensOnly = true;
        int before = 0;
        int after = 0;
        LetterMarks marksBefore = LetterMarks.None;
        LetterMarks marksAfter = LetterMarks.None;
        Script last = Script.None;
        for (int i = 0; i < letters.Length; i++)
        {
            Script script = letters[i].Script;
            if (script == Script.None)
            {
                continue;
            }

            if (last != Script.None && script != last)
            {
                seams++;
                hyphensOnly &= (joins >> i & 1) != 0;
            }

            last = script;
            before += seams == 0 ? 1 : 0;
            after += seams == 0 ? 0 : 1;
            marksBefore |= seams == 0 ? letters[i].Marks : LetterMarks.None;
            marksAfter |= seams == 0 ? LetterMarks.None : letters[i].Marks;
        }

        const LetterMarks own = LetterMarks.OnlyLatin | LetterMarks.OnlyCyrillic;
        bool bothClear = (marksBefore & own) != 0 && (marksAfter & own) != 0;
        if (seams == 1 && bothClear && (hyphensOnly || (before > 1 && after > 1)))
        {
            return Seam.BetweenWords;
        }

        return seams > 0 && hyphensOnly ? Seam.AtHyphens : Seam.Inside;
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
