using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.HelpDesk.Tickets;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>Tickets of a year, counted.</summary>
public sealed class FiguresModel : AppPage
{
    public HelpFigures View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetHelpFiguresQuery(Year), view => View = view);
}
