using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class StudyModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Respondent Audience { get; set; }

    [BindProperty]
    public QuestionnaireKind Kind { get; set; }

    public StudyView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAddAsync() => SubmitAsync(
        new AddQuestionnaireCommand(FormId, Id, Audience, Kind), _ => Redirect($"/studies/questionnaires/{FormId}"));

    public Task<IActionResult> OnPostOpenAsync() => SubmitAsync(new OpenStudyCommand(Id), _ => Go("studies.opened"));

    public Task<IActionResult> OnPostCloseAsync() => SubmitAsync(new CloseStudyCommand(Id), _ => Go("studies.closed"));

    public Task<IActionResult> OnPostPublishAsync() => SubmitAsync(new PublishStudyCommand(Id), _ => Go("studies.published"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStudyQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/studies/{Id}");
    }
}
