using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

public sealed class MineModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid EnrolmentId { get; set; }

    public MyFeedbackView View { get; private set; } = null!;

    /// <summary>Reasons of an appeal.</summary>
    [BindProperty]
    public string? Reasons { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new LodgeAppealCommand(FormId, EnrolmentId, Reasons ?? ""), _ =>
    {
        Notice = T["appeal.done"];
        return Redirect($"/my/portfolio/{EnrolmentId}/feedback");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyFeedbackQuery(EnrolmentId), view => View = view);
}
