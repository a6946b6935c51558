using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class CloseModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public GroupClosing View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new CloseGroupCommand(Id), _ =>
    {
        Notice = T["closing.done"];
        return Redirect($"/groups/manage/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetGroupClosingQuery(Id), view => View = view);
}
