using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Room;

public sealed class IndexModel : AppPage
{
    public MyCommissionsView View { get; private set; } = null!;

    [BindProperty]
    public Guid CommissionId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new AnswerInvitationCommand(CommissionId, Accepts: true, null), _ =>
    {
        Notice = T["room.accept.done"];
        return Redirect($"/attestation/commissions/{CommissionId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCommissionsQuery(), view => View = view);
}
