using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Groups.Notices;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class GroupModel : AppPage
{
    public ManagedGroup View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAcceptAsync(Guid enrolmentId) =>
        SubmitAsync(new AcceptApplicationCommand(enrolmentId), status => Back($"groups.manage.accept.done.{status}"));

    public Task<IActionResult> OnPostStartAsync() =>
        SubmitAsync(new StartGroupCommand(Id), _ => Back("groups.manage.start.done"));

    public Task<IActionResult> OnPostRetryAsync(Guid noticeId) =>
        SubmitAsync(new RetryNoticeCommand(noticeId), _ => Back("groups.notice.retried"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetManagedGroupQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/groups/manage/{Id}");
    }
}
