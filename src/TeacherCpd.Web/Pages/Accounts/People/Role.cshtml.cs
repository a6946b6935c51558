using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts.People;

public sealed class RoleModel : AppPage
{
    public RoleForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new GiveRoleCommand(Id, Role, Organisation ?? Guid.Empty), _ =>
    {
        Notice = T["people.role.give.done"];
        return Redirect($"/people/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRoleFormQuery(Id, Organisation, Q), form => Form = form);
}
