using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;

namespace TeacherCpd.Web.Pages.Development;

public sealed class ActivityModel : ActivityPage
{
    public MyActivityView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid ActivityId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            Input = new ActivityForm(View.Fields);
            Keep(View.File);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => ReceiveAsync(() => SubmitAsync(new CorrectActivityCommand(ActivityId, Input, Kept), _ => Back("development.correct.done")));

    public Task<IActionResult> OnPostWithdrawAsync()
    {
        // the form around the button carries no fields
        ModelState.Clear();
        return SubmitAsync(new WithdrawActivityCommand(ActivityId), _ => Back("development.withdraw.done"));
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyActivityQuery(ActivityId), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect("/my/record");
    }
}
