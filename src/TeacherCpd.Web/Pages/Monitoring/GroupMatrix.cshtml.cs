using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Matrix;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class GroupMatrixModel : AppPage
{
    public GroupMatrix View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupMatrixQuery(Id), view => View = view);
}
