using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Effect;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class EffectPeopleModel : AppPage
{
    public EffectPeople View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid ProgrammeId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? RegionId { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PageLinks Links => new(View.People.Number, View.People.Pages, ("year", $"{Year}"), ("regionId", RegionId?.ToString()));

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetEffectPeopleQuery(ProgrammeId, Math.Clamp(Year, 2000, 2100), RegionId, Number), view => View = view);
}
