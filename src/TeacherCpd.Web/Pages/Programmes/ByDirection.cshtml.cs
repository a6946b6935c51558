using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Programmes;

public sealed class ByDirectionModel : AppPage
{
    public ProgrammeCounts Counts { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProgrammesByDirectionQuery(From, To), counts => Counts = counts);
}
