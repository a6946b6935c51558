using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

public sealed class InForceModel : AppPage
{
    public EditionPage View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new PutEditionInForceCommand(Id, From), _ => Leave("rules.put_in_force.done"));

    public Task<IActionResult> OnPostDiscardAsync() => SubmitAsync(new DiscardEditionCommand(Id), _ => Leave("rules.discard.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEditionQuery(Id, null), view => View = view);

    private RedirectResult Leave(string notice)
    {
        Notice = T[notice];
        return Redirect("/attestation/rules");
    }
}
