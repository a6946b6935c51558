using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class IndexModel : AppPage
{
    public Paged<StudyRow> List { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public StudyKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public StudyStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStudiesQuery(Kind, Status, P), list => List = list);
}
