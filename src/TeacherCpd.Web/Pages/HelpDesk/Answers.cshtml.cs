using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.HelpDesk.Answers;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>The answers that are given often.</summary>
public sealed class AnswersModel : AppPage
{
    public IReadOnlyList<CannedAnswerView> Answers { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCannedAnswersQuery(), answers => Answers = answers);
}
