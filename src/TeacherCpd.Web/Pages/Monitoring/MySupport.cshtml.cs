using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class MySupportModel : AppPage
{
    public MySupport View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMySupportQuery(), view => View = view);
}
