using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Domain.Tests.Attestation;

/// <summary>The bundled edition, read once.</summary>
internal static class Order83
{
    public static readonly AttestationRules Rules = AttestationRules.Parse(BundledRuleSets.Order83N32).Value;
}
