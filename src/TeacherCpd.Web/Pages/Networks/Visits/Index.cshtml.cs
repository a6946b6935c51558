using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Networks.Visits;

public sealed class IndexModel : AppPage
{
    public VisitsView View { get; private set; } = null!;

    public PageLinks Links => new(View.Visits.Number, View.Visits.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVisitsQuery(P), view => View = view);
}
