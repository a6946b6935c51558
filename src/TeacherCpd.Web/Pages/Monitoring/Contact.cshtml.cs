using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class ContactModel : AppPage
{
    public ContactLine View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new CompleteContactCommand(Id, Outcome ?? ""), _ =>
    {
        Notice = T["support.recorded"];
        return Redirect("/support");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetContactQuery(Id), view => View = view);
}
