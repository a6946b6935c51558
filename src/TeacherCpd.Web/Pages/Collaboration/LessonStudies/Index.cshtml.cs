using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration.LessonStudies;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration.LessonStudies;

public sealed class IndexModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Paged<LessonStudyRow> List { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLessonStudiesQuery(P), list => List = list);
}
