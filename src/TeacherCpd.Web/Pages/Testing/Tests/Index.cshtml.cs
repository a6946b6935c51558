using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Testing.Tests;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Tests;

public sealed class IndexModel : AppPage
{
    public Paged<TrialTestRow> List { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrialTestsQuery(P), list => List = list);
}
