using System.Globalization;
using System.Text;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Shows a sign of evasion to a person: which characters of a word are not what they seem.</summary>
internal static class Signs
{
    private const string Unseen = "·";

    /// <summary>The word as it stands and as it was compared.</summary>
    public static SignView Of(Evidence evidence, string text)
    {
        List<SignPiece> pieces = [];
        var restored = 0;
        foreach (var rune in text.AsSpan(evidence.Start, evidence.Length).EnumerateRunes())
        {
            var shown = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
                ? Unseen
                : rune.ToString();
            var isAsCompared = restored < evidence.Restored.Length && Rune.ToLowerInvariant(rune).Value == evidence.Restored[restored];
            restored += shown == Unseen ? 0 : 1;
            Add(pieces, shown, !isAsCompared);
        }

        return new SignView(evidence.Kind, pieces, evidence.Restored);
    }

    private static void Add(List<SignPiece> pieces, string shown, bool isOdd)
    {
        if (pieces.Count > 0 && pieces[^1].IsOdd == isOdd)
        {
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + shown };
        }
        else
        {
            pieces.Add(new SignPiece(shown, isOdd));
        }
    }
}
