using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class TraineesModel(TimeProvider time) : AppPage
{
    public TraineeReport Report { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    /// <summary>Rows of a table of shares, with the names of their kinds.</summary>
    public IEnumerable<(string Name, int Count, int PerMille)> Rows<TKind>(IEnumerable<Share<TKind>> shares)
        where TKind : struct, Enum => shares.Select(s => (T[s.Kind], s.Count, s.PerMille));

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetTraineesQuery(Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), report => Report = report);
}
