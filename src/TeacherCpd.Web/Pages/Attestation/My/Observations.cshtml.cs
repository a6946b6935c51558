using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Observations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class ObservationsModel : AppPage
{
    public MyObservations View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyObservationsQuery(), view => View = view);
}
