using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

public sealed class LessonsModel(TimeProvider time) : AppPage
{
    public LessonFigures Figures { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetLessonFiguresQuery(Math.Clamp(Year ?? time.Today().Year, 2000, 2100)), figures => Figures = figures);
}
