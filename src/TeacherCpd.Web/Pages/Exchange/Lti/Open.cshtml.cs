using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exchange.Lti;

/// <summary>
/// Leads to a course of an outside tool. A link and no form: what a form leads to may only be of this site. Opened from elsewhere it tells nobody anything: the tool
/// learns who it is only from the page it leads back to, and that person is signed in here.
/// </summary>
public sealed class OpenModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => SubmitAsync(new LaunchLtiCourseCommand(Id), departure => Redirect(departure.Url.AbsoluteUri));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTodayQuery(), _ => { });
}
