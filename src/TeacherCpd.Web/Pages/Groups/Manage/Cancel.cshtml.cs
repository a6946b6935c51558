using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class CancelModel : AppPage
{
    public GroupEditForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new CancelGroupCommand(Id, Reason ?? ""),
        _ =>
        {
            Notice = T["groups.cancel.done"];
            return Redirect($"/groups/manage/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupEditFormQuery(Id), form => Form = form);
}
