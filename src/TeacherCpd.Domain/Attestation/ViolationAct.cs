using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// An act about a violation of the rules of the knowledge test (order 83, paragraph 47 and appendix 10): the result is annulled. The
/// first costs one category for a year, another one everything above the lowest (paragraph 46).
/// </summary>
public sealed class ViolationAct : Entity
{
    /// <summary>Longest number of an act, in characters.</summary>
    public const int NumberLength = 60;

    /// <summary>Longest words, in characters.</summary>
    public const int WordsLength = 2000;

    /// <summary>Who broke the rules.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Case whose result was annulled.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the act.</summary>
    public required string ActNumber { get; init; }

    /// <summary>Day of the act.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was found.</summary>
    public required string Words { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTime RecordedAt { get; init; }
}
