using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class QuestionnaireModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public QuestionnaireView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostRemoveAsync(string code) => SubmitAsync(new RemoveQuestionCommand(Id, code), _ => Go("question.removed"));

    public Task<IActionResult> OnPostDraftAsync() => SubmitAsync(new DraftQuestionnaireCommand(Id), _ => Go("questionnaire.drafted"));

    public Task<IActionResult> OnPostFreezeAsync() => SubmitAsync(new FreezeQuestionnaireCommand(Id), _ => Go("questionnaire.frozen"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetQuestionnaireQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/studies/questionnaires/{Id}");
    }
}
