using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Quotas;

public sealed class QuotaModel : AppPage
{
    public QuotaView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? ToRegionId { get; set; }

    [BindProperty]
    public int? Places { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public ShortfallReason? Why { get; set; }

    [BindProperty]
    public int? Unused { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostMoveAsync() =>
        SubmitAsync(new TransferQuotaCommand(FormId, Id, ToRegionId ?? Guid.Empty, Places ?? 0, Reason ?? ""), _ => Back("quotas.move.done"));

    public Task<IActionResult> OnPostExplainAsync() =>
        SubmitAsync(new ExplainShortfallCommand(Id, Why, Unused ?? 0, Note), _ => Back("quotas.shortfall.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetQuotaQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/quotas/{Id}");
    }
}
