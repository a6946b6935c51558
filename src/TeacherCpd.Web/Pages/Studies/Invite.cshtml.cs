using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class InviteModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<Guid> Groups { get; set; } = [];

    [BindProperty]
    public List<Guid> Districts { get; set; } = [];

    public InvitationForm View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new InviteToStudyCommand(Id, Groups, Districts), count =>
    {
        Notice = T["invite.done", count];
        return Redirect($"/studies/questionnaires/{Id}/invite");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetInvitationFormQuery(Id), view => View = view);
}
