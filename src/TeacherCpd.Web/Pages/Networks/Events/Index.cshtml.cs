using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Events;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Networks.Events;

public sealed class IndexModel : AppPage
{
    public CoachEventsView View { get; private set; } = null!;

    public PageLinks Links => new(View.Events.Number, View.Events.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCoachEventsQuery(P), view => View = view);
}
