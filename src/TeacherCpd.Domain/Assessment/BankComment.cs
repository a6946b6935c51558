using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>A short text that an assessor or trainer keeps to use again; nobody else sees it.</summary>
public sealed class BankComment : Aggregate
{
    /// <summary>Most texts of a person.</summary>
    public const int Most = 200;

    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 500;

    /// <summary>Whose it is.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Code of the criterion it is for; null: any.</summary>
    public string? CriterionCode { get; init; }

    /// <summary>The text, up to 500 characters.</summary>
    public required string Text { get; init; }
}
