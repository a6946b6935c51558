using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class MyRemindersModel : AppPage
{
    public MyReminders View { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public bool WantsSingleMails { get; set; }

    [BindProperty]
    public bool DoesWithoutOwn { get; set; }

    public PageLinks Links => new(View.Reminders.Number, View.Reminders.Pages);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ChooseMailsCommand(WantsSingleMails, DoesWithoutOwn), _ =>
    {
        Notice = T["my_reminders.saved"];
        return Redirect("/my/reminders");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyRemindersQuery(Number), view =>
    {
        View = view;
        if (HttpMethods.IsGet(Request.Method))
        {
            (WantsSingleMails, DoesWithoutOwn) = (view.WantsSingleMails, view.DoesWithoutOwn);
        }
    });
}
