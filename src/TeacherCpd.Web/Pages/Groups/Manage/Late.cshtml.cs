using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class LateModel : AppPage
{
    public GroupEditForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Iin { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AddLateParticipantCommand(Id, Iin ?? "", Basis ?? ""),
        _ =>
        {
            Notice = T["groups.late.done"];
            return Redirect($"/groups/manage/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupEditFormQuery(Id), form => Form = form);
}
