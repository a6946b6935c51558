using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cycles;

public sealed class IndexModel : AppPage
{
    public CyclesView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCyclesQuery(), view => View = view);
}
