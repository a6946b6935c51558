using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

public sealed class ProgrammeModel : AppPage
{
    public ProgrammeView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProgrammeQuery(Code), view => View = view);
}
