using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The fields by which a step is explained.</summary>
/// <param name="Kind">Step.</param>
/// <param name="Reason">Reason chosen.</param>
/// <param name="Words">Words typed.</param>
public sealed record ReasonFields(CertificateStepKind Kind, CertificateReason? Reason, string? Words);
