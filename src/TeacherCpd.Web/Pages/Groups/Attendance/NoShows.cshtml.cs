using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Attendance;

public sealed class NoShowsModel(TimeProvider time) : AppPage
{
    public NoShows Report { get; private set; } = null!;

    /// <summary>The links to the other pages.</summary>
    public PageLinks Links => new(Report.Groups.Number, Report.Groups.Pages, ("year", Report.Year.ToString(CultureInfo.InvariantCulture)));

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync()
    {
        Year = Math.Clamp(Year ?? time.Today().Year, 2000, 2100);
        return ShowAsync(new GetNoShowsQuery(Year.Value, P), report => Report = report);
    }
}
