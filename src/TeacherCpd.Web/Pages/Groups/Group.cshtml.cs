using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups;

public sealed class GroupModel : AppPage
{
    public GroupView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new ApplyToGroupCommand(Id),
        _ =>
        {
            Notice = T["groups.apply.done"];
            return Redirect($"/groups/{Id}");
        });

    public Task<IActionResult> OnPostWithdrawAsync(Guid enrolmentId) => SubmitAsync(
        new WithdrawEnrolmentCommand(enrolmentId, null),
        _ =>
        {
            Notice = T["groups.withdraw.done"];
            return Redirect($"/groups/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupQuery(Id), view => View = view);
}
