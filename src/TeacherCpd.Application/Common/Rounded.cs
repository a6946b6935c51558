namespace TeacherCpd.Application.Common;

/// <summary>Shares as every report prints them: one rule.</summary>
public static class Rounded
{
    /// <summary>
    /// A part of a whole in tenths of a per cent, rounded half up from the exact fraction, also below zero where something grew instead of
    /// falling; 0 of nothing.
    /// </summary>
    /// <param name="part">Part.</param>
    /// <param name="whole">Whole, not negative.</param>
    public static int PerMille(int part, int whole) => whole == 0 ? 0 : (int)Math.Floor(((2000m * part) + whole) / (2m * whole));
}
