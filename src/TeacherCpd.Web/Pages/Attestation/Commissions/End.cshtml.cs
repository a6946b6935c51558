using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Commissions;

public sealed class EndModel : AppPage
{
    public CommissionView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    public Guid? ToId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostPassOnAsync() => SubmitAsync(new PassCasesOnCommand(Id, ToId), cases =>
    {
        Notice = T["commissions.pass_on.done", cases];
        return Redirect($"/commissions/{Id}");
    });

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new EndCommissionCommand(Id, LastDay), _ =>
    {
        Notice = T["commissions.end.done"];
        return Redirect($"/commissions/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCommissionQuery(Id), view => View = view);
}
