using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

/// <summary>How the own levels for an example stand to the agreed ones.</summary>
public sealed class DifferenceModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid SheetId { get; set; }

    public DifferenceView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetDifferenceQuery(SheetId), view => View = view);
}
