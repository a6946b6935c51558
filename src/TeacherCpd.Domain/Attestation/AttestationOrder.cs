using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>The order of the attesting body that rests on the protocol of a sitting (order 83, paragraph 26).</summary>
public sealed class AttestationOrder : Entity
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 200;

    /// <summary>Number, for example <c>BQ-2026-000004</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Sitting whose decisions it puts in force.</summary>
    public required Guid SittingId { get; init; }

    /// <summary>Day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who signs it: head of the attesting body.</summary>
    public required string SignedBy { get; init; }
}
