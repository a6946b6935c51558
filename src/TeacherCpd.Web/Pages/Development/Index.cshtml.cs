using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Development;

public sealed class IndexModel : AppPage
{
    public Paged<ActivityRow> View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PageLinks Links => new(View.Number, View.Pages, ("decided", Decided ? "true" : null));

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetActivitiesQuery(Decided, Number), view => View = view);
}
