using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where an attestation case is on its way to a decision.</summary>
public enum AttestationCaseStatus
{
    /// <summary>Opened by the candidate; being put together.</summary>
    Open,

    /// <summary>Handed in; waits for the secretary.</summary>
    Submitted,

    /// <summary>Accepted for a commission; test result and points are recorded.</summary>
    UnderReview,

    /// <summary>Put to the vote.</summary>
    Voting,

    /// <summary>Decided; the protocol stands.</summary>
    Decided,

    /// <summary>Taken back by the candidate before the vote.</summary>
    Withdrawn,

    /// <summary>The application was refused; a new one may be handed in.</summary>
    Refused,
}

/// <summary>Which state of a case may follow which.</summary>
public static class AttestationCaseStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<AttestationCaseStatus> Table = new(
        (AttestationCaseStatus.Open, [AttestationCaseStatus.Submitted, AttestationCaseStatus.Withdrawn]),
        (AttestationCaseStatus.Submitted, [AttestationCaseStatus.UnderReview, AttestationCaseStatus.Refused, AttestationCaseStatus.Withdrawn]),
        (AttestationCaseStatus.UnderReview, [AttestationCaseStatus.Voting, AttestationCaseStatus.Withdrawn]),
        (AttestationCaseStatus.Voting, [AttestationCaseStatus.Decided, AttestationCaseStatus.UnderReview]));
}
