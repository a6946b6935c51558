using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment.Rubrics;

/// <summary>A version of a rubric as it is read, with the next step for whoever writes it.</summary>
public sealed class RubricModel : AppPage
{
    public RubricView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostPublishAsync(int revision) => SubmitAsync(new PublishRubricCommand(Code, Number, revision), _ =>
    {
        Notice = T["rubrics.publish.done"];
        return Redirect($"/rubrics/{Code}/{Number}");
    });

    public Task<IActionResult> OnPostNextAsync() => SubmitAsync(new DraftNewRubricCommand(FormId, Code), number =>
    {
        Notice = T["rubrics.next.done", number];
        return Redirect($"/rubrics/{Code}/{number}/edit");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRubricQuery(Code, Number), view => View = view);
}
