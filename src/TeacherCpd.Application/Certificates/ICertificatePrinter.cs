using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Application.Certificates;

/// <summary>Makes the printable certificate.</summary>
public interface ICertificatePrinter
{
    /// <summary>A4 pages in Kazakh and Russian, as a PDF: the certificate, and its appendix where it has one. The same facts always give the same bytes.</summary>
    byte[] Print(CertificatePrint print);
}

/// <summary>Everything that is printed on a certificate.</summary>
/// <param name="Facts">Its facts; the state is not printed, since paper does not change with it.</param>
/// <param name="Words">The words around the facts.</param>
/// <param name="VerificationUrl">Address of the public page that confirms the certificate.</param>
public sealed record CertificatePrint(CertificateFacts Facts, TemplateText Words, Uri VerificationUrl);
