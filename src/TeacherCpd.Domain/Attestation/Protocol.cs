using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>The protocol of a decision: figures and outcome as they stood, never changed.</summary>
public sealed class Protocol : Entity
{
    /// <summary>Number, for example <c>PR-2026-000009</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Case; one protocol each.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Commission.</summary>
    public required Guid CommissionId { get; init; }

    /// <summary>When the decision was taken (UTC).</summary>
    public required DateTime DecidedAt { get; init; }

    /// <summary>Members of the commission entitled to vote.</summary>
    public required int Members { get; init; }

    /// <summary>Sitting at which it was decided; null for decisions from before sittings were kept.</summary>
    public Guid? SittingId { get; init; }

    /// <summary>Members who had no part in the case.</summary>
    public int Recused { get; init; }

    /// <summary>Votes "conforms".</summary>
    public required int For { get; init; }

    /// <summary>Votes "does not conform".</summary>
    public required int Against { get; init; }

    /// <summary>Whether the chair's vote decided a tie.</summary>
    public required bool ChairDecided { get; init; }

    /// <summary>Conforms to the claimed category, or does not.</summary>
    public required bool Conforms { get; init; }

    /// <summary>Category given; null when the present one is kept.</summary>
    public string? GrantedCategory { get; init; }

    /// <summary>The requirements as evaluated on that day, as JSON.</summary>
    public required string Requirements { get; init; }
}
