using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class LeaveModel : AppPage
{
    public LeaveForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    [BindProperty]
    public Guid? ToGroupId { get; set; }

    [BindProperty]
    public string? TransferReason { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostWithdrawAsync() =>
        SubmitAsync(new WithdrawEnrolmentCommand(EnrolmentId, Reason), _ => Back("groups.leave.done"));

    public Task<IActionResult> OnPostTransferAsync() =>
        SubmitAsync(new TransferEnrolmentCommand(EnrolmentId, ToGroupId ?? Guid.Empty, TransferReason ?? ""), _ => Back("groups.transfer.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLeaveFormQuery(EnrolmentId), form => Form = form);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/groups/manage/{Id}");
    }
}
