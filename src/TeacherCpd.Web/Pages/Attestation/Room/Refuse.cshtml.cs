using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Room;

public sealed class RefuseModel : AppPage
{
    /// <summary>The commission that invites; null where none waits for an answer.</summary>
    public MyCommissionRow? Row { get; private set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new AnswerInvitationCommand(Id, Accepts: false, Reason), _ =>
    {
        Notice = T["room.refuse.done"];
        return Redirect("/attestation/commissions");
    });

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetMyCommissionsQuery(), view => Row = view.Invitations.SingleOrDefault(i => i.Id == Id));
}
