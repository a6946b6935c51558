using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Votes;

public sealed class RecuseModel : AppPage
{
    public VoteView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RecuseMyselfCommand(Id, Words), _ =>
    {
        Notice = T["attestation.recuse.done"];
        return Redirect("/attestation/votes");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVoteQuery(Id), view => View = view);
}
