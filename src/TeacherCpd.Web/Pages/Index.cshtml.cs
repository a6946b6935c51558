using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages;

public sealed class IndexModel : AppPage
{
    public TodayView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTodayQuery(), view => View = view);
}
