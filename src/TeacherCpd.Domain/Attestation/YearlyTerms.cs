using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What the ministry sets for a session of a year: the rules leave it to an act of its own. Empty until somebody fills it in.</summary>
public sealed class YearlyTerms : Aggregate
{
    /// <summary>Sessions of a year.</summary>
    public const int Sessions = 2;

    /// <summary>Year in which the session is.</summary>
    public required int Year { get; init; }

    /// <summary>First or second session of the year: 1 or 2.</summary>
    public required int Session { get; init; }

    /// <summary>First day for applications.</summary>
    public required DateOnly ApplyFrom { get; set; }

    /// <summary>Last day for applications.</summary>
    public required DateOnly ApplyTo { get; set; }

    /// <summary>First day of the knowledge test; null where not set.</summary>
    public DateOnly? TestFrom { get; set; }

    /// <summary>Last day of the knowledge test; null where not set.</summary>
    public DateOnly? TestTo { get; set; }

    /// <summary>Fee of a paid attempt in tenge; null where not set.</summary>
    public int? TestFee { get; set; }

    /// <summary>Topics of the essay, a line each; null where not set.</summary>
    public string? EssayTopics { get; set; }

    /// <summary>Act that sets it.</summary>
    public required string Source { get; set; }
}
