using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies.Answers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>What the own answers to a needs diagnosis show.</summary>
public sealed class MyLevelModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MyDiagnosis View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyDiagnosisQuery(Id), view => View = view);
}
