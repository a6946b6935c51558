using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups;

public sealed class NominateModel : AppPage
{
    public NominationForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? School { get; set; }

    /// <summary>Teachers that are ticked.</summary>
    [BindProperty]
    public List<Guid> PersonIds { get; set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new NominateTeachersCommand(FormId, Id, School ?? Guid.Empty, PersonIds),
        sent =>
        {
            Notice = T["groups.nominate.done", sent.Accepted, sent.Waiting, sent.Undecided];
            return Redirect($"/groups/{Id}/nominate?school={School}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetNominationFormQuery(Id, School), form => Form = form);
}
