using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class CompareModel : AppPage
{
    public ComparisonView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    /// <summary>Asks for both editions to be tried on all people.</summary>
    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AskForSimulationCommand(FormId, Before ?? Guid.Empty, After ?? Guid.Empty, On),
        id => Redirect($"/attestation/rules/simulations/{id}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new CompareEditionsQuery(Before, After), view => View = view);
}
