using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Monitoring;

public sealed class ContactsModel : AppPage
{
    public ContactList View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public PageLinks Links => new(View.Contacts.Number, View.Contacts.Pages, ("done", Done ? "true" : null));

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetContactsQuery(Done, Number), view => View = view);
}
