using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class TrainersModel(TimeProvider time) : AppPage
{
    public TrainerPoolReport Report { get; private set; } = null!;

    /// <summary>The rows of the table of programmes and their sum.</summary>
    public IEnumerable<(string Name, TrainedCounts Counts)> Rows =>
        [.. Report.Programmes.Select(p => ($"{p.Code} · {T[p.Title]}", p.Counts)), (T["quotas.sum"], Report.Sum)];

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetTrainerPoolQuery(Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), report => Report = report);
}
