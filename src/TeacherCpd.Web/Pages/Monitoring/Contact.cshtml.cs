using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class ContactModel : AppPage
{
    public ContactView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new CompleteContactCommand(Id, Outcome ?? ""), _ =>
    {
        Notice = T["support.recorded"];
        return Redirect("/support");
    });

    public Task<IActionResult> OnPostMoveAsync() => SubmitAsync(new MoveContactCommand(Id, DueOn ?? default, Reason ?? ""), _ =>
    {
        Notice = T["contact.moved"];
        return Redirect($"/support/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetContactQuery(Id), view => View = view);
}
