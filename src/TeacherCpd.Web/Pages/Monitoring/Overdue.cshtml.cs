using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class OverdueModel : AppPage
{
    public OverdueContacts View { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Guid From { get; set; }

    [BindProperty]
    public Guid? ToTrainerId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PageLinks Links => new(View.Contacts.Number, View.Contacts.Pages);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new PassContactsCommand(From, ToTrainerId ?? Guid.Empty, Reason ?? ""), count =>
    {
        Notice = T["overdue.passed", count];
        return Redirect("/support/overdue");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOverdueContactsQuery(Number), view => View = view);
}
