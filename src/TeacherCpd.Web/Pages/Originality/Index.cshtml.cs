using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class IndexModel : AppPage
{
    public StuckChecksView View { get; private set; } = null!;

    [BindProperty]
    public Guid CheckId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new RetryCheckCommand(CheckId), _ =>
    {
        Notice = T["originality.list.retried"];
        return Redirect("/originality");
    });

    public Task<IActionResult> OnPostAllAsync() => SubmitAsync(new RetryChecksCommand(), count =>
    {
        Notice = T["originality.list.retried_all", count];
        return Redirect("/originality");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStuckChecksQuery(), view => View = view);
}
