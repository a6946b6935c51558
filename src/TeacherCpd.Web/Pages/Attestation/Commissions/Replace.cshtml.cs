using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Commissions;

public sealed class ReplaceModel : AppPage
{
    public CommissionView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Member { get; set; }

    [BindProperty]
    public Guid? PersonId { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ReplaceMemberCommand(Id, Member, PersonId, Ground), _ =>
    {
        Notice = T["commissions.replace.done"];
        return Redirect($"/commissions/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCommissionQuery(Id), view => View = view);
}
