using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Why a member has no part in a case.</summary>
public enum RecusalReason
{
    /// <summary>It is the member's own case.</summary>
    OwnCase,

    /// <summary>The member works in the candidate's organisation, and the commission is not that organisation's own.</summary>
    SameOrganisation,

    /// <summary>One of them declared to be a relative of the other.</summary>
    Relative,

    /// <summary>One of them declared to have written with the other what may be evidence.</summary>
    CoAuthor,

    /// <summary>The member taught a group in which the candidate was.</summary>
    OwnTeacher,

    /// <summary>The member graded a portfolio of the candidate.</summary>
    EarlierAssessor,

    /// <summary>Another circumstance, which the member told.</summary>
    Told,
}

/// <summary>
/// That a member has no part in a case: sees neither it nor how its vote stands. Order 83 names one conflict only (paragraph 20:
/// a commission of an organisation does not count its own teachers under attestation); the others are the product's, so that
/// nobody decides on whom they are near to.
/// </summary>
public sealed class CaseRecusal : Entity
{
    /// <summary>Longest words, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>Why.</summary>
    public RecusalReason Reason { get; init; }

    /// <summary>The member's own words; empty where the product found the reason.</summary>
    public required string Words { get; init; }

    /// <summary>When it was found or told (UTC).</summary>
    public DateTime At { get; init; }
}

/// <summary>What ties two people so that one does not decide on the other.</summary>
public enum TieKind
{
    /// <summary>Relatives, by blood or marriage.</summary>
    Relative,

    /// <summary>Wrote something together that may be evidence in a case.</summary>
    CoAuthor,
}

/// <summary>A tie that a member declares, to a person by national number: also one whom the product does not know yet.</summary>
public sealed class DeclaredTie : Entity
{
    /// <summary>Who declares it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>National number of the other.</summary>
    public required string Iin { get; init; }

    /// <summary>What ties them.</summary>
    public required TieKind Kind { get; init; }

    /// <summary>When it was declared (UTC).</summary>
    public required DateTime DeclaredAt { get; init; }
}
