using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Visits;

public sealed class SummaryModel : AppPage
{
    public VisitSummary View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Region { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVisitSummaryQuery(Year, Region), view => View = view);
}
