using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies.Answers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

public sealed class MySurveysModel : AppPage
{
    public IReadOnlyList<MySurvey> List { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMySurveysQuery(), list => List = list);
}
