using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class SimulationModel : AppPage
{
    public SimulationView View { get; private set; } = null!;

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(View.List!.Number, View.List.Pages, ("region", Region), ("effect", Effect?.ToString()));

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public TrialEffect? Effect { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetSimulationQuery(Id, Region, Effect, P), view => View = view);
}
