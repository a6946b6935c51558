namespace TeacherCpd.Application.Common;

/// <summary>What people type.</summary>
internal static class Inputs
{
    /// <summary>The text without spaces around it; null where nothing is left.</summary>
    public static string? OrNothing(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The text without spaces around it, each line break one character, as browsers of all systems mean it; empty for nothing.</summary>
    public static string Lines(this string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}

/// <summary>Addresses that people type.</summary>
internal static class Links
{
    /// <summary>Whether a text is empty or an address of the web: nothing else is ever made a link of.</summary>
    public static bool AreWeb(string? text) =>
        string.IsNullOrWhiteSpace(text)
        || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.UserInfo.Length == 0);
}
