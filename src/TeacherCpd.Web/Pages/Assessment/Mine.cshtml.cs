using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

public sealed class MineModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    public MyFeedbackView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyFeedbackQuery(EnrolmentId), view => View = view);
}
