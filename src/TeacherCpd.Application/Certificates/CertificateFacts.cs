using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Every fact that is printed, and whether the certificate holds. What is null is not printed.</summary>
public sealed record CertificateFacts(
    CertificateKind Kind,
    string Serial,
    string HolderName,
    LocalizedText ProgrammeTitle,
    string? ProgrammeCode,
    int? ProgrammeVersionNumber,
    int? Hours,
    DateOnly? StartedOn,
    DateOnly? EndedOn,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    string? Grounds,
    CertificateAppendix? Appendix,
    DateOnly IssuedOn,
    DateOnly? ReissuedOn,
    LocalizedText Issuer,
    CertificateStatus Status,
    DateTime? StatusSince)
{
    /// <summary>The facts of a certificate.</summary>
    public static CertificateFacts Of(Certificate certificate) => new(
        certificate.Kind,
        certificate.Serial,
        certificate.HolderName,
        certificate.ProgrammeTitle,
        certificate.ProgrammeCode,
        certificate.ProgrammeVersionNumber,
        certificate.Hours,
        certificate.StartedOn,
        certificate.EndedOn,
        certificate.ValidFrom,
        certificate.ValidUntil,
        certificate.Grounds,
        CertificateAppendix.Read(certificate.Appendix),
        certificate.IssuedOn,
        certificate.ReissuedOn,
        certificate.Issuer,
        certificate.Status,
        certificate.StatusSince);
}
