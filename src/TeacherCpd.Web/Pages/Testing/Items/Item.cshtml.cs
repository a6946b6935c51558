using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Testing.Items;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Testing.Items;

public sealed class ItemModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Version that the expert saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public ItemView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostSubmitAsync() => SubmitAsync(new SubmitItemCommand(Id), _ => Go("items.submitted"));

    public Task<IActionResult> OnPostReviseAsync() => SubmitAsync(new ReviseItemCommand(Id), _ => Redirect($"/items/write/{Id}"));

    public Task<IActionResult> OnPostAgreeAsync() => SubmitAsync(new ReviewItemCommand(Id, Version, true, Words), _ => Go("items.reviewed"));

    public Task<IActionResult> OnPostObjectAsync() => SubmitAsync(new ReviewItemCommand(Id, Version, false, Words), _ => Go("items.reviewed"));

    public Task<IActionResult> OnPostRetireAsync() => SubmitAsync(new RetireItemCommand(Id, Words), _ => Go("items.retired.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetItemQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/items/{Id}");
    }
}
