using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Testing.Appeals;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Appeals;

public sealed class IndexModel : AppPage
{
    public Paged<ItemAppealRow> List { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetItemAppealsQuery(P), list => List = list);
}
