using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>Why a report was taken out of the comparison; it is never put back.</summary>
public sealed class ComparisonWithdrawal : Aggregate
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 400;

    /// <summary>Material of a portfolio.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>By whom.</summary>
    public required Guid By { get; init; }
}
