using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange.Lti;

/// <summary>Courses of outside tools, with what came back of the person.</summary>
public sealed class CoursesModel : AppPage
{
    public LtiCoursesView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLtiCoursesQuery(), view => View = view);
}
