using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class EditModel : AppPage, IStudyForm
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public StudyFields Input { get; set; } = new();

    public StudyForm Form { get; private set; } = null!;

    public bool IsNew => false;

    public async Task<IActionResult> OnGetAsync()
    {
        StudyView? view = null;
        var answer = await ShowAsync(new GetStudyQuery(Id), found => view = found);
        if (view is null)
        {
            return answer;
        }

        Input = StudyFields.Of(view.Content);
        return view.MayRun ? await LoadAsync() : NotFound();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ReviseStudyCommand(Id, Input.Written), _ =>
    {
        Notice = T["studies.saved"];
        return Redirect($"/studies/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStudyFormQuery(), form => Form = form);
}
