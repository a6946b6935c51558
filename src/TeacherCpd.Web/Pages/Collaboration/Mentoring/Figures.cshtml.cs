using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.Mentoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.Mentoring;

public sealed class FiguresModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Place { get; set; }

    public MentoringFigures Figures { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMentoringFiguresQuery(Place), figures => Figures = figures);
}
