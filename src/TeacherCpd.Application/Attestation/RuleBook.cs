using System.Collections.Concurrent;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation;

/// <summary>Editions of the rules that were read before. There are few, and one that changes is another text.</summary>
internal static class RuleBook
{
    private static readonly ConcurrentDictionary<string, AttestationRules> Editions = new(StringComparer.Ordinal);

    /// <summary>The rules of a stored edition.</summary>
    public static AttestationRules Read(string json) => Editions.GetOrAdd(json, text => AttestationRules.Parse(text).Value);
}
