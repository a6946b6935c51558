using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts.People;

public sealed class PersonModel : AppPage
{
    public PersonView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostTakeAsync(Guid assignmentId) => SubmitAsync(new TakeRoleCommand(Id, assignmentId), taken =>
    {
        Notice = T["people.role.take.done"];
        return Redirect(taken.StillInReach ? $"/people/{Id}" : "/people");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPersonQuery(Id), view => View = view);
}
