using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies.Answers;
using TeacherCpd.Domain.Studies;
using Language = TeacherCpd.Web.Common.Language;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>For whoever was invited.</summary>
public sealed class MySurveyModel(Language language) : AnswerPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public bool IsAnswered { get; private set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new AnswerByInvitationCommand(Id, Number, FormId, language.Current, Given), _ =>
        {
            Notice = T["survey.thanks"];
            return Redirect("/my/surveys");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMySurveyQuery(Id, Shown), view => (Form, IsAnswered) = (view.Form, view.IsAnswered));
}
