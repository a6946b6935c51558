using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Assessment;

/// <summary>Words about a place in a text of the portfolio, tied to a criterion of a sheet; told with the sheet.</summary>
public sealed class PassageRemark : Aggregate
{
    /// <summary>Most remarks of a sheet.</summary>
    public const int Most = 100;

    /// <summary>Longest passage, in UTF-16 units.</summary>
    public const int QuoteLength = 1000;

    /// <summary>Longest words, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Sheet.</summary>
    public required Guid SheetId { get; init; }

    /// <summary>Criterion.</summary>
    public required Guid CriterionId { get; init; }

    /// <summary>Material whose text is meant.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>First unit of the passage in the extracted text (UTF-16).</summary>
    public required int Start { get; init; }

    /// <summary>Units of the passage, 1 to 1000.</summary>
    public required int Length { get; init; }

    /// <summary>The passage as it stands in the text; hidden names are hidden when it is shown to an assessor.</summary>
    public required string Quote { get; init; }

    /// <summary>The words, up to 1000 characters.</summary>
    public required string Words { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime MadeAt { get; init; }
}
