using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TeacherCpd.Originality.Text;

/// <summary>
/// Reads words of the letters that make up nearly all texts, from a to z and from а to я in either case, sixteen at a
/// time. It knows less than <see cref="Letters"/> and says the same: whoever meets anything else looks there.
/// </summary>
internal static class PlainLetters
{
    /// <summary>UTF-16 units that are looked at, whatever the length of the word.</summary>
    public const int Step = 16;

    // Upper and lower case differ in this bit, counted from the first letter of either alphabet.
    private const ushort CaseBit = 0x20;

    /// <summary>
    /// Whether the machine can: the folded letters are hashed as they lie in memory, so their order there matters.
    /// </summary>
    public static bool CanRead => Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    /// <summary>Letters at the start, from 0 to <see cref="Step"/>, which stands for "or more".</summary>
    /// <param name="units">At least <see cref="Step"/> units.</param>
    /// <param name="script">Latin or Cyrillic.</param>
    /// <param name="hash">The <see cref="StableHash"/> of the folded letters, when they are fewer than <see cref="Step"/>.</param>
    public static int Read(ReadOnlySpan<char> units, Script script, out ulong hash)
    {
        var given = Vector256.Create(MemoryMarshal.Cast<char, ushort>(units));
        Vector256<ushort> folded;
        Vector256<ushort> isLetter;
        if (script == Script.Latin)
        {
            folded = given | Vector256.Create(CaseBit);
            isLetter = Vector256.LessThan(folded - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        }
        else
        {
            Vector256<ushort> place = given - Vector256.Create((ushort)'А');
            isLetter = Vector256.LessThan(place, Vector256.Create((ushort)64));
            folded = (place | Vector256.Create(CaseBit)) + Vector256.Create((ushort)'А');
        }

        // Two bits a letter.
        int letters = BitOperations.TrailingZeroCount(~isLetter.AsByte().ExtractMostSignificantBits()) / 2;
        Vector256<ushort> behind = Vector256.GreaterThanOrEqual(Vector256<ushort>.Indices, Vector256.Create((ushort)letters));
        Vector256<ulong> fours = Vector256.AndNot(folded, behind).AsUInt64();
        hash = StableHash.OfPlainLetters(letters, fours[0], fours[1]);
        if (letters > 8)
        {
            hash = StableHash.OfMoreLetters(hash, letters, fours[2], fours[3]);
        }

        return letters;
    }
}
