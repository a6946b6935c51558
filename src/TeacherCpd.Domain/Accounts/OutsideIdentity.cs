using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Accounts;

/// <summary>How it was shown that an outside identity is a person's.</summary>
public enum OutsideProof
{
    /// <summary>Both were signed in at once in one browser.</summary>
    SignedIn,

    /// <summary>The person gave the own password after the outside provider had said who it is.</summary>
    Password,

    /// <summary>The provider proves national numbers, and the operator of this site relies on it.</summary>
    Provider,
}

/// <summary>
/// A person's identity at an outside provider (OpenID Connect). It says who somebody is and never what they may do: roles are given here. Taken
/// away, the row is removed; the audit keeps it.
/// </summary>
public sealed class OutsideIdentity : Aggregate
{
    /// <summary>Longest issuer, in characters.</summary>
    public const int IssuerLength = 300;

    /// <summary>Longest subject, in characters (OpenID Connect Core 1.0, section 2).</summary>
    public const int SubjectLength = 255;

    /// <summary>Person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The provider.</summary>
    public required string Issuer { get; init; }

    /// <summary>Whom the provider means; unique for the issuer.</summary>
    public required string Subject { get; init; }

    /// <summary>How it was proven.</summary>
    public required OutsideProof Proof { get; init; }

    /// <summary>When it was linked (UTC).</summary>
    public required DateTime LinkedAt { get; init; }
}
