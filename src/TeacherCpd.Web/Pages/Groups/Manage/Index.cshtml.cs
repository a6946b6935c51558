using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class IndexModel : AppPage
{
    public Paged<ManagedGroupRow> Groups { get; private set; } = null!;

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(Groups.Number, Groups.Pages, ("status", Status?.ToString()));

    [BindProperty(SupportsGet = true)]
    public GroupStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetManagedGroupsQuery(Status, P), groups => Groups = groups);
}
