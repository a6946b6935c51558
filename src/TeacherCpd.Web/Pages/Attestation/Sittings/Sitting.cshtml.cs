using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Sittings;

public sealed class SittingModel : AppPage
{
    public SittingView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Present { get; set; } = [];

    [BindProperty]
    public Guid MemberId { get; set; }

    [BindProperty]
    public bool IsThere { get; set; }

    [BindProperty]
    public string? Recording { get; set; }

    [BindProperty]
    public string? SignedBy { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostOpenAsync() => SubmitAsync(new OpenSittingCommand(Id, Present), _ => Back(T["sittings.open.done"]));

    public Task<IActionResult> OnPostCancelAsync() => SubmitAsync(new CancelSittingCommand(Id), _ => Back(T["sittings.cancel.done"]));

    public Task<IActionResult> OnPostPresenceAsync() => SubmitAsync(new RecordPresenceCommand(Id, MemberId, IsThere), _ => Back(T["sittings.presence.done"]));

    public Task<IActionResult> OnPostExtendAsync() => SubmitAsync(new ExtendAgendaCommand(Id), added => Back(T["sittings.extend.done", added]));

    public Task<IActionResult> OnPostPutAllAsync() => SubmitAsync(
        new PutAllToVoteCommand(Id), outcome => Back(T[outcome.Left == 0 ? "sittings.put_all.done" : "sittings.put_all.left", outcome.Done, outcome.Left]));

    public Task<IActionResult> OnPostDecideAllAsync() => SubmitAsync(
        new DecideSittingCommand(Id), outcome => Back(T[outcome.Left == 0 ? "sittings.decide_all.done" : "sittings.decide_all.left", outcome.Done, outcome.Left]));

    public Task<IActionResult> OnPostCloseAsync() => SubmitAsync(new CloseSittingCommand(Id, Recording), _ => Back(T["sittings.close.done"]));

    public Task<IActionResult> OnPostOrderAsync() => SubmitAsync(new IssueOrderCommand(Id, SignedBy), _ => Back(T["paper.order.done"]));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetSittingQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = notice;
        return Redirect($"/attestation/sittings/{Id}");
    }
}
