namespace TeacherCpd.Domain.Attestation;

/// <summary>Levels of the Common European Framework, from low to high.</summary>
public static class LanguageLevel
{
    /// <summary>A1 to C2.</summary>
    public static readonly IReadOnlyList<string> All = ["A1", "A2", "B1", "B2", "C1", "C2"];

    /// <summary>Whether a text is one of the levels.</summary>
    public static bool IsLevel(string text) => All.Contains(text);

    /// <summary>Whether a level is at least as high as another; a text that is no level never is.</summary>
    public static bool Reaches(string level, string needed)
    {
        var levels = All.ToList();
        return levels.IndexOf(level) >= levels.IndexOf(needed) && IsLevel(level);
    }
}
