using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Tells letters from signs of which the file does not say what letter they are. For a code without a letter the
/// library gives the character of that number, which looks like a letter and is none: only the font can tell.
/// </summary>
internal sealed class PdfCharacterMaps(CancellationToken ct)
{
    private const int Codes = 0x10000;

    // the third sign of nearly every font, and often the one that has no letter in the map
    private const string Space = "\u0003";

    private readonly Dictionary<IFont, HashSet<string>> lettersOf = new(ReferenceEqualityComparer.Instance);

    public bool CanBeRead(Letter letter) =>
        letter.Value == Space || (letter.Value.Length > 0 && letter.Value.EnumerateRunes().All(IsKnown) && !IsCodeOnly(letter));

    private static bool IsKnown(Rune rune) =>
        rune != Rune.ReplacementChar &&
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control);

    private bool IsCodeOnly(Letter letter)
    {
        // a code gives one character; a letter and the accent drawn over it come as two
        if (letter.Value.Length != 1 || letter.GetFont() is not { } font || font.TryGetUnicode(letter.Value[0], out _))
        {
            return false;
        }

        if (!lettersOf.TryGetValue(font, out var known))
        {
            lettersOf[font] = known = LettersOf(font);
        }

        return !known.Contains(letter.Value);
    }

    private HashSet<string> LettersOf(IFont font)
    {
        ct.ThrowIfCancellationRequested();
        var letters = new HashSet<string>();
        for (var code = 0; code < Codes; code++)
        {
            if (font.TryGetUnicode(code, out var letter) && letter is not null)
            {
                letters.Add(letter);
            }
        }

        return letters;
    }
}
