using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class RefuseModel : AppPage
{
    public CaseView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ApplicationRefusal? Ground { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RefuseCaseCommand(Id, Ground, Words), _ =>
    {
        Notice = T["attestation.refuse.done"];
        return Redirect($"/attestation/cases/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCaseQuery(Id), view => View = view);
}
