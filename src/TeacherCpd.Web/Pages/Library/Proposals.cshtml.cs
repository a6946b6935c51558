using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

public sealed class ProposalsModel : AppPage
{
    public LibraryProposals View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProposalsQuery(), view => View = view);
}
