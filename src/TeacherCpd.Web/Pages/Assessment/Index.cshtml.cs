using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

public sealed class IndexModel : AppPage
{
    public AssessmentsView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new TakeNextPortfolioCommand(FormId), sheetId => Redirect($"/assessment/{sheetId}"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetAssessmentsQuery(), view => View = view);
}
