using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What a mail about attestation is for.</summary>
public enum AttestationNoticeKind
{
    /// <summary>Invited to be a member of a commission.</summary>
    Invited,

    /// <summary>Somebody refused to be a member.</summary>
    Refused,

    /// <summary>Another person is a member in the recipient's place.</summary>
    Replaced,

    /// <summary>Cases of another commission were passed on to the recipient's.</summary>
    CasesPassedOn,

    /// <summary>The chair is elected.</summary>
    BallotOpened,

    /// <summary>A sitting is planned.</summary>
    SittingPlanned,

    /// <summary>The letter of reasons is there.</summary>
    LetterSent,

    /// <summary>An application was refused.</summary>
    ApplicationRefused,

    /// <summary>A cycle came to its next part.</summary>
    CycleMoved,
}

/// <summary>One mail about attestation to one person. Kind, subject and recipient together are unique.</summary>
public sealed class AttestationNotice : Mailing
{
    /// <summary>Recipient.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>What about.</summary>
    public required AttestationNoticeKind Kind { get; init; }

    /// <summary>The record that it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What people call it; no name and no result.</summary>
    public required string About { get; init; }

    /// <summary>Day that the mail names.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }
}
