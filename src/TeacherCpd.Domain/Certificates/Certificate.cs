using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>A certificate with every printed fact as it stood on the day of issue.</summary>
public sealed class Certificate : Aggregate
{
    /// <summary>Serial number as printed, for example <c>KZ-2026-000042</c>; unique, without gaps in a year.</summary>
    public required string Serial { get; init; }

    /// <summary>Random code of the public page (26 characters): not guessable from the serial number.</summary>
    public required string VerificationCode { get; init; }

    /// <summary>Enrolment; at most one certificate each.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Holder.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Programme version completed.</summary>
    public required Guid ProgrammeVersionId { get; init; }

    /// <summary>Name as printed.</summary>
    public required string HolderName { get; init; }

    /// <summary>Programme title as printed.</summary>
    public required LocalizedText ProgrammeTitle { get; init; }

    /// <summary>Number of the programme version as printed.</summary>
    public required int ProgrammeVersionNumber { get; init; }

    /// <summary>Academic hours as printed; null where the programme states none.</summary>
    public required int? Hours { get; init; }

    /// <summary>First day of the course.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>Last day of the course.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Day of issue.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Issuing organisation as printed.</summary>
    public required LocalizedText Issuer { get; init; }

    /// <summary>When it was revoked (UTC); null while it stands.</summary>
    public DateTime? RevokedAt { get; private set; }
}
