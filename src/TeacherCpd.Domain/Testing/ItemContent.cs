using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeacherCpd.Domain.Testing;

/// <summary>What an item asks about: the blocks of the knowledge test (order 83, paragraph 38, appendix 9), and one of our own.</summary>
public enum TestSection
{
    /// <summary>Knowledge of the subject taught.</summary>
    SubjectKnowledge,

    /// <summary>Methods, pedagogy and psychology of preschool.</summary>
    PreschoolMethods,

    /// <summary>Basics of pedagogy and psychology.</summary>
    PedagogyAndPsychology,

    /// <summary>Methodology, for method offices.</summary>
    Methodology,

    /// <summary>Law "On Education".</summary>
    EducationLaw,

    /// <summary>Law "On the Status of the Teacher".</summary>
    TeacherStatusLaw,

    /// <summary>Law "On the Rights of the Child".</summary>
    ChildRightsLaw,

    /// <summary>Labour Code.</summary>
    LabourCode,

    /// <summary>Code "On Marriage and Family".</summary>
    FamilyCode,

    /// <summary>State standards of education (order 348).</summary>
    EducationStandards,

    /// <summary>Law "On Countering Corruption".</summary>
    AnticorruptionLaw,

    /// <summary>The rules of attestation themselves. No block of the official test: for those who want to know what awaits them.</summary>
    AttestationRules,
}

/// <summary>What an item demands.</summary>
public enum ItemLevel
{
    /// <summary>To know and understand.</summary>
    Knowledge,

    /// <summary>To apply in a situation that is told.</summary>
    Application,

    /// <summary>To compare, judge, conclude.</summary>
    Reasoning,
}

/// <summary>How an item is answered.</summary>
public enum ItemKind
{
    /// <summary>One option is right.</summary>
    OneRight,

    /// <summary>Several options are right; only all of them and no other count as a right answer.</summary>
    SeveralRight,
}

/// <summary>An option in both languages of the test.</summary>
/// <param name="Kk">Kazakh.</param>
/// <param name="Ru">Russian.</param>
/// <param name="IsRight">Whether it belongs to the right answer.</param>
public sealed record ItemOption(string Kk, string Ru, bool IsRight);

/// <summary>What an item asks, in Kazakh and Russian: the languages of the knowledge test (order 83, paragraph 44).</summary>
/// <param name="Kind">How it is answered.</param>
/// <param name="TextKk">Kazakh.</param>
/// <param name="TextRu">Russian.</param>
/// <param name="Options">Options, the same in both languages.</param>
public sealed record ItemContent(ItemKind Kind, string TextKk, string TextRu, IReadOnlyList<ItemOption> Options)
{
    /// <summary>Longest text in one language, in characters.</summary>
    public const int TextLength = 2000;

    /// <summary>Longest option in one language, in characters.</summary>
    public const int OptionLength = 500;

    /// <summary>Fewest options.</summary>
    public const int LeastOptions = 3;

    /// <summary>Most options.</summary>
    public const int MostOptions = 8;

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Places of the right options, from 0.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Key => [.. Enumerable.Range(0, Options.Count).Where(i => Options[i].IsRight)];

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static ItemContent Parse(string json) => JsonSerializer.Deserialize<ItemContent>(json, Json)!;

    /// <summary>Writes it down.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Whether a choice is the right answer: all right options and no other.</summary>
    /// <param name="chosen">Places of the options chosen, from 0, in any order.</param>
    public bool IsRight(IReadOnlyCollection<int> chosen) => Key.ToHashSet().SetEquals(chosen);

    /// <summary>Whether a choice can be an answer: options that exist, as many as the kind allows.</summary>
    /// <param name="chosen">Places of the options chosen, from 0.</param>
    public bool Offers(IReadOnlyCollection<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return chosen.Count > 0 && (Kind == ItemKind.SeveralRight || chosen.Count == 1) && chosen.Distinct().Count() == chosen.Count && chosen.All(c => c >= 0 && c < Options.Count);
    }

    /// <summary>What is wrong with it as the field and the code of an error; null where it can be reviewed.</summary>
    public (string Field, string Code)? Fault() =>
        TextKk.Length == 0 || TextRu.Length == 0 ? (TextKk.Length == 0 ? nameof(TextKk) : nameof(TextRu), "required")
        : TextKk.Length > TextLength || TextRu.Length > TextLength ? (TextKk.Length > TextLength ? nameof(TextKk) : nameof(TextRu), "item_text_too_long")
        : Options.Count is < LeastOptions or > MostOptions ? (nameof(Options), "item_options_count")
        : Options.Any(o => o.Kk.Length == 0 || o.Ru.Length == 0) ? (nameof(Options), "item_options_in_both")
        : Options.Any(o => o.Kk.Length > OptionLength || o.Ru.Length > OptionLength) ? (nameof(Options), "item_option_too_long")
        : HasTwice(o => o.Kk) || HasTwice(o => o.Ru) ? (nameof(Options), "item_options_alike")
        : Kind == ItemKind.OneRight && Key.Count != 1 ? (nameof(Options), "item_key_single")
        : Kind == ItemKind.SeveralRight && (Key.Count < 2 || Key.Count == Options.Count) ? (nameof(Options), "item_key_multiple")
        : null;

    private bool HasTwice(Func<ItemOption, string> text) => Options.Select(text).Distinct(StringComparer.OrdinalIgnoreCase).Count() < Options.Count;
}

/// <summary>All that is written about a version of an item.</summary>
/// <param name="Section">What it asks about.</param>
/// <param name="Subject">Subject taught; empty where the section is the same for all.</param>
/// <param name="Level">What it demands.</param>
/// <param name="Source">Where its matter comes from: a paragraph of law, a book with its page.</param>
/// <param name="Content">What it asks.</param>
public sealed record ItemWriting(TestSection Section, string Subject, ItemLevel Level, string Source, ItemContent Content)
{
    /// <summary>Longest name of a subject, in characters.</summary>
    public const int SubjectLength = 100;

    /// <summary>Longest source, in characters.</summary>
    public const int SourceLength = 500;
}
