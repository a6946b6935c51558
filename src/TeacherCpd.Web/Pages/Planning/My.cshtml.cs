using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Plans;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Planning;

public sealed class MyModel : AppPage
{
    public MyPlanItems View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyPlanItemsQuery(), view => View = view);
}
