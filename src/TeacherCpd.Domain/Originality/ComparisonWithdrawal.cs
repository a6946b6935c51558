using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>Why a version was taken out of the comparison; it is never put back.</summary>
public sealed class ComparisonWithdrawal : Aggregate
{
    /// <summary>Longest reason.</summary>
    public const int ReasonLength = 400;

    /// <summary>Version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>By whom.</summary>
    public required Guid By { get; init; }
}
