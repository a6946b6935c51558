using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration;

public sealed class MyModel : AppPage
{
    public MyCollaboration View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCollaborationQuery(), view => View = view);
}
