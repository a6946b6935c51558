using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Votes;

public sealed class CaseModel : AppPage
{
    public VoteView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVoteQuery(Id), view => View = view);
}
