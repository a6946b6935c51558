namespace TeacherCpd.Originality;

/// <summary>A piece of a text.</summary>
/// <param name="Start">First UTF-16 unit, from 0.</param>
/// <param name="Length">UTF-16 units, 0 or more.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The unit after the last one.</summary>
    public int End => Start + Length;
}
