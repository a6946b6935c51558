using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

public sealed class IndexModel : AppPage
{
    public IReadOnlyList<CertificateLine> Certificates { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCertificatesQuery(), certificates => Certificates = certificates);
}
