using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Collaboration;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Collaboration;

public sealed class IndexModel : AppPage
{
    public CollaborationView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCollaborationQuery(), view => View = view);
}
