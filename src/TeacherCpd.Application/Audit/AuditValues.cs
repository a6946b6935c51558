using System.Text.Json;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Application.Audit;

/// <summary>A value before and after.</summary>
/// <param name="Name">Name of the field, as the record has it.</param>
/// <param name="Old">Null: there was none.</param>
/// <param name="New">Null: there is none.</param>
public sealed record AuditValue(string Name, string? Old, string? New);

/// <summary>Reads the stored values for people's eyes: no more of them than is needed to see what changed.</summary>
internal static class AuditValues
{
    private const int MostLetters = 300;
    private const int DigitsSeen = 4;

    /// <summary>The values of a change.</summary>
    public static IReadOnlyList<AuditValue> Read(string json) =>
        [.. JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json)!.Select(v => new AuditValue(v.Key, Seen(v.Key, v.Value[0]), Seen(v.Key, v.Value[1])))];

    private static string? Seen(string name, string? value) => value switch
    {
        null => null,
        _ when name == nameof(Person.Iin) && value.Length > DigitsSeen => new string('•', value.Length - DigitsSeen) + value[^DigitsSeen..],
        { Length: > MostLetters } => value[..MostLetters] + "…",
        _ => value,
    };
}
