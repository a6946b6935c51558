using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Room;

public sealed class CommissionModel : AppPage
{
    public MyCommissionView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? CandidateId { get; set; }

    [BindProperty]
    public DateOnly? PlannedOn { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostOpenBallotAsync() => SubmitAsync(new OpenChairBallotCommand(Id), _ => Back("ballot.open.done"));

    public Task<IActionResult> OnPostBallotAsync() => SubmitAsync(new CastBallotCommand(Id, CandidateId), _ => Back("ballot.cast.done"));

    public Task<IActionResult> OnPostCloseBallotAsync() => SubmitAsync(
        new CloseChairBallotCommand(Id), outcome => Back(outcome.Elected ? "ballot.close.done" : "ballot.close.tie"));

    public Task<IActionResult> OnPostPlanAsync() => SubmitAsync(new PlanSittingCommand(FormId, Id, PlannedOn, Place), id =>
    {
        Notice = T["sittings.plan.done"];
        return Redirect($"/attestation/sittings/{id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCommissionQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/attestation/commissions/{Id}");
    }
}
