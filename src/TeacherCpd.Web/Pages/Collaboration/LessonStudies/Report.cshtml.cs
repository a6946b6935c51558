using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.LessonStudies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.LessonStudies;

public sealed class ReportModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public LessonStudyView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLessonStudyQuery(Id), view => View = view);
}
