using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Appeals;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Appeals;

/// <summary>An appeal against an item, to be decided by an expert who had no part in the item.</summary>
public sealed class DecideModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public ItemAppealView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostUpholdAsync() => Decide(true);

    public Task<IActionResult> OnPostRejectAsync() => Decide(false);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetItemAppealQuery(Id), view => View = view);

    private Task<IActionResult> Decide(bool isUpheld) => SubmitAsync(new DecideItemAppealCommand(Id, isUpheld, Words), _ =>
    {
        Notice = T["appeals.decided"];
        return Redirect($"/item-appeals/{Id}");
    });
}
