using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class IndexModel : AppPage
{
    public CasesView View { get; private set; } = null!;

    [FromQuery]
    public AttestationCaseStatus Status { get; set; } = AttestationCaseStatus.Submitted;

    [FromQuery]
    public int Number { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCasesQuery(Status, Number), view => View = view);
}
