using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>
/// A file of a certificate that went out, by its hash. Files are drawn anew whenever they are asked for; when the drawing changes,
/// those of before are still told from edited ones.
/// </summary>
public sealed class IssuedFile : Entity, INotAudited
{
    /// <summary>Certificate.</summary>
    public required Guid CertificateId { get; init; }

    /// <summary>SHA-256 of the file in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it was drawn first (UTC).</summary>
    public required DateTime At { get; init; }
}
