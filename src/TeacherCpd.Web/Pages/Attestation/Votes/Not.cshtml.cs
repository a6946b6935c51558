using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Votes;

public sealed class NotModel : AppPage
{
    public VoteView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether a category below the present one is to be given.</summary>
    [BindProperty]
    public bool Lower { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new CastVoteCommand(Id, Conforms: false, Reason, Lower),
        _ =>
        {
            Notice = T["attestation.vote.done"];
            return Redirect("/attestation/votes");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVoteQuery(Id), view => View = view);
}
