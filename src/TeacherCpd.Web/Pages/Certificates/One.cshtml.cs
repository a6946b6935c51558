using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

public sealed class OneModel : AppPage
{
    public CertificateView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The steps that lead to states.</summary>
    public static IEnumerable<CertificateStepKind> StepsTo(IReadOnlyList<CertificateStatus> next) => next.Select(status => status switch
    {
        CertificateStatus.Valid => CertificateStepKind.Restored,
        CertificateStatus.Suspended => CertificateStepKind.Suspended,
        CertificateStatus.Revoked => CertificateStepKind.Revoked,
        _ => CertificateStepKind.Superseded,
    });

    /// <summary>The step in an address.</summary>
    public static string NameOf(CertificateStepKind step) => step switch
    {
        CertificateStepKind.Suspended => "suspend",
        CertificateStepKind.Restored => "restore",
        CertificateStepKind.Revoked => "revoke",
        _ => "replace",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCertificateQuery(Id), view => View = view);
}
