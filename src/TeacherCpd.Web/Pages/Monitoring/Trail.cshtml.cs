using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring.Effect;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

/// <summary>The way from a course to the next category.</summary>
public sealed class TrailModel : AppPage
{
    public Trail View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrailQuery(EnrolmentId), view => View = view);
}
