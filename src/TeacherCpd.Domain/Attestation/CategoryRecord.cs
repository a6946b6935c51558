using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A category that a person holds or held.</summary>
public sealed class CategoryRecord : Entity
{
    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Category code, for example <c>moderator</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Day of the award.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Last day of validity; null for a category without a term.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Number of the protocol or order it rests on.</summary>
    public required string Ground { get; init; }

    /// <summary>Case that led to it; null for one brought along.</summary>
    public Guid? CaseId { get; init; }
}
