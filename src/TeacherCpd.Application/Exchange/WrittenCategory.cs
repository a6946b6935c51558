using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Exchange;

/// <summary>A category as a file writes it.</summary>
/// <param name="Code">Its code; null for "none".</param>
internal sealed record WrittenCategory(string? Code)
{
    private const string Prefix = "category.";

    private static readonly HashSet<string> None = [.. new[] { "жоқ", "санаты жоқ", "санатсыз", "нет", "без категории", "не имеет", "none", "no category" }.Select(ListText.Key), ""];

    private static readonly Dictionary<string, string> Known = TextCatalogue.Keys
        .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && key.IndexOf('.', Prefix.Length) < 0)
        .SelectMany(key => new[] { TextCatalogue.Raw(key).Kk, TextCatalogue.Raw(key).Ru, TextCatalogue.Raw(key).En, key[Prefix.Length..] }.Select(name => (Name: ListText.Key(name), Code: key[Prefix.Length..])))
        .DistinctBy(name => name.Name)
        .ToDictionary(name => name.Name, name => name.Code);

    /// <summary>Reads a category; null where the cell is empty or its words are not known: then nothing is compared.</summary>
    public static WrittenCategory? Read(string text) =>
        text.Length == 0 ? null
        : None.Contains(ListText.Key(text)) ? new WrittenCategory((string?)null)
        : Known.TryGetValue(ListText.Key(text), out var code) ? new WrittenCategory(code)
        : null;

    /// <summary>
    /// Whether a position can have a category. Heads and deputies may hold one of teachers beside their own, a teacher none of heads:
    /// the order gives each a ladder of their own.
    /// </summary>
    public static bool Fits(Position position, string category)
    {
        var (heads, deputies) = (category.StartsWith("head", StringComparison.Ordinal), category.StartsWith("deputy", StringComparison.Ordinal));
        return position switch
        {
            Position.Head => !deputies,
            Position.Deputy => !heads,
            _ => !heads && !deputies,
        };
    }
}
