using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Web.Pages.Assessment.Rubrics;

public sealed class EditModel : RubricFormPage
{
    public RubricView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>How often the draft was changed when the form was shown.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (page is PageResult)
        {
            (Input, Revision) = (RubricFields.Of(View.Content), View.Revision);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => AddOrSendAsync(content => SubmitAsync(
        new ReviseRubricCommand(Code, Number, Revision, content),
        _ =>
        {
            Notice = T["rubrics.saved"];
            return Redirect($"/rubrics/{Code}/{Number}");
        }));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetRubricQuery(Code, Number), view => View = view);
}
