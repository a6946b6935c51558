namespace TeacherCpd.Domain.Certificates;

/// <summary>
/// The place of a certificate in the published lists of states (W3C Bitstring Status List). Lists are of one size, and neighbours
/// by number do not stand beside each other, so that a place tells neither how many there are nor when one was issued.
/// </summary>
/// <param name="List">Number of the list, from 1.</param>
/// <param name="Index">Place in it, from 0.</param>
public readonly record struct StatusPlace(int List, int Index)
{
    /// <summary>Places of a list: the least that the recommendation allows, so that one place hides among many.</summary>
    public const int Size = 131_072;

    // odd, so that it meets every place of a list whose size is a power of two
    private const long Step = 48_271;

    /// <summary>The place of a number, from 1.</summary>
    public static StatusPlace Of(int number) => new(((number - 1) / Size) + 1, (int)((number - 1) % Size * Step % Size));

    /// <summary>The numbers whose places are in a list: from the first to the last of them.</summary>
    public static (int First, int Last) NumbersOf(int list) => (((list - 1) * Size) + 1, list * Size);
}
