using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Attendance;

public sealed class IndexModel : AppPage
{
    public SessionList List { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetSessionsQuery(), list => List = list);
}
