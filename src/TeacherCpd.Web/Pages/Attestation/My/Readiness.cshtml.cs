using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class ReadinessModel : AppPage
{
    public ReadinessView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetReadinessQuery(), view => View = view);
}
