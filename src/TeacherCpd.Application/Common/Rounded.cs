namespace TeacherCpd.Application.Common;

/// <summary>Shares as every report prints them: one rule.</summary>
public static class Rounded
{
    /// <summary>A part of a whole in tenths of a per cent, rounded half up from the exact fraction; 0 of nothing.</summary>
    public static int PerMille(int part, int whole) => whole == 0 ? 0 : (int)(((2000L * part) + whole) / (2L * whole));
}
