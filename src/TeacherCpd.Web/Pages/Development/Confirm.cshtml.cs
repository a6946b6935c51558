using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Development;

public sealed class ConfirmModel : AppPage
{
    public ActivityView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid ActivityId { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ConfirmActivityCommand(ActivityId, Seen), _ =>
    {
        Notice = T["development.confirm.done"];
        return Redirect("/development");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetActivityQuery(ActivityId), view => View = view);
}
