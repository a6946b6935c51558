using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring.Effect;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class EffectModel(TimeProvider time) : AppPage
{
    public EffectReport Report { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? RegionId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    // what the year after has to show is known a year later
    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetEffectQuery(Math.Clamp(Year ?? time.Today().Year - 1, 2000, 2100), RegionId), report => Report = report);
}
