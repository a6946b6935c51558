using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class WithdrawModel : AppPage
{
    public MyCaseView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new WithdrawCaseCommand(Id),
        _ =>
        {
            Notice = T["attestation.withdraw.done"];
            return Redirect($"/my/cases/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCaseQuery(Id), view => View = view);
}
