using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The colour in which a state is shown; its word stands in it, too.</summary>
public static class CertificateChips
{
    /// <summary>Class of the chip.</summary>
    public static string Of(CertificateStatus status) => status switch
    {
        CertificateStatus.Valid => "ok",
        CertificateStatus.Suspended => "warn",
        CertificateStatus.Revoked => "bad",
        _ => "",
    };
}
