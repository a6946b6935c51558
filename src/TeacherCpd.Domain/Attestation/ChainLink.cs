using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What a link of a chain says.</summary>
public enum ChainKind
{
    /// <summary>Knowledge test and points of the sheet, as recorded.</summary>
    Sheet,

    /// <summary>A member's vote.</summary>
    Vote,

    /// <summary>The decision with its figures and requirements.</summary>
    Protocol,

    /// <summary>The order that rests on the decision.</summary>
    Order,

    /// <summary>The letter of reasons, as it was approved.</summary>
    Letter,

    /// <summary>The evidence as it was when the review began: each item with the hash of its file and where it came from.</summary>
    Evidence,

    /// <summary>An observation sheet, as its observer signed it.</summary>
    Observation,
}

/// <summary>
/// A link of the chain of a case: a document whose bytes are kept as they were signed, with the hash of the one before. Nobody can
/// change, leave out or add one unseen, and no database is needed to find that out. Not audited: it is a record of its own kind.
/// </summary>
public sealed class ChainLink : Entity, INotAudited
{
    /// <summary>Case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Place in the chain, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>What it says.</summary>
    public required ChainKind Kind { get; init; }

    /// <summary>The record that it is about.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>The document; its UTF-8 bytes are what is signed.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of those bytes, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Name of the key.</summary>
    public required string KeyName { get; init; }

    /// <summary>Signature, ES256, base64url.</summary>
    public required string Signature { get; init; }
}

/// <summary>A person's national signature (CMS) over the document of a link, as the verifying service found it.</summary>
public sealed class NationalSignature : Entity
{
    /// <summary>Longest subject, in characters.</summary>
    public const int SubjectLength = 400;

    /// <summary>Link.</summary>
    public required Guid LinkId { get; init; }

    /// <summary>Who signed; the certificate names the same national number.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The signature, base64.</summary>
    public required string Cms { get; init; }

    /// <summary>Subject of the certificate, in the service's words.</summary>
    public required string Subject { get; init; }

    /// <summary>When the service found it good (UTC).</summary>
    public required DateTime VerifiedAt { get; init; }
}
