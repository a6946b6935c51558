using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Programmes;

/// <summary>
/// Finds programmes by words, forgiving letters that are taken for each other. It runs here and not in the database: SQLite folds the case of Latin letters only, and
/// the register has some dozens of entries.
/// </summary>
internal static class ProgrammeSearch
{
    /// <summary>Whether every word of <paramref name="text"/> stands in the code, the title or another spelling.</summary>
    public static bool Finds(string? text, Language language, string code, LocalizedText title, string aliases)
    {
        var searched = ForgivingText.Fold($"{code}\n{title.In(language)}\n{aliases}");
        return ForgivingText.Fold(text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .All(word => searched.Contains(word, StringComparison.Ordinal));
    }
}
