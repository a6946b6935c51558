using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class NewModel(TimeProvider time) : AppPage, IStudyForm
{
    private const int UsualDays = 30;

    [BindProperty]
    public StudyFields Input { get; set; } = new();

    public StudyForm Form { get; private set; } = null!;

    public bool IsNew => true;

    public Task<IActionResult> OnGetAsync()
    {
        (Input.StartsOn, Input.EndsOn) = (time.Today(), time.Today().AddDays(UsualDays));
        return LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new PlanStudyCommand(FormId, Input.OrganisationId, Input.Written), _ =>
    {
        Notice = T["studies.saved"];
        return Redirect($"/studies/{FormId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStudyFormQuery(), form => Form = form);
}

/// <summary>A page with the form of a study.</summary>
public interface IStudyForm
{
    /// <summary>The form.</summary>
    StudyFields Input { get; }

    /// <summary>What it offers.</summary>
    StudyForm Form { get; }

    /// <summary>Whether the study is not in the register yet.</summary>
    bool IsNew { get; }
}
