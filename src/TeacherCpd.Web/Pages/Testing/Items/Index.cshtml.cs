using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Items;

public sealed class IndexModel : AppPage
{
    public ItemList List { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public TestSection? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public ItemStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetItemsQuery(Section, Status, P), list => List = list);
}
