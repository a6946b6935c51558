using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Texts;

/// <summary>
/// Every text of the product in Kazakh, Russian and English, from the JSON files of this folder: one file a module,
/// <c>key: { kk, ru, en }</c>. Places are <c>{0}</c>; <c>{0:день|дня|дней}</c> is the word that goes with the number.
/// </summary>
public static class TextCatalogue
{
    private static readonly FrozenDictionary<string, LocalizedText> Texts = Load();

    /// <summary>All keys.</summary>
    public static IReadOnlyCollection<string> Keys => Texts.Keys;

    /// <summary>The culture by which figures and dates of a language are written.</summary>
    public static CultureInfo CultureOf(Language language) => language switch
    {
        Language.Ru => CultureInfo.GetCultureInfo("ru-KZ"),
        Language.En => CultureInfo.GetCultureInfo("en-GB"),
        _ => CultureInfo.GetCultureInfo("kk-KZ"),
    };

    /// <summary>Whether there is such a text.</summary>
    public static bool Has(string key) => Texts.ContainsKey(key);

    /// <summary>The text in the three languages, places unfilled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public static LocalizedText Raw(string key) => Texts[key];

    /// <summary>The text in a language with its places filled; the key itself where there is no such text.</summary>
    public static string Get(Language language, string key, params IReadOnlyList<object?> args)
    {
        if (!Texts.TryGetValue(key, out var text))
        {
            return key;
        }

        var template = text.In(language);
        return args.Count == 0 ? template : Fill(template, language, args);
    }

    private static string Fill(string template, Language language, IReadOnlyList<object?> args)
    {
        var culture = CultureOf(language);
        var filled = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                filled.Append(template[i]);
                continue;
            }

            var place = template.AsSpan(i + 1, end - i - 1);
            var colon = place.IndexOf(':');
            var index = int.Parse(colon < 0 ? place : place[..colon], CultureInfo.InvariantCulture);
            var arg = index < args.Count ? args[index] : null;
            filled.Append(colon < 0 ? Written(arg, language, culture) : Plural(place[(colon + 1)..].ToString().Split('|'), language, arg));
            i = end;
        }

        return filled.ToString();
    }

    private static string? Written(object? arg, Language language, CultureInfo culture) => arg switch
    {
        LocalizedText text => text.In(language),
        DateOnly day => day.ToString("d", culture),
        DateTime utc => TimeZoneInfo.ConvertTimeFromUtc(utc, Common.Clock.Zone).ToString("g", culture),
        Enum value => Get(language, $"enum.{value.GetType().Name}.{value}"),
        IFormattable other => other.ToString(null, culture),
        _ => arg?.ToString(),
    };

    // Russian has three forms, English two; Kazakh nouns stay in the singular after a number
    private static string Plural(string[] forms, Language language, object? arg)
    {
        var n = Math.Abs(Convert.ToInt64(arg, CultureInfo.InvariantCulture));
        var form = language switch
        {
            Language.Ru when n % 10 == 1 && n % 100 != 11 => 0,
            Language.Ru when n % 10 is >= 2 and <= 4 && n % 100 is (< 12 or > 14) => 1,
            Language.Ru => 2,
            Language.En => n == 1 ? 0 : 1,
            _ => 0,
        };
        return forms[Math.Min(form, forms.Length - 1)];
    }

    private static FrozenDictionary<string, LocalizedText> Load()
    {
        var assembly = typeof(TextCatalogue).Assembly;
        var texts = new Dictionary<string, LocalizedText>();
        var options = new JsonSerializerOptions { PropertyNameCaseInsensitive = true };
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Texts.", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, LocalizedText>>(stream, options)!)
            {
                if (!texts.TryAdd(key, text))
                {
                    throw new InvalidOperationException($"The text '{key}' stands twice.");
                }
            }
        }

        return texts.ToFrozenDictionary();
    }
}
