using System.Globalization;
using System.Text;

namespace TeacherCpd.Originality.Text;

/// <summary>What a UTF-16 unit does to the word it stands in.</summary>
internal enum UnitKind : byte
{
    /// <summary>Ends a word.</summary>
    Separator,

    /// <summary>A letter of a word.</summary>
    Letter,

    /// <summary>A digit of a word.</summary>
    Digit,

    /// <summary>A combining mark: dropped, it never ends a word.</summary>
    Mark,

    /// <summary>A unit that nobody sees (zero width, soft hyphen): dropped, it never ends a word.</summary>
    Invisible,

    /// <summary>Joins two halves of a word when letters stand on both sides.</summary>
    Hyphen,

    /// <summary>Joins like a hyphen, and is kept for the English stemmer.</summary>
    Apostrophe,

    /// <summary>Several letters in one, as fonts have them: ﬁ.</summary>
    Ligature,

    /// <summary>Half of a character outside the basic plane.</summary>
    Surrogate,
}

/// <summary>The alphabet of a letter.</summary>
internal enum Script : byte
{
    /// <summary>No letters, or an alphabet that has no part in look-alikes.</summary>
    None,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Cyrillic, the letters of Kazakh among them.</summary>
    Cyrillic,

    /// <summary>Greek, and the rare letters of other languages that serve here only to imitate.</summary>
    Guest,
}

/// <summary>How a letter can be read in another alphabet.</summary>
internal enum Likeness : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Only by who wants to: т for t. Believed when the rest of the word leaves no doubt.</summary>
    Weak,

    /// <summary>A reader sees no difference: о for o.</summary>
    Strong,
}

/// <summary>What a letter adds to the picture of its word; a word is told by the union of its letters.</summary>
[Flags]
internal enum LetterMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A Latin letter that no Cyrillic one passes for.</summary>
    OnlyLatin = 1,

    /// <summary>A Latin letter with a Cyrillic double.</summary>
    LatinDouble = 2,

    /// <summary>A Cyrillic letter that no Latin one passes for.</summary>
    OnlyCyrillic = 4,

    /// <summary>A Cyrillic letter with a Latin double.</summary>
    CyrillicDouble = 8,

    /// <summary>A letter of an alphabet that serves here only to imitate.</summary>
    Guest = 16,

    /// <summary>A letter of Kazakh that Russian has not.</summary>
    Kazakh = 32,
}

/// <summary>What is known of one UTF-16 unit.</summary>
internal readonly struct UnitInfo(UnitKind kind, Script script, char folded, char latin, char cyrillic, Likeness likeness)
{
    private const int LikenessShift = 4;
    private readonly byte kindAndLikeness = (byte)((int)kind | ((int)likeness << LikenessShift));

    /// <summary>What it adds to the picture of its word.</summary>
    public readonly LetterMarks Marks = kind == UnitKind.Letter ? MarksOf(script, folded, likeness) : LetterMarks.None;

    /// <summary>Lower case, without marks, in its own alphabet.</summary>
    public readonly char Folded = folded;

    /// <summary>As a Latin letter, or zero.</summary>
    public readonly char Latin = latin;

    /// <summary>As a Cyrillic letter, or zero.</summary>
    public readonly char Cyrillic = cyrillic;

    /// <summary>What it does to a word.</summary>
    public UnitKind Kind => (UnitKind)(kindAndLikeness & ((1 << LikenessShift) - 1));

    /// <summary>How well it passes for a letter of the other alphabet (for a guest: of both).</summary>
    public Likeness Likeness => (Likeness)(kindAndLikeness >> LikenessShift);

    /// <summary>Its alphabet.</summary>
    public Script Script =>
        (Marks & (LetterMarks.OnlyLatin | LetterMarks.LatinDouble)) != 0 ? Script.Latin
        : (Marks & (LetterMarks.OnlyCyrillic | LetterMarks.CyrillicDouble)) != 0 ? Script.Cyrillic
        : (Marks & LetterMarks.Guest) != 0 ? Script.Guest
        : Script.None;

    private static LetterMarks MarksOf(Script script, char folded, Likeness likeness) => script switch
    {
        Script.Latin => likeness == Likeness.Strong ? LetterMarks.LatinDouble : LetterMarks.OnlyLatin,
        Script.Cyrillic => (likeness == Likeness.Strong ? LetterMarks.CyrillicDouble : LetterMarks.OnlyCyrillic)
            | (Letters.IsKazakhOnly(folded) ? LetterMarks.Kazakh : LetterMarks.None),
        Script.Guest => LetterMarks.Guest,
        Script.None => LetterMarks.None,
        _ => LetterMarks.None,
    };
}

/// <summary>
/// The table of all UTF-16 units, made once: lower case, marks taken off (except й, a letter of its own), ё as е,
/// and the look-alikes between Latin, Cyrillic and Greek. It compares; it never changes a stored text.
/// </summary>
internal static class Letters
{
    // Case matters: т and t differ, Т and T do not. The capitals stand apart for that reason.
    private const string StrongLatin = "aceopxyijshəɵABCEHIJKMOPSTXYƏƟ";
    private const string StrongCyrillic = "асеорхуіјѕһәөАВСЕНІЈКМОРЅТХУӘӨ";
    private const string WeakLatin = "kmtbnruwg";
    private const string WeakCyrillic = "кмтьпгишд";

    private const string GreekLetters = "αερονυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲχ";
    private const string GreekAsLatin = "aepovuikabezhikmnoptyxcx";
    private const string GreekAsCyrillic = "аеро\0уік" + "аве\0нікм\0ортухсх";

    // Rare Cyrillic letters used only to imitate Latin ones, and their like: nobody's Kazakh or Russian needs them.
    private const string Imitations = "ԁԛԝӏѵӀıɡɑ";
    private const string ImitationsAsLatin = "dqwlvliga";

    private static readonly UnitInfo[] Units = Build();

    /// <summary>The table, indexed by the unit.</summary>
    public static ReadOnlySpan<UnitInfo> Table => Units;

    /// <summary>The letters of a ligature.</summary>
    public static string LettersOf(char ligature) => ligature switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        _ => "st",
    };

    /// <summary>A letter found in Kazakh and not in Russian.</summary>
    public static bool IsKazakhOnly(char folded) =>
        folded is 'ә' or 'ғ' or 'қ' or 'ң' or 'ө' or 'ұ' or 'ү' or 'һ' or 'і';

    /// <summary>
    /// What a character outside the basic plane does to a word: mathematical letters are read as the letters that
    /// they picture, tags and other format characters are invisible, letters of other alphabets are letters.
    /// </summary>
    public static UnitInfo Supplementary(Rune rune)
    {
        if (rune.Value is >= 0x1D400 and <= 0x1D7FF)
        {
            string plain = rune.ToString().Normalize(NormalizationForm.FormKC);
            return plain.Length == 1 ? Units[plain[0]] : default;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => new UnitInfo(UnitKind.Invisible, Script.None, '\0', '\0', '\0', Likeness.None),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark =>
                new UnitInfo(UnitKind.Mark, Script.None, '\0', '\0', '\0', Likeness.None),
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.TitlecaseLetter =>
                new UnitInfo(UnitKind.Letter, Script.None, (char)rune.Value, '\0', '\0', Likeness.None),
            _ => default,
        };
    }

    private static UnitInfo[] Build()
    {
        var units = new UnitInfo[char.MaxValue + 1];
        for (int value = 0; value <= char.MaxValue; value++)
        {
            units[value] = Describe((char)value);
        }

        return units;
    }

    private static UnitInfo Describe(char unit)
    {
        if (char.IsSurrogate(unit))
        {
            return Plain(UnitKind.Surrogate);
        }

        switch (unit)
        {
            case '-' or '\u2010' or '\u2011':
                return Plain(UnitKind.Hyphen);
            case '\'' or '\u2019' or '\u02BC':
                return Plain(UnitKind.Apostrophe);
            case >= '\uFB00' and <= '\uFB06':
                return Plain(UnitKind.Ligature);
            case '\u115F' or '\u1160' or '\u3164' or '\uFFA0':
                // Hangul fillers are letters by category and blank to the eye.
                return Plain(UnitKind.Invisible);
            default:
                break;
        }

        switch (char.GetUnicodeCategory(unit))
        {
            case UnicodeCategory.Format:
            case UnicodeCategory.Control when unit is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\u0085'):
                return Plain(UnitKind.Invisible);
            case UnicodeCategory.NonSpacingMark:
            case UnicodeCategory.EnclosingMark:
            case UnicodeCategory.SpacingCombiningMark:
                return Plain(UnitKind.Mark);
            case UnicodeCategory.DecimalDigitNumber:
                return new UnitInfo(
                    UnitKind.Digit, Script.None, (char)('0' + (int)char.GetNumericValue(unit)), '\0', '\0', Likeness.None);
            case UnicodeCategory.UppercaseLetter:
            case UnicodeCategory.LowercaseLetter:
            case UnicodeCategory.TitlecaseLetter:
            case UnicodeCategory.ModifierLetter:
            case UnicodeCategory.OtherLetter:
                return DescribeLetter(unit);
            default:
                return default;
        }
    }

    private static UnitInfo DescribeLetter(char unit)
    {
        int imitation = Imitations.IndexOf(unit, StringComparison.Ordinal);
        if (imitation >= 0)
        {
            char latin = ImitationsAsLatin[imitation];
            return new UnitInfo(UnitKind.Letter, Script.Guest, latin, latin, '\0', Likeness.Strong);
        }

        char bare = Bare(unit);
        char folded = char.ToLowerInvariant(bare);
        if (folded == 'ё')
        {
            folded = 'е';
        }

        switch (ScriptOf(folded))
        {
            case Script.Latin:
                (char cyrillic, Likeness asCyrillic) = LookUp(bare, StrongLatin, StrongCyrillic, WeakLatin, WeakCyrillic);
                return new UnitInfo(UnitKind.Letter, Script.Latin, folded, folded, cyrillic, asCyrillic);
            case Script.Cyrillic:
                (char asLatin, Likeness likeness) = LookUp(bare, StrongCyrillic, StrongLatin, WeakCyrillic, WeakLatin);
                return new UnitInfo(UnitKind.Letter, Script.Cyrillic, folded, asLatin, folded, likeness);
            case Script.Guest:
                int greek = GreekLetters.IndexOf(bare, StringComparison.Ordinal);
                return greek < 0
                    ? new UnitInfo(UnitKind.Letter, Script.Guest, folded, '\0', '\0', Likeness.None)
                    : new UnitInfo(
                        UnitKind.Letter, Script.Guest, folded, GreekAsLatin[greek], GreekAsCyrillic[greek], Likeness.Strong);
            case Script.None:
            default:
                return new UnitInfo(UnitKind.Letter, Script.None, folded, '\0', '\0', Likeness.None);
        }
    }

    private static (char Letter, Likeness Likeness) LookUp(
        char letter, string strong, string strongOther, string weak, string weakOther)
    {
        int at = strong.IndexOf(letter, StringComparison.Ordinal);
        if (at >= 0)
        {
            return (char.ToLowerInvariant(strongOther[at]), Likeness.Strong);
        }

        at = weak.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        return at >= 0 ? (weakOther[at], Likeness.Weak) : ('\0', Likeness.None);
    }

    private static Script ScriptOf(char folded) => folded switch
    {
        >= 'a' and <= 'z' or >= '\u00DF' and <= '\u024F' or >= '\u0250' and <= '\u02AF' => Script.Latin,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0370' and <= '\u03FF' => Script.Guest,
        _ => Script.None,
    };

    // Only these blocks hold letters that decompose and matter here; the rest is left alone to start fast.
    private static char Bare(char letter)
    {
        if (letter is 'й' or 'Й' || letter is < '\u00A0' or (> '\u2400' and < '\uFB00'))
        {
            return letter;
        }

        string parts = letter.ToString().Normalize(NormalizationForm.FormKD);
        return char.IsLetter(parts[0]) ? parts[0] : letter;
    }

    private static UnitInfo Plain(UnitKind kind) => new(kind, Script.None, '\0', '\0', '\0', Likeness.None);
}
