using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class DecideModel : AppPage
{
    public DecisionView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new DecideCaseCommand(Id),
        protocolId =>
        {
            Notice = T["attestation.decide.done"];
            return Redirect($"/attestation/protocols/{protocolId}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetDecisionQuery(Id), view => View = view);
}
