using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation;

/// <summary>The way of a case: where it stands, and when it passed the stations whose time is known.</summary>
public sealed record CaseLine(AttestationCaseStatus Status, DateOnly OpenedOn, DateOnly? SubmittedOn, DateOnly? TestOn, DateOnly? DecidedOn)
{
    /// <summary>The way of a case.</summary>
    public static CaseLine Of(AttestationCase attestationCase, Protocol? protocol) => new(
        attestationCase.Status,
        Clock.DayOf(attestationCase.OpenedAt),
        attestationCase.SubmittedAt is { } at ? Clock.DayOf(at) : null,
        attestationCase.TestOn,
        protocol is null ? null : Clock.DayOf(protocol.DecidedAt));

    /// <summary>The stations in order, with the day where it is known.</summary>
    public IEnumerable<(AttestationCaseStatus Station, DateOnly? On)> Stations()
    {
        yield return (AttestationCaseStatus.Open, OpenedOn);
        if (Status != AttestationCaseStatus.Withdrawn || SubmittedOn is not null)
        {
            yield return (AttestationCaseStatus.Submitted, SubmittedOn);
        }

        if (Status == AttestationCaseStatus.Withdrawn)
        {
            yield return (AttestationCaseStatus.Withdrawn, null);
            yield break;
        }

        if (Status == AttestationCaseStatus.Refused)
        {
            yield return (AttestationCaseStatus.Refused, null);
            yield break;
        }

        yield return (AttestationCaseStatus.UnderReview, null);
        yield return (AttestationCaseStatus.Voting, null);
        yield return (AttestationCaseStatus.Decided, DecidedOn);
    }
}

internal static class CaseStates
{
    /// <summary>Whether the case is still on its way.</summary>
    public static bool IsOpen(this AttestationCaseStatus status) => status is not (AttestationCaseStatus.Decided or AttestationCaseStatus.Withdrawn or AttestationCaseStatus.Refused);
}

/// <summary>The requirements of a protocol, as they stood when it was made.</summary>
internal static class ProtocolRequirements
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<RequirementView> requirements) => JsonSerializer.Serialize(requirements, Json);

    public static IReadOnlyList<RequirementView> ReadRequirements(this Protocol protocol) =>
        JsonSerializer.Deserialize<List<RequirementView>>(protocol.Requirements, Json)!;
}
