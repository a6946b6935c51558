using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>An edition of the attestation rules, as dated data.</summary>
public sealed class RuleSet : Aggregate
{
    /// <summary>Code and edition, for example <c>KZ.MoE.Order83/2025-02-25/N32</c>; unique.</summary>
    public required string Code { get; init; }

    /// <summary>Source in words.</summary>
    public required string Source { get; init; }

    /// <summary>First day in force; null where it is not known and an administrator has to fill it in.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day in force; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The rules, as <c>AttestationRules</c> reads them.</summary>
    public required string Json { get; init; }
}
