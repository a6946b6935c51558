using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class CaseModel(TimeProvider time, Language language) : AppPage
{
    public OriginalityCaseView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    /// <summary>Statement or appeal.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public static string ChipOf(OriginalityCaseStatus status) => status switch
    {
        OriginalityCaseStatus.Open or OriginalityCaseStatus.Heard or OriginalityCaseStatus.Appealed => "warn",
        _ => "info",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostStateAsync() => SubmitAsync(new GiveStatementCommand(CaseId, Words ?? ""), _ => Back("originality.case.state.done"));

    public Task<IActionResult> OnPostAppealAsync() => SubmitAsync(new AppealVerdictCommand(CaseId, Words ?? ""), _ => Back("originality.case.appeal.done"));

    /// <summary>Everything of the case as one file: a form and no link, since it costs more than a page.</summary>
    public async Task<IActionResult> OnPostFileAsync()
    {
        CaseFile? file = null;
        var answer = await ShowAsync(new GetCaseFileQuery(CaseId), found => file = found);
        return file is null ? answer : File(
            await CaseArchive.WriteAsync(file, T, language.Tag, time.UtcNow(), HttpContext.RequestAborted), "application/zip", $"{file.Case.Number}.zip");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOriginalityCaseQuery(CaseId), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/originality/cases/{CaseId}");
    }
}
