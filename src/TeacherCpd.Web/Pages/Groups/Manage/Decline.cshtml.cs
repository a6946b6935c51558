using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

public sealed class DeclineModel : AppPage
{
    public ApplicationView Application { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync(Guid id) => SubmitAsync(
        new DeclineApplicationCommand(EnrolmentId, Reason ?? ""),
        _ =>
        {
            Notice = T["groups.decline.done"];
            return Redirect($"/groups/manage/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetApplicationQuery(EnrolmentId), application => Application = application);
}
