using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups;

public sealed class CatalogueModel : AppPage
{
    public Paged<CatalogueRow> Groups { get; private set; } = null!;

    /// <summary>The links to the other pages of what was found.</summary>
    public PageLinks Links => new(Groups.Number, Groups.Pages, ("q", Q), ("teaching", Teaching?.ToString()));

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Domain.Common.Language? Teaching { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetCatalogueQuery(Q, Teaching, P, T.Language), groups => Groups = groups);
}
