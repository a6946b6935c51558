using System.Globalization;
using System.Text.Json;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Texts of the reasons and names of categories, facts and levels, in three languages.</summary>
public static class ReasonTexts
{
    private static readonly Book Texts = Load();

    /// <summary>Codes that have a text.</summary>
    public static IEnumerable<string> Codes => Texts.Texts.Keys;

    /// <summary>Keys that have a name.</summary>
    public static IEnumerable<string> Names => Texts.Names.Keys;

    /// <summary>The template of a code, with places <c>{0}</c>, <c>{1}</c>...</summary>
    /// <exception cref="KeyNotFoundException">The code has no text.</exception>
    public static LocalizedText Template(string code) => Texts.Texts[code.Split(':')[0]];

    /// <summary>A name, for example of <c>category.expert</c>; the key's own last part where it has none.</summary>
    public static string Name(string key, Language language) =>
        Texts.Names.TryGetValue(key, out var name) ? name.In(language) : key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>The text of a reason.</summary>
    public static string Text(Reason reason, Language language) => string.Format(
        CultureInfo.InvariantCulture,
        Template(reason.Code).In(language),
        [.. reason.Args.Select(a => Shown(a, language))]);

    /// <summary>A value as the language writes it; empty for null.</summary>
    internal static string Shown(object? value, Language language) => value switch
    {
        ReasonName name => Name(name.Key, language),
        DateOnly date => date.ToString(language == Language.En ? "yyyy-MM-dd" : "dd.MM.yyyy", CultureInfo.InvariantCulture),
        decimal number when language == Language.En => number.ToString("0.##", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Book Load() =>
        JsonSerializer.Deserialize<Book>(EmbeddedText.Read("reasons.json"), JsonSerializerOptions.Web)!;

    private sealed record Book(Dictionary<string, LocalizedText> Texts, Dictionary<string, LocalizedText> Names);
}
