using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Planning.Plans;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Collaboration;

namespace TeacherCpd.Web.Pages.Planning;

public sealed class ItemModel : AppPage
{
    public PlanItemView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? WindowId { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public string? Deadline { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? DropReason { get; set; }

    [BindProperty]
    public Guid? ResponsibleId { get; set; }

    [BindProperty]
    public string? Iin { get; set; }

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostFinishAsync() => SubmitAsync(new FinishPlanItemCommand(FormId, Id, WindowId, Typed.Lines(Words), Link), _ => Go("planning.item.finished"));

    public Task<IActionResult> OnPostMoveAsync() => SubmitAsync(new MovePlanItemCommand(Id, Deadline, Typed.Lines(Reason)), _ => Go("planning.item.moved"));

    public Task<IActionResult> OnPostDropAsync() => SubmitAsync(new DropPlanItemCommand(Id, Typed.Lines(DropReason)), _ => Go("planning.item.dropped"));

    public Task<IActionResult> OnPostLinkAsync() => SubmitAsync(new LinkResponsibleCommand(Id, ResponsibleId ?? Guid.Empty, Iin), _ => Go("planning.item.linked"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPlanItemQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/plans/items/{Id}");
    }
}
