using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Observations;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Observations;

public sealed class IndexModel : AppPage
{
    public IReadOnlyList<ObservedRow> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetObservationsQuery(), rows => Rows = rows);
}
