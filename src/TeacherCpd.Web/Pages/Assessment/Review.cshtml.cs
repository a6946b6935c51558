using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

public sealed class ReviewModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid SheetId { get; set; }

    public AssessmentView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new SignAssessmentCommand(SheetId),
        signed =>
        {
            if (signed.IsExample)
            {
                return Redirect(signed.Role == SheetRole.Agreed ? "/moderation/standard" : $"/assessment/standard/{SheetId}");
            }

            Notice = signed switch
            {
                { Grade: { } grade, IsTold: true } => T[GradeRule.IsRecommended(grade) ? "assessment.signed.recommended" : "assessment.signed.again", grade],
                { Grade: { } grade } => T["assessment.signed.grade", grade],
                _ => T["assessment.signed.third"],
            };
            return Redirect("/assessment");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetAssessmentQuery(SheetId), view => View = view);
}
